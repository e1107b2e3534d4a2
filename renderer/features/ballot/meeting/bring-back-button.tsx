import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { tellFailure } from '#renderer/components/tell.tsx'
import { useFileChoice } from '#renderer/components/use-file-choice.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { useHost } from '#renderer/host/use-host.ts'
import { MEETING } from '#renderer/strings/meeting.ts'
import { ERROR_WORDS } from '#renderer/strings/trouble.ts'
import type { MeetingPlan } from '#shared/domain/ballot/plan/meeting-plan.ts'
import { bringBack } from '#shared/domain/evaluation/bring-back.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import type { Box } from './use-box.ts'

const words = MEETING.away

/** Takes the result of a meeting that was held on another computer out of that computer's evaluation file. */
export function BringBackButton({ plan, box }: { readonly plan: MeetingPlan; readonly box: Box }) {
  const { row, evaluation } = useYearData()
  const { client } = useHost()
  const change = useTellingChange()
  const take = async (file: File) => {
    const room = readEvaluation(await file.text())
    if (!room.ok) {
      tellFailure(ERROR_WORDS['bad-evaluation'])
      return
    }
    const found = bringBack(evaluation, room.value, plan.id)
    if (!found.ok) {
      tellFailure(words.refused[found.error])
      return
    }
    const kept = await change(words.kept(plan.title), current => {
      const now = bringBack(current, room.value, plan.id)
      return now.ok ? now.value : 'conflict'
    })
    // The empty box that was copied to the room has served: its slips have voted there.
    if (!kept || box.state.kind !== 'box' || box.state.status.phase !== 'created') return
    const removed = await client.request('meeting.remove', { year: row.year, meeting: plan.id })
    if (!removed.ok) tellFailure(ERROR_WORDS[removed.error.code])
    await box.look()
  }
  const { choose, input } = useFileChoice(([file]) => take(file), { accept: '.json', mark: 'data-bring-back' })
  return (
    <>
      <Button size="compact-sm" variant="default" leftSection={<IconFileImport size={15} />} onClick={choose}>
        {words.bring}
      </Button>
      {input}
    </>
  )
}
