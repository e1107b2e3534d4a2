import { SegmentedControl, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Panel } from '#renderer/components/panel.tsx'
import { MEETING } from '#renderer/strings/meeting.ts'
import type { Attendee } from '#shared/domain/ballot/plan/meeting-plan.ts'
import type { PlanFieldsProps } from './plan-stage.tsx'

const words = MEETING.plan

/** Who is to come, group by group: one person a line, pasted from a list. Needed only for the sign-in sheet. */
export function AttendancePanel({ plan, set }: PlanFieldsProps) {
  const [chosen, setChosen] = useState<string>(plan.groups[0]?.id ?? '')
  const group = plan.groups.find(each => each.id === chosen)
  const [typed, setTyped] = useState<{ readonly group: string; readonly text: string } | null>(null)
  const text = typed?.group === chosen ? typed.text : linesOf(group?.attendance ?? [])
  const keep = (value: string) => {
    setTyped({ group: chosen, text: value })
    const attendance = attendeesOf(value, group?.attendance ?? [])
    set({
      groups: plan.groups.map(each =>
        each.id === chosen ? { ...each, attendance: attendance.length === 0 ? undefined : attendance } : each,
      ),
    })
  }
  return (
    <Panel title={words.attendance} name="plan-attendance" fill>
      <Stack gap="xs">
        <SegmentedControl
          aria-label={words.group}
          size="xs"
          value={chosen}
          onChange={setChosen}
          data={plan.groups.map(each => ({
            value: each.id,
            label: words.listed(each.id, each.attendance?.length ?? 0),
          }))}
        />
        <Textarea
          aria-label={words.attendance}
          description={words.attendanceHint}
          placeholder={words.attendanceExample}
          rows={9}
          value={text}
          onChange={event => keep(event.currentTarget.value)}
          onBlur={() => setTyped(null)}
        />
        <Text size="xs" c="dimmed">
          {words.attendanceNote}
        </Text>
      </Stack>
    </Panel>
  )
}

function linesOf(attendance: readonly Attendee[]): string {
  return attendance.map(({ name, unit }) => (unit ? `${name}\t${unit}` : name)).join('\n')
}

/** A person stays who they were on the roster as long as their name stands. */
function attendeesOf(text: string, before: readonly Attendee[]): Attendee[] {
  return text.split('\n').flatMap(line => {
    const [name = '', ...rest] = line.trim().split(/\t|[,，]|\s{2,}| (?=\S)/u)
    if (name === '') return []
    const unit = rest.join(' ').trim()
    const known = before.find(person => person.name === name && person.instructor !== undefined)
    return [
      {
        name,
        ...(unit === '' ? {} : { unit }),
        ...(known?.instructor === undefined ? {} : { instructor: known.instructor }),
      },
    ]
  })
}
