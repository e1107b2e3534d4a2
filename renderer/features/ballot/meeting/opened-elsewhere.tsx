import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx'
import { fileBase64 } from '#renderer/components/file-base64.ts'
import { Panel } from '#renderer/components/panel.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { tellFailure } from '#renderer/components/tell.tsx'
import { useFileChoice } from '#renderer/components/use-file-choice.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { useHost } from '#renderer/host/use-host.ts'
import { MEETING } from '#renderer/strings/meeting.ts'
import { ERROR_WORDS } from '#renderer/strings/trouble.ts'
import type { MeetingPlan } from '#shared/domain/ballot/plan/meeting-plan.ts'
import { changePlan } from '#shared/domain/evaluation/change-plan.ts'
import { BringBackButton } from './bring-back-button.tsx'
import { troubleWords } from './trouble-words.ts'
import type { Box } from './use-box.ts'

const words = MEETING.elsewhere

type OpenedElsewhereProps = { readonly plan: MeetingPlan; readonly box: Box }

/** Ends the box that lies here while its copy was opened on another computer, by that computer's receipt. */
export function OpenedElsewhere({ plan, box }: OpenedElsewhereProps) {
  const { row } = useYearData()
  const { client } = useHost()
  const change = useTellingChange()
  const [asking, setAsking] = useState(false)
  const accept = async (file: File) => {
    const base64 = await fileBase64(file)
    if (base64 === null) {
      tellFailure(ERROR_WORDS['not-a-receipt'])
      return
    }
    const accepted = await client.request('meeting.acceptReceipt', { year: row.year, meeting: plan.id, file: base64 })
    if (!accepted.ok) {
      tellFailure(troubleWords(accepted.error))
      return
    }
    const { boxes, returned } = accepted.data
    await change(
      words.kept(plan.title),
      current => changePlan(current, plan.id, standing => ({ ...standing, openedElsewhere: { boxes, returned } })),
      true,
    )
    setAsking(false)
    await box.look()
  }
  const { choose, input } = useFileChoice(([file]) => accept(file), { accept: '.pingyi-receipt' })
  return (
    <>
      <Button variant="subtle" color="gray" onClick={() => setAsking(true)}>
        {words.action}
      </Button>
      {asking && (
        <ConfirmDialog
          title={words.title}
          confirm={words.receipt}
          dangerous
          onConfirm={() => {
            choose()
            return false
          }}
          onClose={() => setAsking(false)}
        >
          {words.text}
        </ConfirmDialog>
      )}
      {input}
    </>
  )
}

type EndedHereProps = OpenedElsewhereProps & { readonly ended: NonNullable<MeetingPlan['openedElsewhere']> }

/** What is left to say of a box that was opened elsewhere. */
export function EndedHere({ plan, box, ended }: EndedHereProps) {
  return (
    <Panel title={words.done} name="ended-here">
      <Stack gap="sm">
        <StateMark tone="complete">{words.done}</StateMark>
        <Text size="sm">{words.doneText(ended.boxes, ended.returned)}</Text>
        <Group>
          <BringBackButton plan={plan} box={box} />
        </Group>
      </Stack>
    </Panel>
  )
}
