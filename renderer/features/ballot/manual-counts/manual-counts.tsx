import { Button, Stack, Text } from '@mantine/core'
import { IconKeyboard } from '@tabler/icons-react'
import { useState } from 'react'
import { Notice } from '#renderer/components/notice.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { MANUAL_COUNTS } from '#renderer/strings/manual-counts.ts'
import { meetingComponent } from '#shared/domain/ballot/meeting-component.ts'
import { ballotComponents } from '#shared/domain/scheme/scheme.ts'
import type { MeetingDraft } from './check-figures.ts'
import { FiguresDrawer } from './figures-drawer.tsx'
import { KeyedMeeting } from './keyed-meeting.tsx'

const words = MANUAL_COUNTS

/** Meetings whose counts came on paper from elsewhere: keyed in, and changed until somebody decides. */
export function ManualCounts() {
  const { scheme, meetings, decisions, instructors, closed } = useYearData().evaluation
  const change = useTellingChange()
  const [adding, setAdding] = useState(false)
  const [first] = ballotComponents(scheme)
  const keyed = meetings.flatMap(meeting => {
    const component = meeting.keyed && meetingComponent(meeting, scheme)
    return component ? [{ meeting, component }] : []
  })
  const decided = decisions.length > 0
  const locked = decided || closed !== undefined
  if (!first || instructors.length === 0 || (locked && keyed.length === 0)) return null
  const id = freeId(meetings.map(meeting => meeting.id))
  const add = (draft: MeetingDraft) =>
    change(words.form.act(draft.date ?? ''), evaluation =>
      evaluation.meetings.some(meeting => meeting.id === draft.id)
        ? 'conflict'
        : { ...evaluation, meetings: [...evaluation.meetings, draft] },
    )
  return (
    <Stack gap="md">
      <Panel
        title={words.title}
        name="manual-counts"
        aside={
          !locked && (
            <Button size="xs" leftSection={<IconKeyboard size={14} />} onClick={() => setAdding(true)}>
              {words.add}
            </Button>
          )
        }
      >
        <Text size="sm" c="dimmed">
          {words.lead}
        </Text>
        {keyed.length === 0 && <Text size="sm">{words.none}</Text>}
        {decided && <Notice>{words.locked}</Notice>}
      </Panel>
      {keyed.map(({ meeting, component }) => (
        <KeyedMeeting key={meeting.id} meeting={meeting} component={component} locked={locked} />
      ))}
      {adding && (
        <FiguresDrawer meeting={null} component={first} id={id} onSave={add} onClose={() => setAdding(false)} />
      )}
    </Stack>
  )
}

function freeId(taken: readonly string[]): string {
  let number = 1
  while (taken.includes(`keyed-${number}`)) number += 1
  return `keyed-${number}`
}
