import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { renderSheet } from '#electron/host/sheets/render-sheet.ts'
import type { Definition } from '#shared/sheets/paper/definition.ts'
import { type Contender, interleavedRounds, median, type Rounds, timeEach, timesFaster } from '#tests/bench/rounds.ts'
import type { Section } from '#tests/bench/section.ts'
import { chromiumPrinter } from './chromium-sheet.ts'
import { definitionsOf } from './definitions-of.ts'
import { type LongFile, longFile } from './long-file.ts'
import { openNaive } from './naive-app.ts'
import { pdfLibPrinter } from './pdf-lib-sheet.ts'
import { plainPdf } from './plain-pdf.ts'
import { openPrinting, type Printed, type PrintingApp } from './printing-app.ts'
import { typstPrinter } from './typst-sheet.ts'

const APP = '评议, two workers that are up and warm'
const START = '评议, two workers, their start included'
const ONE = '评议, one such worker'
const OURS = '评议, no files'
const PLAIN = '评议, no files, a plain PDF'
const NAIVE = 'naive pdfmake'
const LIBRARY = 'pdf-lib + fontkit'
/** What the issue allows for the first page of a warm preview, in milliseconds. */
const PREVIEW = 150
/** Of each 登记表 of the sample year. */
const PAGES = 2

/**
 * 登记表 of the sample year, each a file of its own, by the app and by what a union could use instead: the same sheet with its
 * charts, page feet and a QR on every page (pdf-lib, which knows no tables, writes the bare words), PDF/A-1b where the peer
 * has it. The app's time goes from the call to the last file, its peers' is without their start: the compiler has its fonts,
 * the browser its page. In their favour they get the definition ready made and flush no file. The main ratios are of the
 * app's way, the workers being up when printing is asked for; `withStart` is the command line's. 1,000 files, or 300 quickly.
 */
export async function sheetBench(quick: boolean): Promise<Section> {
  const counts = { ours: quick ? 30 : 100, files: quick ? 300 : 1000, theirs: quick ? 8 : 20, rounds: quick ? 1 : 5 }
  // It warms up while the others do, in the round that is not counted.
  const early = [openPrinting('warm')]
  const apps: PrintingApp[] = []
  const definitions = definitionsOf(60)
  const folder = await mkdtemp(join(tmpdir(), 'pingyi-bench-'))
  let sheet = 0
  const each = (name: string, count: number, print: (definition: Definition) => Promise<unknown>): Contender => ({
    name,
    run: () =>
      timeEach(count, async () => {
        for (let done = 0; done < count; done++, sheet++)
          await print(definitions[sheet % definitions.length] ?? definitions[0])
      }),
  })
  const filed = (name: string, print: (definition: Definition) => Promise<Uint8Array>): Contender =>
    each(name, counts.theirs, async definition =>
      writeFile(join(folder, `${sheet % counts.theirs}.pdf`), await print(definition)),
    )
  const [warm, cold]: [Printed[], Printed[]] = [[], []]
  const alone: number[] = []
  const chromium = await chromiumPrinter(PAGES)
  const naive = await openNaive()
  try {
    const others = await interleavedRounds(
      [
        {
          name: APP,
          isAnew: true,
          run: async () => {
            apps.at(-1)?.close()
            const app = await (early.pop() ?? openPrinting('warm'))
            apps.push(app)
            const run = await app.print(counts.files, 2)
            warm.push(run)
            alone.push((await app.print(100, 1)).msEach)
            return run.msEach
          },
        },
        {
          name: START,
          isAnew: true,
          run: async () => {
            const run = await printedCold(counts.files)
            cold.push(run)
            return run.msEach
          },
        },
        { name: NAIVE, run: () => naive.print(counts.theirs) },
        filed('Typst', typstPrinter(PAGES)),
        filed('Chromium', chromium.print),
        filed(LIBRARY, pdfLibPrinter()),
      ],
      counts.rounds,
    )
    const rounds: Rounds = new Map([...others, [ONE, alone]])
    // By themselves, in turns: the first of two that run after a peer pays for what that one left behind.
    const pair = await interleavedRounds(
      [each(OURS, counts.ours, renderSheet), each(PLAIN, counts.ours, plainPdf)],
      2 * counts.rounds,
    )
    const previews = (await apps.at(-1)?.previews(quick ? 3 : 15)) ?? []
    return {
      title: `Sheets: ms for a 登记表 (${counts.files} files at a time; ratios of ${APP})`,
      rounds: new Map([...rounds, ...pair]),
      ratios: {
        vsNaivePdfmake: timesFaster(rounds, APP, NAIVE),
        vsTypst: timesFaster(rounds, APP, 'Typst'),
        vsChromium: timesFaster(rounds, APP, 'Chromium'),
        vsPdfLib: timesFaster(rounds, APP, LIBRARY),
        withStartVsNaivePdfmake: timesFaster(rounds, START, NAIVE),
        withStartVsTypst: timesFaster(rounds, START, 'Typst'),
        withStartVsChromium: timesFaster(rounds, START, 'Chromium'),
        oneThreadVsNaivePdfmake: timesFaster(rounds, ONE, NAIVE),
        oneThreadVsTypst: timesFaster(rounds, ONE, 'Typst'),
        oneThreadVsPlainPdf: timesFaster(pair, OURS, PLAIN),
        ...(await threeHundredRatios(rounds, quick)),
        previewVsBudget: PREVIEW / median(previews),
        ...(quick ? {} : await longFileRatios(3, 500)),
      },
      notes: {
        firstPreviewMs: median(previews),
        firstFileMs: median(warm.map(run => run.firstMs)),
        firstFileWithStartMs: median(cold.map(run => run.firstMs)),
        megabytesInAll: median(warm.map(run => run.megabytes)),
        ...(quick ? {} : await growth([10, 100, 300, 1000, 10_000])),
      },
    }
  } finally {
    for (const app of [...apps, ...(await Promise.all(early))]) app.close()
    await chromium.close()
    naive.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** 300 files: what the quick form measures anyway. In the full one a start is compared with a start. */
async function threeHundredRatios(rounds: Rounds, quick: boolean): Promise<Readonly<Record<string, number>>> {
  if (quick)
    return {
      threeHundredVsNaivePdfmake: timesFaster(rounds, APP, NAIVE),
      threeHundredWithStartVsNaivePdfmake: timesFaster(rounds, START, NAIVE),
    }
  const naive = median(rounds.get(NAIVE) ?? [])
  const runs: { warm: number; cold: number; naiveCold: number }[] = []
  for (let round = 0; round < 3; round++) {
    const app = await openPrinting('warm')
    const { msEach: warm } = await app.print(300, 2).finally(app.close)
    const anew = await openNaive()
    const naiveCold = await anew.print(300).finally(anew.close)
    runs.push({ warm, cold: (await printedCold(300)).msEach, naiveCold })
  }
  return {
    threeHundredVsNaivePdfmake: naive / median(runs.map(run => run.warm)),
    threeHundredWithStartVsNaivePdfmake: median(runs.map(run => run.naiveCold / run.cold)),
  }
}

async function printedCold(sheets: number): Promise<Printed> {
  const app = await openPrinting('cold')
  return await app.print(sheets, 2).finally(app.close)
}

/** One file of many sheets: 1,000 pages. */
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
  for (const size of sizes) entries.push([`msEachOf${size}`, (await printedCold(size)).msEach])
  return Object.fromEntries(entries)
}
