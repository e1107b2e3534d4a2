import { countOf, type Marks } from '#shared/domain/ballot/combine-tallies.ts'
import type { Scale } from '#shared/domain/scheme/scheme.ts'
import type { IndicatorScore } from '#shared/domain/score/annual-score.ts'
import { rational } from '#shared/lib/rational.ts'
import { equals, pointsText } from './exact-text.ts'

/**
 * One indicator's mean as a sum that can be checked by hand: `(6×100 + 3×80 + 1×60) ÷ 10 = 900 ÷ 10 = 90.00`; null where
 * nobody chose anything that has points. Trimmed marks are already left out.
 */
export function meanFormula({ row, counted, points, score, dropped }: IndicatorScore, scale: Scale): string | null {
  if (score === null) return null
  const terms = countedMarks(row.marks, scale, dropped)
    .filter(mark => mark.count > 0)
    .map(mark => `${mark.count}×${mark.points}`)
  const sum = terms.length === 1 ? (terms[0] ?? '') : `(${terms.join(' + ')})`
  return `${sum} ÷ ${counted} = ${pointsText(points)} ÷ ${counted} ${equals(score)}`
}

type Mark = { readonly points: string; readonly count: number }

function countedMarks(marks: Marks, scale: Scale, dropped: readonly string[]): Mark[] {
  if (scale.kind === 'grades')
    return scale.options.flatMap(option =>
      option.points === undefined ? [] : [{ points: option.points, count: countOf(marks, option.id) }],
    )
  return Object.entries(marks)
    .map(([points, count]) => ({ points, count: count - dropped.filter(value => value === points).length }))
    .toSorted((a, b) => rational(b.points).compare(a.points))
}
