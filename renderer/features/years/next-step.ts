import type { YearData } from '#renderer/db/hooks/year-data.ts'
import type { SHELL } from '#renderer/strings/shell.ts'
import { YEARS } from '#renderer/strings/years.ts'
import { resultNotice } from '#shared/domain/decision/notice.ts'
import { schemeStage } from '#shared/domain/evaluation/scheme-stage.ts'
import type { Gap } from '#shared/domain/score/gaps.ts'

export type NextStep = {
  readonly step: keyof typeof SHELL.steps | 'safety'
  readonly text: string
  readonly action: string
}

const words = YEARS.next

/** The one thing to do next, the steps read from the left; null once the year is closed. */
export function nextStep({ evaluation, gaps }: YearData, archives: number | null): NextStep | null {
  const { instructors, meetings, decisions, notices, closed, scheme } = evaluation
  const missing = (...kinds: readonly Gap['kind'][]) => gaps.filter(gap => kinds.includes(gap.kind)).length
  const has = (kind: 'self' | 'ballot' | 'rating') => scheme.components.some(component => component.kind === kind)
  if (closed) return null
  if (instructors.length === 0) return { step: 'roster', ...words.roster }
  if (schemeStage(evaluation) === 'open') return { step: 'scheme', ...words.scheme }
  const selves = missing('self', 'summary')
  if (selves > 0) return { step: 'self', text: words.self(selves), action: words.selfAction }
  if (has('ballot') && meetings.length === 0) return { step: 'ballot', ...words.ballot }
  const ratings = missing('rating', 'source')
  if (ratings > 0) return { step: 'rating', text: words.rating(ratings), action: words.ratingAction }
  const undecided = instructors.length - new Set(decisions.map(decision => decision.instructor)).size
  if (undecided > 0) return { step: 'decision', text: words.decision(undecided), action: words.decisionAction }
  if (!resultNotice(notices ?? [])) return { step: 'decision', ...words.notices }
  if (!archives) return { step: 'archive', ...words.archive }
  return { step: 'safety', ...words.close }
}
