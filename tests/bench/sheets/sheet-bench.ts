import { definitionOf } from '#electron/host/sheets/definition-of.ts'
import { renderSheet } from '#electron/host/sheets/render-sheet.ts'
import type { Content, Definition } from '#shared/sheets/paper/definition.ts'
import { yearData } from '#shared/sheets/year-data.ts'
import { type Contender, interleavedRounds, median, timeEach, timesFaster } from '#tests/bench/rounds.ts'
import type { Section } from '#tests/bench/section.ts'
import { bigYear } from './big-year.ts'
import { chromiumPrinter } from './chromium-sheet.ts'
import { naivePdfmake } from './naive-pdfmake.ts'
import { pdfLibPrinter } from './pdf-lib-sheet.ts'
import { printFiles } from './print-files.ts'
import { typstPrinter } from './typst-sheet.ts'

const OURS = '评议, one thread'
const FILES = '评议, files by two workers'
const NAIVE = 'naive pdfmake'

/** 登记表 of the sample year, each its own PDF: the app's definition, fonts and PDF/A-1b against what a union could use instead. */
export async function sheetBench(quick: boolean): Promise<Section> {
  const sheets = { ours: quick ? 30 : 100, files: quick ? 120 : 1000, theirs: quick ? 6 : 20, rounds: quick ? 2 : 5 }
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
  const megabytes: number[] = []
  const files: Contender = {
    name: FILES,
    run: async () => {
      const printed = await printFiles(sheets.files)
      megabytes.push(printed.megabytes)
      return printed.msEach
    },
  }
  try {
    const rounds = await interleavedRounds(
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
    return {
      title: `Sheets: ms for a 登记表 (${sheets.files} files at a time)`,
      rounds,
      ratios: {
        vsNaivePdfmake: timesFaster(rounds, FILES, NAIVE),
        vsTypst: timesFaster(rounds, FILES, 'Typst'),
        vsChromium: timesFaster(rounds, FILES, 'Chromium'),
        vsPdfLib: timesFaster(rounds, FILES, 'pdf-lib + fontkit'),
        oneThreadVsNaivePdfmake: timesFaster(rounds, OURS, NAIVE),
        ...(quick ? {} : await oneLongFile()),
      },
      notes: { megabytesInAll: median(megabytes), ...(await growth(quick ? [10, 100] : [10, 100, 1000])) },
    }
  } finally {
    await chromium.close()
  }
}

function definitionsOf(people: number): readonly [Definition, ...Definition[]] {
  const evaluation = bigYear(people)
  const year = yearData(evaluation)
  const [first, ...others] = evaluation.instructors.map(person =>
    definitionOf(year, { form: 'evaluation-record', instructor: person.id }),
  )
  if (!first) throw new Error('nobody')
  return [first, ...others]
}

/** One file of a thousand pages. */
async function oneLongFile(): Promise<Readonly<Record<string, number>>> {
  const all = definitionsOf(500)
  const apart: Content = { text: '', pageBreak: 'before' }
  const definition = {
    ...all[0],
    content: all.flatMap((each, index) => (index === 0 ? each.content : [apart, ...each.content])),
  }
  const ours = await timeEach(1, () => renderSheet(definition))
  const naive = await timeEach(1, () => naivePdfmake(definition))
  return { thousandPagesVsNaivePdfmake: naive / ours }
}

/** Milliseconds a sheet, the start of the workers included: more sheets must not make each of them dearer. */
async function growth(sizes: readonly number[]): Promise<Readonly<Record<string, number>>> {
  const entries: [string, number][] = []
  for (const size of sizes) entries.push([`msEachOf${size}`, (await printFiles(size)).msEach])
  return Object.fromEntries(entries)
}
