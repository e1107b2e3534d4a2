import type { YearData } from '#renderer/db/hooks/year-data.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'

/** The list that a person's page was opened from: the roster's order, or the ranking's with the unranked after it. */
export type Origin = 'roster' | 'score'

export function peopleInOrder({ score }: YearData, origin: Origin): readonly Instructor[] {
  const people = origin === 'roster' ? score.people : score.people.toSorted((a, b) => place(a.rank) - place(b.rank))
  return people.map(person => person.instructor)
}

function place(rank: number | null): number {
  return rank ?? Number.MAX_SAFE_INTEGER
}
