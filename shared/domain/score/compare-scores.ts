import { rational } from '#shared/lib/rational.ts'
import type { AnnualScore, YearScore } from './annual-score.ts'

/** One person's printed total, rank and proposed grade under two schemes. */
export type ScoreChange = {
  readonly person: AnnualScore
  readonly before: AnnualScore
  readonly totalChanged: boolean
  readonly rankChanged: boolean
  readonly gradeChanged: boolean
}

/**
 * The same year under two schemes, side by side: best new total first, who has none last in the roster's order. `person`
 * is the new score. Grades are compared by what they are called: a renamed id is no change to anybody.
 */
export function compareScores(before: YearScore, after: YearScore): ScoreChange[] {
  const old = new Map(before.people.map(person => [person.instructor.id, person]))
  return after.people
    .flatMap(person => {
      const own = old.get(person.instructor.id)
      return own ? [changeOf(own, person)] : []
    })
    .sort((a, b) => byTotal(a.person, b.person))
}

function changeOf(before: AnnualScore, person: AnnualScore): ScoreChange {
  return {
    person,
    before,
    totalChanged: before.printedTotal !== person.printedTotal,
    rankChanged: before.rank !== person.rank,
    gradeChanged: gradeKey(before) !== gradeKey(person),
  }
}

/** What decides what is shown for a grade: its name, or why there is none. */
function gradeKey(person: AnnualScore): string {
  if (person.proposed) return person.proposed.label
  return person.notes.includes('tie-at-quota') ? 'tied' : person.printedTotal === null ? 'blocked' : 'none'
}

function byTotal(a: AnnualScore, b: AnnualScore): number {
  if (a.printedTotal === null || b.printedTotal === null)
    return Number(a.printedTotal === null) - Number(b.printedTotal === null)
  return rational(b.printedTotal).compare(a.printedTotal)
}
