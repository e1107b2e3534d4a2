import type { PointsIndicator } from '#shared/domain/scheme/scheme.ts'
import type { Rational } from '#shared/lib/rational.ts'
import { INNER, label, value, words } from './paper/cells.ts'
import type { Cell, TableNode } from './paper/definition.ts'
import { oneLine } from './paper/text.ts'
import { scoreText } from './score-words.ts'

type Scores = { readonly [indicator: string]: string } | undefined

/** Indicators with their points and scores, and the total; the boxes are empty where there are no scores yet. */
export function indicatorTable(
  indicators: readonly PointsIndicator[],
  scores: Scores,
  total: Rational | null,
): TableNode {
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
