import { Button, CloseButton, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { DateField } from '#renderer/components/date-field.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { NOTICES } from '#renderer/strings/notices.ts'
import { PLAIN_CALENDAR } from '#shared/domain/decision/calendar.ts'
import { type CalendarList, withDays, withoutDay } from '#shared/domain/decision/calendar-edits.ts'

const words = NOTICES.calendar

/** The days off and the worked weekends behind every deadline. */
export function CalendarPanel() {
  return (
    <Panel title={words.title} name="calendar">
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {words.lead}
        </Text>
        <DayList list="holidays" />
        <DayList list="workdays" />
      </Stack>
    </Panel>
  )
}

function DayList({ list }: { readonly list: CalendarList }) {
  const { calendar = PLAIN_CALENDAR, closed } = useYearData().evaluation
  const change = useTellingChange()
  const [days, setDays] = useState({ from: '', to: '' })
  const [problem, setProblem] = useState<string | undefined>()
  const add = async () => {
    const added = withDays(calendar, list, days.from, days.to === '' ? days.from : days.to)
    setProblem(
      added.ok ? undefined : added.error.kind === 'clash' ? words.clash(added.error.day) : words[added.error.kind],
    )
    if (!added.ok) return
    const done = await change(words.act, now =>
      now.calendar === calendar || (now.calendar === undefined && calendar === PLAIN_CALENDAR)
        ? { ...now, calendar: added.value }
        : 'conflict',
    )
    if (done) setDays({ from: '', to: '' })
  }
  const remove = (day: string) =>
    void change(words.act, ({ calendar: kept, ...rest }) => {
      const left = withoutDay(kept ?? PLAIN_CALENDAR, list, day)
      return left === null ? rest : { ...rest, calendar: left }
    })
  return (
    <Stack gap="xs" data-days={list}>
      <Group gap="xs">
        <Text fw={600} size="sm" w={70}>
          {words[list]}
        </Text>
        {calendar[list].length === 0 && (
          <Text size="sm" c="dimmed">
            {words.none}
          </Text>
        )}
        {calendar[list].map(day => (
          <Group key={day} gap={2}>
            <Text size="sm">{day}</Text>
            {!closed && <CloseButton size="xs" aria-label={words.remove(day)} onClick={() => remove(day)} />}
          </Group>
        ))}
      </Group>
      {!closed && (
        <Group gap="xs" align="flex-start">
          <DateField
            size="xs"
            aria-label={`${words[list]}${words.from}`}
            value={days.from}
            error={problem}
            onChange={date => setDays({ ...days, from: date })}
          />
          <DateField
            size="xs"
            aria-label={`${words[list]}${words.to}`}
            value={days.to}
            onChange={date => setDays({ ...days, to: date })}
          />
          <Button size="xs" variant="default" disabled={days.from === ''} onClick={() => void add()}>
            {words.add}
          </Button>
        </Group>
      )}
    </Stack>
  )
}
