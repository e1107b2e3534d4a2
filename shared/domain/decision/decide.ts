import { failure, type Result, success } from '#shared/lib/result.ts'
import type { Decision } from './decision.ts'
import { reviewedByDecider } from './notice-rules.ts'
import type { Standing } from './standing.ts'

/** What a person fills in to decide. */
export type Verdict = {
  /** A grade's id; `null` for no grade this year. */
  readonly final: string | null
  readonly reason: string
  readonly clause: string
  readonly by: string
  /** ISO. */
  readonly date: string
}

/** A decision as it is written; the door of the evaluation checks its ids. */
export type DecisionEntry = Readonly<Record<'instructor' | 'reason' | 'clause' | 'by' | 'date', string>> & {
  readonly kind: Decision['kind']
  readonly proposed: string | null
  readonly final: string | null
}

export const DECISION_PROBLEMS = [
  'by-missing',
  'date-missing',
  'reason-missing',
  'clause-missing',
  'date-before-last',
  'reviewer-decided',
] as const
export type DecisionProblem = (typeof DECISION_PROBLEMS)[number]

/** Which kind of entry a verdict on this person is: it follows from where the person stands, nobody picks it. */
export function kindOf(standing: Standing, final: string | null): Decision['kind'] {
  if (standing.stage === 'reviewing') return 'review'
  if (standing.last) return 'correct'
  if (standing.need === 'tie') return 'tie'
  if (final !== (standing.score.proposed?.id ?? null)) return 'change'
  return standing.need === 'flag' ? 'flag' : 'confirm'
}

/** Whether the entry must say why: everything but agreeing with the program. */
export function needsReason(standing: Standing, final: string | null): boolean {
  const kind = kindOf(standing, final)
  return kind === 'confirm' ? standing.need === 'blocked' : kind !== 'flag'
}

/** Whether the entry must name the clause it stands on: another grade than the rules lead to. */
export function needsClause(standing: Standing, final: string | null): boolean {
  return kindOf(standing, final) === 'change' && standing.need !== 'blocked'
}

/** The entry of a verdict, or everything that it lacks. Who reviews may not be among those who decided. */
export function entryFor(standing: Standing, verdict: Verdict): Result<DecisionEntry, readonly DecisionProblem[]> {
  const kind = kindOf(standing, verdict.final)
  const [by, reason, clause] = [verdict.by.trim(), verdict.reason.trim(), verdict.clause.trim()]
  const problems: DecisionProblem[] = []
  if (by === '') problems.push('by-missing')
  if (verdict.date === '') problems.push('date-missing')
  else if (standing.last && verdict.date < standing.last.date) problems.push('date-before-last')
  if (reason === '' && needsReason(standing, verdict.final)) problems.push('reason-missing')
  if (clause === '' && needsClause(standing, verdict.final)) problems.push('clause-missing')
  if (kind === 'review' && reviewedByDecider(standing.entries, by)) problems.push('reviewer-decided')
  if (problems.length > 0) return failure(problems)
  return success({
    instructor: standing.instructor.id,
    kind,
    proposed: standing.score.proposed?.id ?? null,
    final: verdict.final,
    reason,
    clause,
    by,
    date: verdict.date,
  })
}

/** Who can be confirmed together: nobody decided yet, nothing to settle. */
export function confirmable(standings: readonly Standing[]): Standing[] {
  return standings.filter(standing => standing.stage === 'open' && standing.need === 'confirm')
}
