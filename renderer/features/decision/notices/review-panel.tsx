import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Panel } from '#renderer/components/panel.tsx'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { today } from '#renderer/components/today.ts'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { NOTICES } from '#renderer/strings/notices.ts'
import { personLabels } from '#renderer/strings/person-labels.ts'
import { PLAIN_CALENDAR } from '#shared/domain/decision/calendar.ts'
import { type ReviewRequest, reviewRequests } from '#shared/domain/decision/notice.ts'
import type { Standing } from '#shared/domain/decision/standing.ts'
import { addWorkingDays, REVIEW_DECISION_DAYS } from '#shared/domain/decision/working-days.ts'
import { ReviewDecisionForm } from './review-decision-form.tsx'
import { ReviewRequestForm } from './review-request-form.tsx'

const words = NOTICES.review

/** Who asked for a review, by when it must be answered, and what came of it. */
export function ReviewPanel({ standings }: { readonly standings: readonly Standing[] }) {
  const { notices = [], calendar = PLAIN_CALENDAR, instructors, closed } = useYearData().evaluation
  const [adding, setAdding] = useState(false)
  const [settling, setSettling] = useState<ReviewRequest | null>(null)
  const names = personLabels(instructors)
  const requests = reviewRequests(notices)
  const stateOf = (request: ReviewRequest) => {
    if (request.decidedOn !== undefined)
      return <StateMark tone="complete">{words.settled(request.decidedOn, request.by ?? '')}</StateMark>
    const due = addWorkingDays(request.date, REVIEW_DECISION_DAYS, calendar)
    return <StateMark tone="lacking">{today() > due ? words.overdue(due) : words.due(due)}</StateMark>
  }
  return (
    <Panel
      title={words.title}
      name="reviews"
      aside={
        !closed && (
          <Button size="xs" variant="default" onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        )
      }
    >
      <Stack gap="sm">
        {requests.length === 0 ? (
          <Text size="sm" c="dimmed">
            {words.none}
          </Text>
        ) : (
          <PlainTable
            label={words.title}
            columns={[
              { title: words.person, width: 110 },
              { title: words.date, width: 110 },
              { title: words.text },
              { title: words.outcome },
              { title: words.decidedOn, width: 220 },
              { title: '', width: 110 },
            ]}
            rows={requests.map(request => ({
              key: request.id,
              cells: [
                names.get(request.instructor) ?? request.instructor,
                request.date,
                request.text,
                request.outcome ?? '—',
                stateOf(request),
                !closed && request.decidedOn === undefined && (
                  <Button key="settle" size="compact-sm" variant="default" onClick={() => setSettling(request)}>
                    {words.decide}
                  </Button>
                ),
              ],
            }))}
          />
        )}
      </Stack>
      {adding && <ReviewRequestForm standings={standings} onClose={() => setAdding(false)} />}
      {settling && <ReviewDecisionForm request={settling} standings={standings} onClose={() => setSettling(null)} />}
    </Panel>
  )
}
