import { renderSheet } from '#electron/host/sheets/render-sheet.ts'
import type { Definition } from '#shared/sheets/paper/definition.ts'
import { type Contender, interleavedRounds, median, type Rounds, timeEach, timesFaster } from '#tests/bench/rounds.ts'
import type { Section } from '#tests/bench/section.ts'
import { chromiumPrinter } from './chromium-sheet.ts'
import { definitionsOf } from './definitions-of.ts'
import { firstPreviews } from './first-preview.ts'
import { type LongFile, longFile } from './long-file.ts'
import { naivePdfmake } from './naive-pdfmake.ts'
import { pdfLibPrinter } from './pdf-lib-sheet.ts'
import { plainPdf } from './plain-pdf.ts'
import { type Printed, printFiles } from './print-files.ts'
import { typstPrinter } from './typst-sheet.ts'

const OURS = '评议, one thread'
const FILES = '评议, files by two workers, their start included'
const STEADY = '评议, files by two workers, once they are warm'
const PLAIN = '评议, one thread, a plain PDF'
const NAIVE = 'naive pdfmake'
/** What the issue allows for the first page of a warm preview, in milliseconds. */
const PREVIEW = 150

/**
 * 登记表 of the sample year, each its own PDF: the app's definition, fonts and PDF/A-1b, with a QR on every page as they are
 * printed, against what a union could use instead. In full the main ratios are of 1,000 files from the call to the last one;
 * the quick form prints 300, and measures the workers once they are warm.
 */
export async function sheetBench(quick: boolean): Promise<Section> {
  const sheets = { ours: quick ? 60 : 100, files: quick ? 300 : 1000, theirs: quick ? 6 : 20, rounds: quick ? 2 : 5 }
  const definitions = definitionsOf(60)
  let next = 0
  const each = (name: string, count: number, print: (definition: Definition) => Promise<unknown>): Contender => ({
    name,
    run: () =>
      timeEach(count, async () => {
        for (let sheet = 0; sheet < count; sheet++)
          await print(definitions[next++ % definitions.length] ?? definitions[0])
      }),
  })
  const chromium = await chromiumPrinter()
  const printed: Printed[] = []
  const files: Contender = {
    name: FILES,
    run: async () => {
      const run = await printFiles(sheets.files)
      printed.push(run)
      return run.msEach
    },
  }
  try {
    const all = await interleavedRounds(
      [
        each(OURS, sheets.ours, renderSheet),
        files,
        each(NAIVE, sheets.theirs, naivePdfmake),
        each('Typst', sheets.theirs, typstPrinter()),
        each('Chromium', sheets.theirs, chromium.print),
        each('pdf-lib + fontkit', sheets.theirs, pdfLibPrinter()),
      ],
      sheets.rounds,
    )
    // By themselves, in turns: the first of two that run after a peer pays for what that one left behind.
    const pair = await interleavedRounds(
      [each(OURS, sheets.ours, renderSheet), each(PLAIN, sheets.ours, plainPdf)],
      2 * sheets.rounds,
    )
    // The first round warmed up.
    const counted = printed.slice(1)
    const rounds: Rounds = new Map([
      ...all,
      [PLAIN, pair.get(PLAIN) ?? []],
      [STEADY, counted.map(run => run.steadyMsEach)],
    ])
    const measured = quick ? STEADY : FILES
    const few = quick
      ? timesFaster(rounds, FILES, NAIVE)
      : median(rounds.get(NAIVE) ?? []) / (await printFiles(300)).msEach
    const previews = await firstPreviews(quick ? 3 : 15)
    return {
      title: `Sheets: ms for a 登记表 (${sheets.files} files at a time; ratios of ${measured})`,
      rounds,
      ratios: {
        vsNaivePdfmake: timesFaster(rounds, measured, NAIVE),
        vsTypst: timesFaster(rounds, measured, 'Typst'),
        vsChromium: timesFaster(rounds, measured, 'Chromium'),
        vsPdfLib: timesFaster(rounds, measured, 'pdf-lib + fontkit'),
        oneThreadVsNaivePdfmake: timesFaster(rounds, OURS, NAIVE),
        oneThreadVsPlainPdf: timesFaster(pair, OURS, PLAIN),
        threeHundredWithStartVsNaivePdfmake: few,
        previewVsBudget: PREVIEW / median(previews),
        ...(await longFileRatios(quick ? 1 : 3, quick ? 50 : 500)),
      },
      notes: {
        firstPreviewMs: median(previews),
        startMs: median(counted.map(run => run.startMs)),
        megabytesInAll: median(counted.map(run => run.megabytes)),
        ...(quick ? {} : await growth([10, 100, 300, 1000, 10_000])),
      },
    }
  } finally {
    await chromium.close()
  }
}

/** One file of many sheets: 1,000 pages in full. */
async function longFileRatios(rounds: number, sheets: number): Promise<Readonly<Record<string, number>>> {
  const runs: { ours: LongFile; naive: LongFile }[] = []
  for (let round = 0; round < rounds; round++)
    runs.push({ ours: await longFile('ours', sheets), naive: await longFile('naive', sheets) })
  return {
    longFileVsNaivePdfmake: median(runs.map(({ ours, naive }) => naive.ms / ours.ms)),
    longFileMemoryVsNaivePdfmake: median(runs.map(({ ours, naive }) => naive.megabytes / ours.megabytes)),
  }
}

/** Milliseconds a sheet, the start of the workers included: more sheets must not make each of them dearer. */
async function growth(sizes: readonly number[]): Promise<Readonly<Record<string, number>>> {
  const entries: [string, number][] = []
  for (const size of sizes) entries.push([`msEachOf${size}`, (await printFiles(size)).msEach])
  return Object.fromEntries(entries)
}
