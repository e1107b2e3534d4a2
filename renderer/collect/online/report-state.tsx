import { StateMark } from '#renderer/components/state-mark.tsx'
import { today } from '#renderer/components/today.ts'
import { REPORTING } from '#renderer/strings/reporting.ts'
import type { ReportState } from '#shared/domain/report/report-exchange.ts'
import { daysUntil } from '#shared/domain/self/deadlines.ts'

type ReportStateMarkProps = {
  readonly state: ReportState | null
  /** `2026-11-30`; '' where none is set. */
  readonly deadline: string
}

/** How one link stands; null: it is not published. What is not submitted by the deadline says so. */
export function ReportStateMark({ state, deadline }: ReportStateMarkProps) {
  if (state === null) return <StateMark tone="quiet">{REPORTING.notPublished}</StateMark>
  const words = REPORTING.states[state]
  if (state === 'submitted') return <StateMark tone="complete">{words}</StateMark>
  const over = deadline !== '' && daysUntil(deadline, today()) < 0
  if (over) return <StateMark tone="lacking">{REPORTING.overdue(words)}</StateMark>
  return <StateMark tone={state === 'returned' ? 'lacking' : 'quiet'}>{words}</StateMark>
}
