import { PERSON } from '#renderer/strings/person.ts'
import { poolWords } from '#renderer/strings/pool-words.ts'
import type { Grade, Scheme } from '#shared/domain/scheme/scheme.ts'
import type { AnnualScore, YearScore } from '#shared/domain/score/annual-score.ts'
import { FLAG_WORDS, SUGGESTION_WORDS } from '#shared/domain/score/words.ts'
import { rational, roundHalfUp } from '#shared/lib/rational.ts'
import { equals } from './exact-text.ts'

const words = PERSON.grade

/** How the total becomes a rank, a proposed grade and a suggestion, one sentence a step. */
export function gradeSteps(person: AnnualScore, year: YearScore, scheme: Scheme): string[] {
  const { printedTotal } = person
  if (printedTotal === null) return []
  return [
    ...rankStep(person, year),
    lineStep(printedTotal, scheme.grades),
    ...satisfactionStep(person),
    ...person.flags.map(flag => FLAG_WORDS[flag]),
    ...quotaSteps(person, year, scheme),
    ...(person.suggestion.length === 0
      ? []
      : [words.suggestion(person.suggestion.map(suggestion => SUGGESTION_WORDS[suggestion]).join('、'))]),
  ]
}

function rankStep({ rank }: AnnualScore, { people }: YearScore): string[] {
  if (rank === null) return []
  const higher = people.filter(other => other.rank !== null && other.rank < rank).length
  return [words.rank(rank, higher)]
}

function lineStep(total: string, grades: readonly Grade[]): string {
  const reached = grades.find(grade => rational(total).gte(grade.min))
  const last = grades.at(-1)
  if (!reached || reached === last) return words.lowest(total, last?.label ?? '')
  return words.reached(total, reached.label, reached.min)
}

function satisfactionStep({ satisfaction, flags }: AnnualScore): string[] {
  if (!satisfaction || !flags.some(flag => flag === 'low-satisfaction' || flag === 'one-third-low')) return []
  const percent = rational(satisfaction.satisfied).mul(100).div(satisfaction.marks)
  return [
    words.satisfaction(satisfaction.satisfied, satisfaction.marks, `${equals(percent)[0]} ${roundHalfUp(percent, 2)}`),
  ]
}

function quotaSteps({ instructor }: AnnualScore, { quota }: YearScore, scheme: Scheme): string[] {
  return quota.flatMap(pool => {
    const name = poolWords(pool.pool, scheme)
    if (pool.within.includes(instructor.id)) return [words.quotaWithin(name, pool.base, pool.places)]
    if (pool.tied.includes(instructor.id)) return [words.quotaTied(name, pool.base, pool.places)]
    if (!pool.over.includes(instructor.id)) return []
    return [words.quotaOver(name, pool.base, pool.places, scheme.grades[1]?.label ?? '')]
  })
}
