import { Text } from '@mantine/core'
import { useMemo } from 'react'
import { Panel } from '#renderer/components/panel.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { MEETING } from '#renderer/strings/meeting.ts'
import { planWarningWords } from '#renderer/strings/plan-warnings.ts'
import { ballotEffort } from '#shared/domain/ballot/plan/ballot-effort.ts'
import type { MeetingPlan } from '#shared/domain/ballot/plan/meeting-plan.ts'
import { planWarnings } from '#shared/domain/ballot/plan/plan-warnings.ts'
import { setUpOf } from '#shared/domain/ballot/plan/set-up-of.ts'
import { faultWords } from '#shared/domain/evaluation/fault-words.ts'
import { placeWords } from '#shared/domain/evaluation/place-words.ts'

/** What must be settled before printing, what is worth a thought, and how much work a ballot is. */
export function WarningsPanel({ plan }: { readonly plan: MeetingPlan }) {
  const { scheme, instructors } = useYearData().evaluation
  const { lines, effort } = useMemo(() => {
    const setUp = setUpOf(plan, scheme, instructors)
    if (!setUp.ok)
      return {
        effort: null,
        lines: setUp.error.map(fault => ({ words: `${placeWords(fault)}：${faultWords(fault)}`, blocks: true })),
      }
    return {
      effort: ballotEffort(setUp.value),
      lines: planWarnings(plan, setUp.value).map(warning => ({
        words: planWarningWords(warning),
        blocks: warning.blocks,
      })),
    }
  }, [plan, scheme, instructors])
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
