import type { AnnualScore } from '#shared/domain/score/annual-score.ts'
import type { YearData } from '#shared/sheets/year-data.ts'

/** Forms that a meeting makes: they are as old as the meeting, not as the last decision of the year. */
const OF_MEETING: ReadonlySet<string> = new Set([
  'ballot-summary',
  'count-report',
  'turnout-record',
  'ballot-destruction',
  'suggestions',
])
/** Forms that say one person's result. */
const OF_PERSON: ReadonlySet<string> = new Set(['evaluation-record', 'renewal-approval', 'score-statement'])

/**
 * The day on which a form's document came about (形成时间, DA/T 22-2015), ISO: the scheme when it was published, what a
 * meeting counted when it met, a person's papers when they were decided on. The newest date of the year where the data
 * do not say.
 */
export function documentDate(form: string, year: YearData, person: AnnualScore | null): string {
  return knownDate(form, year, person) || year.date
}

function knownDate(
  form: string,
  { evaluation, decisions, facts }: YearData,
  person: AnnualScore | null,
): string | undefined {
  const decided = person === null ? undefined : decisions.get(person.instructor.id)?.date
  if (OF_PERSON.has(form)) return decided
  if (OF_MEETING.has(form)) return newest(evaluation.meetings.map(({ date }) => date))
  switch (form) {
    case 'scheme-notice':
      return evaluation.publication?.publishedOn
    case 'public-notice':
      return facts.publicFrom
    case 'public-report':
      return facts.publicTo
    case 'result-notice':
      // A notice of what a review changed is newer than the one that was served at first.
      return newest([facts.served, decided])
    default:
      return undefined
  }
}

/** Empty where there is none. */
function newest(dates: readonly (string | undefined)[]): string {
  return dates.reduce<string>((latest, date = '') => (date > latest ? date : latest), '')
}
