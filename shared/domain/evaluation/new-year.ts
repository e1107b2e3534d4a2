import { lastDecisions } from '#shared/domain/decision/decision.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { SchemeDraft } from '#shared/domain/scheme/design/draft.ts'
import type { Fault } from '#shared/lib/fault.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { shapeFaults } from '#shared/lib/shape-faults.ts'
import { gradeName, withGrade } from './carry-history.ts'
import { checkEvaluation } from './check-evaluation.ts'
import { EVALUATION_FORMAT, EVALUATION_VERSION, type Evaluation, evaluationSchema } from './evaluation.ts'

export type NewYear = {
  readonly year: number
  readonly title: string
  readonly organiser: string
  readonly scheme: SchemeDraft
  /** The year before, whose people are carried over; left out: the roster begins empty. */
  readonly from?: Evaluation
}

/**
 * A year to begin with: people from the year before, each with the grade decided there in their history; the scheme as
 * given, not published; nothing else. Or every fault with its place, e.g. a quota by posting with people who have none.
 *
 * Choices of ours: who left, died or withdrew stays behind; whose term has ended comes along, to be renewed or removed by
 * a person. What was said of one year (months on post, leave, absence, vetoes) stays there; an investigation goes on until
 * somebody ends it. Sources that the scheme does not have are not asked for.
 */
export function newEvaluation({ year, title, organiser, scheme, from }: NewYear): Result<Evaluation, readonly Fault[]> {
  const draft = {
    format: EVALUATION_FORMAT,
    version: EVALUATION_VERSION,
    year,
    title: title.trim(),
    organiser: organiser.trim(),
    scheme,
    instructors: from ? carriedPeople(from, scheme) : [],
  }
  const parsed = evaluationSchema.safeParse(draft)
  if (!parsed.success) return failure(shapeFaults(parsed.error, draft))
  const faults = checkEvaluation(parsed.data)
  return faults.length > 0 ? failure(faults) : success(parsed.data)
}

/** Who goes on into another year: everybody but those who left. */
export function peopleStaying(from: Evaluation): readonly Instructor[] {
  return from.instructors.filter(person => person.left === undefined)
}

function carriedPeople(from: Evaluation, scheme: SchemeDraft): Instructor[] {
  const decisions = lastDecisions(from.decisions)
  const sources = new Set<string>(
    scheme.components.flatMap(part => (part.kind === 'rating' ? part.sources.map(source => source.id) : [])),
  )
  return peopleStaying(from).map(person => {
    const { status, sources: own, history, ...rest } = person
    const asked = own?.filter(source => sources.has(source)) ?? []
    const final = decisions.get(person.id)?.final ?? null
    const past = final === null ? history : withGrade(history, from.year, gradeName(final, from.scheme, scheme))
    return {
      ...rest,
      ...(asked.length > 0 && { sources: asked }),
      ...(status?.underInvestigation && { status: { underInvestigation: true } }),
      ...(past && { history: past }),
    }
  })
}
