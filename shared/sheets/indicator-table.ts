import type { PointsIndicator } from '#shared/domain/scheme/scheme.ts'
import type { Rational } from '#shared/lib/rational.ts'
import { INNER, label, spanned, value, words } from './paper/cells.ts'
import type { Cell, TableNode } from './paper/definition.ts'
import { BODY_SIZE } from './paper/page.ts'
import { oneLine } from './paper/text.ts'
import { fittedSize } from './paper/text-width.ts'
import { scoreText } from './score-words.ts'

type Scores = { readonly [indicator: string]: string } | undefined

/** So many stand in one column; more in two beside each other, so that the form keeps to its page. */
const ONE_COLUMN = 4
/** The width of an indicator's name where there are two columns of them, and its least type before it has two lines. */
const NAME = 106
const LEAST = 8.5

/** How many rows the table of so many indicators has, head and total included. */
export function indicatorRows(indicators: number): number {
  return (indicators > ONE_COLUMN ? Math.ceil(indicators / 2) : indicators) + 2
}

/** Indicators with their points and scores, and the total; the boxes are empty where there are no scores yet. */
export function indicatorTable(
  indicators: readonly PointsIndicator[],
  scores: Scores,
  total: Rational | null,
): TableNode {
  if (indicators.length > ONE_COLUMN) return twoColumns(indicators, scores, total)
  const body: Cell[][] = [
    [label('指　标'), label('满分'), label('得分')],
    ...indicators.map(({ id, name, points }): Cell[] => [
      words(oneLine(name, 60)),
      value(points),
      value(scores?.[id] ?? ''),
    ]),
    [label('合　计'), value('100'), value(total === null ? '' : scoreText(total), { bold: true })],
  ]
  return { layout: 'inner', margin: INNER, table: { widths: ['*', 60, 80], heights: 17, dontBreakRows: true, body } }
}

/** The first half on the left, going down, the second on the right. */
function twoColumns(indicators: readonly PointsIndicator[], scores: Scores, total: Rational | null): TableNode {
  const half = Math.ceil(indicators.length / 2)
  const sizes = indicators.map(({ name }) => fittedSize(oneLine(name, 60), NAME, BODY_SIZE, LEAST))
  const fontSize = Math.min(...sizes)
  const cells = (indicator: PointsIndicator | undefined): Cell[] => {
    if (!indicator) return [value(''), value(''), value('')]
    return [
      words(oneLine(indicator.name, 60), { fontSize }),
      value(indicator.points),
      value(scores?.[indicator.id] ?? ''),
    ]
  }
  const head = () => [label('指　标'), label('满分'), label('得分')]
  const body: Cell[][] = [
    [...head(), ...head()],
    ...indicators.slice(0, half).map((left, index) => [...cells(left), ...cells(indicators[half + index])]),
    [
      label('合　计', { colSpan: 4 }),
      ...spanned(3),
      value('100'),
      value(total === null ? '' : scoreText(total), { bold: true }),
    ],
  ]
  return {
    layout: 'inner',
    margin: INNER,
    table: { widths: ['*', 34, 42, '*', 34, 42], heights: 17, dontBreakRows: true, body },
  }
}
