import { Text } from '@mantine/core'
import { Panel } from '#renderer/components/panel.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { MEETING } from '#renderer/strings/meeting.ts'
import type { MeetingPlan } from '#shared/domain/ballot/plan/meeting-plan.ts'
import { usePlanCheck } from './use-plan-check.ts'

/** What must be settled before printing, what is worth a thought, and how much work a ballot is. */
export function WarningsPanel({ plan }: { readonly plan: MeetingPlan }) {
  const { lines, effort } = usePlanCheck(plan)
  return (
    <Panel
      title={MEETING.plan.checks}
      name="plan-checks"
      aside={
        effort && (
          <Text size="sm" c="dimmed">
            {MEETING.plan.effort(effort.people, effort.indicators, effort.taps, effort.minutes)}
          </Text>
        )
      }
    >
      {lines.length === 0 && <StateMark tone="complete">{MEETING.plan.fine}</StateMark>}
      {lines.map(line => (
        <StateMark key={line.words} tone={line.blocks ? 'lacking' : 'quiet'}>
          {line.blocks ? MEETING.plan.mustSettle(line.words) : line.words}
        </StateMark>
      ))}
    </Panel>
  )
}
