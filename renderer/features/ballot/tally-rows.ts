import { addRows, EMPTY_ROW, type Row } from '#shared/domain/ballot/combine-tallies.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { BallotScore, YearScore } from '#shared/domain/score/annual-score.ts'
import { roundHalfUp } from '#shared/lib/rational.ts'

export type TallyRow = {
  readonly instructor: Instructor
  readonly counts: Row
  /** The mean of the chosen groups and indicator as printed; null where several groups are shown or nobody marked. */
  readonly mean: string | null
}

/** Everyone's counts of one indicator in one group, or in all groups together where `group` is null. */
export function tallyRows(
  score: YearScore,
  component: string,
  indicator: string,
  group: string | null,
): readonly TallyRow[] {
  return score.people.flatMap(person => {
    const part = person.components.find(
      (each): each is BallotScore => each.kind === 'ballot' && each.component.id === component,
    )
    if (!part) return []
    const own = part.groups
      .filter(each => group === null || each.group.id === group)
      .flatMap(each => each.indicators.filter(mean => mean.indicator.id === indicator))
    const single = group === null ? undefined : own[0]
    return [
      {
        instructor: person.instructor,
        counts: own.reduce((total, mean) => addRows(total, mean.row), EMPTY_ROW),
        mean: single?.score ? roundHalfUp(single.score, 2) : null,
      },
    ]
  })
}

/** How many marks a row holds. */
export function marksIn(row: Row): number {
  return Object.values(row.marks).reduce((total, count) => total + count, 0)
}
