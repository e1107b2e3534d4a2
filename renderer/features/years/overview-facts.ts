import type { Fact } from '#renderer/components/facts.tsx'
import type { YearData } from '#renderer/db/hooks/year-data.ts'
import { YEARS } from '#renderer/strings/years.ts'

const words = YEARS.overview

/** The year in four figures. */
export function overviewFacts({ evaluation, score, gaps }: YearData): Fact[] {
  const { instructors, scheme } = evaluation
  const fullTime = instructors.filter(person => person.kind === 'full-time').length
  const scored = score.people.filter(person => person.printedTotal !== null).length
  const concerned = new Set(gaps.map(gap => gap.instructor.id)).size
  // Of nobody, nothing is complete.
  const ofPeople = (note: string) => (instructors.length === 0 ? words.nobody : note)
  const total = (count: (pool: (typeof score.quota)[number]) => number) =>
    score.quota.reduce((sum, pool) => sum + count(pool), 0)
  return [
    {
      label: words.people,
      value: instructors.length,
      note: words.peopleNote(fullTime, instructors.length - fullTime),
    },
    { label: words.gaps, value: words.gapsUnit(gaps.length), note: ofPeople(words.gapsNote(concerned)) },
    { label: words.scored, value: scored, note: ofPeople(words.scoredNote(instructors.length - scored)) },
    {
      label: words.quota(scheme.grades[0]?.label ?? ''),
      value: score.quota.length === 0 ? words.noQuota : total(pool => pool.places),
      ...(score.quota.length > 0 && {
        note: words.quotaNote(
          total(pool => pool.within.length),
          total(pool => pool.tied.length),
        ),
      }),
    },
  ]
}
