import { ActionIcon, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { Panel } from '#renderer/components/panel.tsx'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { MEETING } from '#renderer/strings/meeting.ts'
import type { MeetingPlan } from '#shared/domain/ballot/plan/meeting-plan.ts'
import { changePlan } from '#shared/domain/evaluation/change-plan.ts'

const words = MEETING.incidents

type Incidents = NonNullable<MeetingPlan['incidents']>

/** What the chief teller has written down; printed on the 清点单. */
export function IncidentsPanel({ plan }: { readonly plan: MeetingPlan }) {
  const change = useTellingChange()
  const [group, setGroup] = useState<string | null>(null)
  const [text, setText] = useState('')
  const incidents = plan.incidents ?? []
  const keep = (edit: (standing: Incidents) => Incidents) =>
    change(words.what, current =>
      changePlan(current, plan.id, ({ incidents: standing = [], ...rest }) => {
        const next = edit(standing)
        return next.length === 0 ? rest : { ...rest, incidents: next }
      }),
    )
  const add = async () => {
    const known = plan.groups.find(each => each.id === group)
    const saved = await keep(standing => [...standing, { words: text.trim(), ...(known ? { group: known.id } : {}) }])
    if (saved) setText('')
  }
  const remove = (incident: Incidents[number]) =>
    keep(standing => {
      const place = standing.findIndex(each => each.words === incident.words && each.group === incident.group)
      return standing.filter((_, index) => index !== place)
    })
  return (
    <Panel title={words.title} name="incidents" fill>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {words.text}
        </Text>
        {incidents.map((incident, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two incidents may read alike
          <Group key={index} justify="space-between" wrap="nowrap">
            <Text size="sm">
              {incident.group === undefined ? '' : words.of(incident.group)}
              {incident.words}
            </Text>
            <ActionIcon variant="subtle" color="gray" aria-label={words.remove} onClick={() => void remove(incident)}>
              <IconTrash size={15} />
            </ActionIcon>
          </Group>
        ))}
        <form
          onSubmit={event => {
            event.preventDefault()
            if (text.trim() !== '') void add()
          }}
        >
          <Group gap="xs" wrap="nowrap">
            <Select
              aria-label={words.group}
              placeholder={words.group}
              clearable
              w={110}
              data={plan.groups.map(each => each.id)}
              value={group}
              onChange={setGroup}
            />
            <TextInput
              aria-label={words.words}
              placeholder={words.example}
              value={text}
              onChange={event => setText(event.currentTarget.value)}
              flex={1}
            />
            <Button type="submit" variant="default" disabled={text.trim() === ''}>
              {words.add}
            </Button>
          </Group>
        </form>
      </Stack>
    </Panel>
  )
}
