import type { BallotComponent } from '#shared/domain/scheme/scheme.ts'
import type { AnnualScore, BallotScore } from '#shared/domain/score/annual-score.ts'
import { groupCounts, totalCounts } from '#shared/sheets/group-counts.ts'
import { alignedName } from '#shared/sheets/name-words.ts'
import { lineCell, nameCell, spanned, value } from '#shared/sheets/paper/cells.ts'
import type { Cell } from '#shared/sheets/paper/definition.ts'
import { oneLine } from '#shared/sheets/paper/text.ts'
import { scoreText, weightWords } from '#shared/sheets/score-words.ts'
import type { YearData } from '#shared/sheets/year-data.ts'
import { SIZE, type SummaryColumns } from './summary-columns.ts'

type Block = readonly (readonly Cell[])[]

// One row of a block, its line included, and the line of text in it, in points.
const ROW = 14.8
const LINE = 12.2
/** Characters of a name in a list. */
const MOST_NAME = 24

/** A person's rows, one a group and one for all; a person without a vote has one row. */
export function personBlock(
  year: YearData,
  person: AnnualScore,
  index: number,
  component: BallotComponent,
  columns: SummaryColumns,
): Block {
  const part = person.components.find((each): each is BallotScore => each.component.id === component.id)
  const number = String(index + 1)
  const name = alignedName(oneLine(person.instructor.name, MOST_NAME))
  return part?.groups.some(group => group.ballots > 0)
    ? votedBlock(year, part, person.instructor.id, { number, name }, columns)
    : unvotedBlock({ number, name }, columns)
}

type Who = { readonly number: string; readonly name: string }

function unvotedBlock({ number, name }: Who, columns: SummaryColumns): Block {
  return [
    [
      small(number),
      nameCell(name, columns.nameWidth, SIZE),
      small('未测评'),
      small(weightWords(null)),
      ...columns.cells(null),
      small(scoreText(null)),
      small(scoreText(null)),
    ],
  ]
}

function votedBlock(year: YearData, part: BallotScore, id: string, who: Who, columns: SummaryColumns): Block {
  const denominator = year.evaluation.scheme.rateDenominator
  const groups = groupCounts(part, year.ballots.get(part.component.id), id, denominator)
  const rows: Cell[][] = [
    ...groups.map(counts => [
      lineCell(oneLine(counts.score.group.name, MOST_NAME), columns.groupWidth, SIZE),
      small(weightWords(counts.score.weight)),
      ...columns.cells(counts.ballots + counts.void === 0 ? null : counts),
      small(scoreText(counts.score.score)),
    ]),
    [
      { text: '合　计', fontSize: SIZE, bold: true, alignment: 'center' },
      small(''),
      ...columns.cells(totalCounts(part, groups, denominator)),
      small(''),
    ],
  ]
  const across = spanning(rows.length)
  return rows.map((cells, row) =>
    row === 0
      ? [
          value(who.number, { fontSize: SIZE, ...across }),
          nameCell(who.name, columns.nameWidth, SIZE, across),
          ...cells,
          value(scoreText(part.score), { fontSize: SIZE, bold: true, ...across }),
        ]
      : [...spanned(2), ...cells, ...spanned(1)],
  )
}

function small(text: string): Cell {
  return { text, fontSize: SIZE, alignment: 'center' }
}

/**
 * The middle of `rows` rows, by a margin: pdfmake loses the vertical middle of a spanning cell when its block moves to
 * the next page.
 */
function spanning(rows: number) {
  return { rowSpan: rows, verticalAlignment: 'top', margin: [0, (rows * ROW - LINE) / 2 - 1, 0, 0] } as const
}
