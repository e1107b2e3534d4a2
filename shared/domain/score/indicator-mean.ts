import { countOf, type Row } from '#shared/domain/ballot/combine-tallies.ts'
import type { GradesScale, PointsScale, Scale } from '#shared/domain/scheme/scheme.ts'
import { fraction, type Rational, rational, ZERO } from '#shared/lib/rational.ts'
import { optionUnits } from './option-units.ts'

export type IndicatorMean = {
  readonly counted: number
  readonly points: Rational
  readonly dropped: readonly string[]
  readonly score: Rational | null
}

/**
 * `Σ count × points ÷ Σ count` over the marks that have points; abstentions and invalid rows do not count. On a points
 * scale with `trim` and more than `moreThan` marks, the `drop` highest and lowest go first. `score` is null without a
 * mark. Source: SCORING.md rule 1.
 */
export function indicatorMean(row: Row, scale: Scale): IndicatorMean {
  if (scale.kind === 'grades') return gradesMean(row, scale)
  const marks = Object.entries(row.marks)
    .map(([points, count]) => ({ points, count }))
    .sort((a, b) => rational(a.points).compare(rational(b.points)))
  return trimmedMean(marks, scale)
}

const NONE: readonly string[] = []

/** In whole units, as a year has tens of thousands of them; what is too large for that is added up as rationals. */
function gradesMean({ marks }: Row, scale: GradesScale): IndicatorMean {
  const { options, divisor } = optionUnits(scale)
  let counted = 0
  let total = 0
  let size = 0
  for (const { id, units } of options) {
    const count = countOf(marks, id)
    counted += count
    total += count * units
    size += count * Math.abs(units)
  }
  if (!Number.isSafeInteger(size) || !Number.isSafeInteger(divisor * counted))
    return mean(
      options.map(({ id, points }) => ({ points, count: countOf(marks, id) })),
      NONE,
    )
  const score = counted === 0 ? null : fraction(total, divisor * counted)
  return { counted, points: fraction(total, divisor), dropped: NONE, score }
}

type Marks = { readonly points: string; readonly count: number }

function trimmedMean(marks: readonly Marks[], { trim }: PointsScale): IndicatorMean {
  const counted = marks.reduce((total, mark) => total + mark.count, 0)
  if (!trim || counted <= trim.moreThan) return mean(marks, NONE)
  const lowest = take(marks, trim.drop)
  const highest = take([...lowest.left].reverse(), trim.drop)
  return mean([...highest.left].reverse(), [...lowest.taken, ...highest.taken.reverse()])
}

/** Takes `drop` marks from the front of the list. */
function take(marks: readonly Marks[], drop: number): { left: Marks[]; taken: string[] } {
  const taken: string[] = []
  const left = marks.map(({ points, count }) => {
    const gone = Math.min(count, drop - taken.length)
    for (let mark = 0; mark < gone; mark++) taken.push(points)
    return { points, count: count - gone }
  })
  return { left, taken }
}

function mean(marks: readonly Marks[], dropped: readonly string[]): IndicatorMean {
  let counted = 0
  let points = ZERO
  for (const mark of marks) {
    counted += mark.count
    points = points.add(rational(mark.points).mul(mark.count))
  }
  return { counted, points, dropped, score: counted === 0 ? null : points.div(counted) }
}
