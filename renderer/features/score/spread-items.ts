import type { BarItem } from '#renderer/charts/bar-chart.tsx'
import { toneOf } from '#renderer/components/tone.ts'
import { SCORE } from '#renderer/strings/score.ts'
import type { Scheme } from '#shared/domain/scheme/scheme.ts'
import type { AnnualScore } from '#shared/domain/score/annual-score.ts'
import { rational } from '#shared/lib/rational.ts'

/** Below this, one range holds all: few are there, and the interest lies above. */
const LOWEST = 60
const STEP = 5

/** How many totals fall into each range of five points; a range takes the tone of the grade line it reaches. */
export function spreadItems(people: readonly AnnualScore[], { grades }: Scheme): BarItem[] {
  const totals = people.flatMap(person => (person.printedTotal === null ? [] : [rational(person.printedTotal)]))
  const starts = [0, ...Array.from({ length: (100 - LOWEST) / STEP }, (_, index) => LOWEST + index * STEP)]
  return starts.map((from, index) => {
    const to = starts[index + 1] ?? 101
    const count = totals.filter(total => total.gte(from) && total.lt(to)).length
    const grade = grades.findIndex(each => rational(each.min).lte(from))
    return {
      label: from === 0 ? SCORE.spread.below(LOWEST) : SCORE.spread.from(from),
      value: count,
      text: count === 0 ? '' : String(count),
      tone: toneOf(grade, grades.length),
    }
  })
}
