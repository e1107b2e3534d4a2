import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { DateField } from '#renderer/components/date-field.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { today } from '#renderer/components/today.ts'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { NOTICES } from '#renderer/strings/notices.ts'
import { PLAIN_CALENDAR } from '#shared/domain/decision/calendar.ts'
import { resultNotice } from '#shared/domain/decision/notice.ts'
import { nextNoticeId } from '#shared/domain/decision/notice-rules.ts'
import type { Standing } from '#shared/domain/decision/standing.ts'
import { addWorkingDays, REVIEW_REQUEST_DAYS } from '#shared/domain/decision/working-days.ts'
import { useChangeNotice } from './use-change-notice.ts'

const words = NOTICES.result

/** The day on which the results were served, from which the time for a review runs. */
export function ResultPanel({ standings }: { readonly standings: readonly Standing[] }) {
  const { row, evaluation } = useYearData()
  const { notices, calendar = PLAIN_CALENDAR, scheme, closed } = evaluation
  const changeNotice = useChangeNotice()
  const served = resultNotice(notices ?? [])
  const [date, setDate] = useState(() => served?.date ?? today())
  const open = standings.filter(standing => standing.stage === 'open').length
  const top = scheme.grades[0]?.id
  const unpublished = standings.filter(
    ({ stage, last }) => last?.final === top && (stage === 'decided' || stage === 'public' || stage === 'objected'),
  ).length
  const save = () =>
    changeNotice(words.act, served ?? null, { id: served?.id ?? nextNoticeId(notices, 'result'), kind: 'result', date })
  return (
    <Panel title={words.title} name="result-notice">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {words.lead}
        </Text>
        <Text size="sm" fw={served ? 600 : 400}>
          {served ? words.served(served.date, addWorkingDays(served.date, REVIEW_REQUEST_DAYS, calendar)) : words.none}
        </Text>
        {!served && (open > 0 || unpublished > 0) && (
          <Text size="sm" c="var(--pingyi-lack)">
            {[
              ...(open > 0 ? [words.notYet(open)] : []),
              ...(unpublished > 0 ? [words.unpublished(unpublished)] : []),
            ].join('')}
          </Text>
        )}
        {!closed && (
          <Group gap="sm" align="flex-end">
            <DateField label={words.date} value={date} onChange={date => setDate(date)} />
            <Button
              variant={served ? 'default' : 'filled'}
              disabled={date === '' || date === served?.date}
              onClick={() => void save()}
            >
              {served ? words.remove : words.save}
            </Button>
            <Button component={Link} to={`/${row.year}/sheets?form=result-notice`} variant="default">
              {words.print}
            </Button>
          </Group>
        )}
      </Stack>
    </Panel>
  )
}
