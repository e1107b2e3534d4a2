import { Button, Group, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx'
import { fileBase64 } from '#renderer/components/file-base64.ts'
import { Notice } from '#renderer/components/notice.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { tellFailure } from '#renderer/components/tell.tsx'
import { useFileChoice } from '#renderer/components/use-file-choice.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useHost } from '#renderer/host/use-host.ts'
import { MEETING } from '#renderer/strings/meeting.ts'
import { ERROR_WORDS } from '#renderer/strings/trouble.ts'
import type { MeetingPlan } from '#shared/domain/ballot/plan/meeting-plan.ts'
import { CopyBoxButton } from './copy-box-button.tsx'
import { troubleWords } from './trouble-words.ts'
import type { Halls } from './use-halls.ts'

const words = MEETING.halls

type HallsPanelProps = { readonly plan: MeetingPlan; readonly halls: Halls; readonly toReconcile: () => void }

/** The other halls' boxes come here as files, or this hall's goes to where all are opened. */
export function HallsPanel({ plan, halls, toReconcile }: HallsPanelProps) {
  const { row } = useYearData()
  const { client } = useHost()
  const [busy, setBusy] = useState(false)
  const [removing, setRemoving] = useState<{ readonly box: string; readonly number: number } | null>(null)
  const key = { year: row.year, meeting: plan.id }
  const add = async (files: readonly File[]) => {
    setBusy(true)
    for (const each of files) {
      const file = await fileBase64(each)
      const added = file === null ? null : await client.request('meeting.addHall', { ...key, file })
      if (!added) tellFailure(`${each.name}：${ERROR_WORDS['not-a-copy']}`)
      else if (!added.ok)
        tellFailure(`${each.name}：${added.error.code === 'not-closed' ? words.notClosed : troubleWords(added.error)}`)
    }
    await halls.changed()
    setBusy(false)
  }
  const { choose, input } = useFileChoice(add, { accept: '.pingyi-box', multiple: true })
  const remove = async (hall: string) => {
    const removed = await client.request('meeting.removeHall', { ...key, hall })
    if (removed.ok) await halls.changed()
    else tellFailure(troubleWords(removed.error))
    return removed.ok
  }
  return (
    <Panel
      title={words.title(plan.halls ?? 1)}
      name="halls"
      aside={<CopyBoxButton meeting={plan.id} label={words.copy} />}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {words.text}
        </Text>
        {halls.boxes?.map((each, index) => (
          <Group key={each.box} gap="md">
            <StateMark tone="complete">{words.box(index + 1, each.ballots)}</StateMark>
            <Button
              size="compact-sm"
              variant="subtle"
              color="red"
              aria-label={words.removeBox(index + 1)}
              onClick={() => setRemoving({ box: each.box, number: index + 1 })}
            >
              {words.remove}
            </Button>
          </Group>
        ))}
        {halls.missing > 0 && (
          <Group gap="md">
            <Button variant="default" leftSection={<IconPlus size={16} />} loading={busy} onClick={choose}>
              {words.add}
            </Button>
            <StateMark tone="lacking">{words.missing(halls.missing)}</StateMark>
          </Group>
        )}
        {halls.voided.length > 0 && (
          <Notice>
            {halls.voided.map(({ numbers, voided }) => (
              <Text key={numbers.id} size="sm">
                {words.voided(numbers.id, voided ?? '')}
              </Text>
            ))}
            <Button mt={6} size="compact-sm" variant="default" onClick={toReconcile}>
              {MEETING.vote.toReconcile}
            </Button>
          </Notice>
        )}
        {plan.suggestions && (
          <Text size="sm" c="dimmed">
            {words.suggestions}
          </Text>
        )}
      </Stack>
      {removing && (
        <ConfirmDialog
          title={words.removeTitle(removing.number)}
          confirm={words.remove}
          dangerous
          onConfirm={() => remove(removing.box)}
          onClose={() => setRemoving(null)}
        >
          {words.removeText}
        </ConfirmDialog>
      )}
      {input}
    </Panel>
  )
}
