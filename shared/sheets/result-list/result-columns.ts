import type { AnnualScore } from '#shared/domain/score/annual-score.ts'
import { roundHalfUp } from '#shared/lib/rational.ts'
import { alignedName } from '#shared/sheets/name-words.ts'
import { label, nameCell, value, words } from '#shared/sheets/paper/cells.ts'
import type { Cell } from '#shared/sheets/paper/definition.ts'
import { LANDSCAPE_WIDTH } from '#shared/sheets/paper/page.ts'
import { oneLine } from '#shared/sheets/paper/text.ts'
import { textWidth } from '#shared/sheets/paper/text-width.ts'
import { kindWords } from '#shared/sheets/person-words.ts'
import { decidedWords, NONE, proposedWords, remarks, scoreText, shortRemarks } from '#shared/sheets/score-words.ts'
import type { YearData } from '#shared/sheets/year-data.ts'

const SIZE = 9
/** Paddings and line of one cell of a `dense` table. */
const CELL = 4.6
/** Characters of a cell: a row never grows beyond a page, and the person's own forms have every word. */
const MOST = { name: 24, unit: 60, words: 200 } as const

/** One column: its head, its width in points or its share of the width that is left, what it shows of a person. */
type Column = {
  readonly head: string
  readonly width: number | { readonly share: number }
  readonly cell: (person: AnnualScore) => Cell
}

export type ResultColumns = {
  readonly widths: readonly number[]
  readonly head: readonly (readonly Cell[])[]
  readonly row: (person: AnnualScore) => Cell[]
}

/** The columns of those who have a rank: components, total and grades. */
export function rankedColumns(year: YearData): ResultColumns {
  const { scheme } = year.evaluation
  const width = scheme.components.length > 4 ? 30 : 38
  return columns([
    column('名次', 24, person => (person.rank === null ? NONE : String(person.rank))),
    ...personColumns(year, 62),
    ...scheme.components.map((component, index) =>
      column(oneLine(component.name, MOST.name), width, person => scoreText(person.components[index]?.score ?? null)),
    ),
    column('加减分', 32, adjustmentText),
    totalColumn(),
    column('建议等次', 44, person => oneLine(proposedWords(person), MOST.name)),
    column('审定等次', 44, person =>
      oneLine(decidedWords(year.decisions.get(person.instructor.id), scheme), MOST.name),
    ),
    wordsColumn('备　注', 38, person => shortRemarks(person, scheme)),
  ])
}

/** The columns of those without a rank: who, and why. */
export function unrankedColumns(year: YearData): ResultColumns {
  const { scheme, instructors } = year.evaluation
  const numbers = new Map(instructors.map((person, index) => [String(person.id), String(index + 1)]))
  return columns([
    column('编号', 24, person => numbers.get(person.instructor.id) ?? ''),
    ...personColumns(year, 40),
    totalColumn(),
    column('建　议', 50, proposedWords),
    column('审定等次', 44, person =>
      oneLine(decidedWords(year.decisions.get(person.instructor.id), scheme), MOST.name),
    ),
    wordsColumn('原　因', 60, person => remarks(person, scheme)),
  ])
}

function personColumns({ evaluation }: YearData, share: number): Column[] {
  const names = evaluation.instructors.map(person => textWidth(alignedName(oneLine(person.name)), SIZE) + 1)
  const nameWidth = Math.min(100, Math.max(44, ...names))
  return [
    {
      head: '姓　名',
      width: nameWidth,
      cell: ({ instructor }) => nameCell(alignedName(oneLine(instructor.name, MOST.name)), nameWidth, SIZE),
    },
    wordsColumn('所在单位', share, ({ instructor }) => [oneLine(instructor.unit, MOST.unit)]),
    column('派驻区\n（产业）', 56, ({ instructor }) => oneLine(instructor.posting, MOST.name)),
    column('类别', 22, ({ instructor }) => kindWords(instructor)),
  ]
}

function totalColumn(): Column {
  return { head: '总分', width: 36, cell: person => value(person.printedTotal ?? NONE, { fontSize: SIZE, bold: true }) }
}

function column(head: string, width: number, text: (person: AnnualScore) => string): Column {
  return { head, width, cell: person => value(text(person), { fontSize: SIZE }) }
}

function wordsColumn(head: string, share: number, texts: (person: AnnualScore) => readonly string[]): Column {
  return {
    head,
    width: { share },
    cell: person => words(oneLine(texts(person).join('；'), MOST.words), { fontSize: 8.5 }),
  }
}

function adjustmentText({ bonus, penalty }: AnnualScore): string {
  const parts = [
    ...(bonus.equals(0) ? [] : [`+${roundHalfUp(bonus, 2)}`]),
    ...(penalty.equals(0) ? [] : [`−${roundHalfUp(penalty, 2)}`]),
  ]
  return parts.join('\n')
}

function columns(list: readonly Column[]): ResultColumns {
  const fixed = list.reduce((total, { width }) => total + (typeof width === 'number' ? width : 0), 0)
  const shares = list.reduce((total, { width }) => total + (typeof width === 'number' ? 0 : width.share), 0)
  const left = LANDSCAPE_WIDTH - fixed - list.length * CELL - 1
  return {
    widths: list.map(({ width }) => (typeof width === 'number' ? width : (left * width.share) / shares)),
    head: [list.map(({ head }) => label(head, { fontSize: SIZE, bold: true }))],
    row: person => list.map(({ cell }) => cell(person)),
  }
}
