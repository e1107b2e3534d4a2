import { Button, Group, Popover, Progress, Stack, Text } from '@mantine/core'
import { IconBell, IconCalendarEvent } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { DateField } from '#renderer/components/date-field.tsx'
import { today } from '#renderer/components/today.ts'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { COLLECT } from '#renderer/strings/collect.ts'
import { type Deadlines, daysUntil, withDeadline } from '#shared/domain/self/deadlines.ts'
import { ReminderDialog } from './reminder-dialog.tsx'

type DeadlineBarProps = {
  /** Which deadline, and what it is called. */
  readonly deadline: keyof Deadlines
  readonly name: string
  readonly done: number
  readonly total: number
  /** 已交 58 人，共 60 人 */
  readonly words: ReactNode
  /** null: nobody has to be reminded. */
  readonly reminder: (() => string) | null
}

/** How far the collecting is and by when it is due; the deadline is set here, and a reminder is made. */
export function DeadlineBar({ deadline: key, name, done, total, words, reminder }: DeadlineBarProps) {
  const { evaluation } = useYearData()
  const [reminding, setReminding] = useState<string | null>(null)
  const day = evaluation.deadlines?.[key]
  const over = day !== undefined && done < total && daysUntil(day, today()) < 0
  return (
    <Stack gap={8} data-deadline={key}>
      <Group justify="space-between" gap="sm">
        <Text size="sm">{words}</Text>
        <Group gap="sm">
          <Text size="sm" c={over ? 'var(--pingyi-lack)' : 'dimmed'} fw={over ? 600 : 400}>
            {day === undefined ? COLLECT.noDeadline : COLLECT.due(day, daysUntil(day, today()))}
          </Text>
          {!evaluation.closed && <DeadlineButton deadline={key} name={name} day={day ?? ''} />}
          {reminder && !evaluation.closed && (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconBell size={14} />}
              onClick={() => setReminding(reminder())}
            >
              {COLLECT.remind}
            </Button>
          )}
        </Group>
      </Group>
      <Progress
        value={total === 0 ? 0 : (done / total) * 100}
        color={done === total ? 'teal' : 'ink'}
        aria-label={name}
      />
      {reminding !== null && <ReminderDialog text={reminding} onClose={() => setReminding(null)} />}
    </Stack>
  )
}

type DeadlineButtonProps = { readonly deadline: keyof Deadlines; readonly name: string; readonly day: string }

function DeadlineButton({ deadline: key, name, day }: DeadlineButtonProps) {
  const change = useTellingChange()
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState(day)
  const save = async (wanted: string) => {
    const saved = await change(COLLECT.changedDeadline(name, wanted), evaluation => ({
      ...evaluation,
      deadlines: withDeadline(evaluation.deadlines, key, wanted),
    }))
    if (saved) setOpen(false)
  }
  return (
    <Popover opened={open} onChange={setOpen} trapFocus position="bottom-end" shadow="md">
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconCalendarEvent size={14} />}
          onClick={() => {
            setTyped(day)
            setOpen(!open)
          }}
        >
          {COLLECT.setDeadline}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={event => {
            event.preventDefault()
            if (typed !== '') void save(typed)
          }}
        >
          <Stack gap="sm">
            <DateField label={COLLECT.deadlineField} value={typed} onChange={setTyped} data-autofocus />
            <Group gap="xs" justify="flex-end">
              {day !== '' && (
                <Button size="compact-sm" variant="default" onClick={() => void save('')}>
                  {COLLECT.clearDeadline}
                </Button>
              )}
              <Button size="compact-sm" type="submit" disabled={typed === ''}>
                {COLLECT.saveDeadline}
              </Button>
            </Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
