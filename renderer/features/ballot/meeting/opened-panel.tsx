import { Button, Group, Select, Stack, TextInput, Tooltip } from '@mantine/core'
import { IconPrinter, IconRepeat } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx'
import { Notice } from '#renderer/components/notice.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { saveFile } from '#renderer/components/save-file.ts'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { tellFailure } from '#renderer/components/tell.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { useHost } from '#renderer/host/use-host.ts'
import { MEETING } from '#renderer/strings/meeting.ts'
import type { Meeting } from '#shared/domain/ballot/meeting.ts'
import { groupsAgain, planAgain, setAside } from '#shared/domain/ballot/plan/again.ts'
import { type MeetingPlan, meetingPlanSchema } from '#shared/domain/ballot/plan/meeting-plan.ts'
import { nextMeetingId } from '#shared/domain/evaluation/change-plan.ts'
import { ReleasePanel } from './release-panel.tsx'
import { SuggestionsPanel } from './suggestions-panel.tsx'
import { troubleWords } from './trouble-words.ts'
import type { Box } from './use-box.ts'
import { useGroupName } from './use-group-name.ts'

const words = MEETING.opened

type OpenedPanelProps = { readonly plan: MeetingPlan; readonly meeting: Meeting; readonly box: Box }

/** The box is open: what came out, what to print, and a further round where one is needed. */
export function OpenedPanel({ plan, meeting, box }: OpenedPanelProps) {
  const { row, evaluation } = useYearData()
  const nameOf = useGroupName(plan)
  const [again, setAgain] = useState(false)
  const counted = box.state.kind === 'box' && ['counted', 'destroyed'].includes(box.state.status.phase)
  return (
    <Stack gap="md">
      <Panel title={words.title} name="opened">
        <Stack gap="sm">
          <StateMark tone="complete">{words.counted}</StateMark>
          <StateMark tone="complete">{words.destroyed}</StateMark>
          <PlainTable
            label={words.groups}
            columns={[
              { title: words.group },
              { title: words.attended, align: 'right' },
              { title: words.issued, align: 'right' },
              { title: words.returned, align: 'right' },
              { title: words.valid, align: 'right' },
              { title: words.void, align: 'right' },
              { title: words.note },
            ]}
            rows={meeting.groups.map(group => ({
              key: group.id,
              cells: [
                nameOf(group.id),
                group.attended,
                group.issued,
                group.returned,
                group.returned - group.void,
                group.void,
                group.voided ? words.voided(group.voided) : group.mergedInto ? words.merged(group.mergedInto) : '',
              ],
            }))}
          />
          <Group justify="flex-end" gap="xs">
            {counted && <ReceiptButton meeting={plan.id} />}
            {!evaluation.closed && (
              <Button variant="default" leftSection={<IconRepeat size={16} />} onClick={() => setAgain(true)}>
                {words.again}
              </Button>
            )}
            <Button
              component={Link}
              to={`/${row.year}/sheets`}
              variant="default"
              leftSection={<IconPrinter size={16} />}
            >
              {words.sheets}
            </Button>
            <Button component={Link} to={`/${row.year}/ballot`}>
              {words.results}
            </Button>
          </Group>
        </Stack>
      </Panel>
      <SuggestionsPanel plan={plan} meeting={meeting} box={box} />
      <ReleasePanel plan={plan} />
      {again && <AgainDialog plan={plan} meeting={meeting} onClose={() => setAgain(false)} />}
    </Stack>
  )
}

/** The proof for another computer on which a box of this meeting still lies. */
function ReceiptButton({ meeting }: { readonly meeting: string }) {
  const { row } = useYearData()
  const { client } = useHost()
  const save = async () => {
    const receipt = await client.request('meeting.receipt', { year: row.year, meeting })
    if (receipt.ok) saveFile(words.receiptFile(row.year, meeting), new Blob([new Uint8Array(receipt.data)]))
    else tellFailure(troubleWords(receipt.error))
  }
  return (
    <Tooltip label={words.saveReceiptHint} multiline w={300}>
      <Button variant="subtle" color="gray" onClick={() => void save()}>
        {words.saveReceipt}
      </Button>
    </Tooltip>
  )
}

type AgainDialogProps = { readonly plan: MeetingPlan; readonly meeting: Meeting; readonly onClose: () => void }

/** A further round for one group and those counted with it: all of them vote again, the earlier round is kept with the reason. */
function AgainDialog({ plan, meeting, onClose }: AgainDialogProps) {
  const { row, evaluation } = useYearData()
  const change = useTellingChange()
  const navigate = useNavigate()
  const voided = meeting.groups.find(group => group.voided !== undefined)
  const [group, setGroup] = useState<string | null>(voided?.id ?? meeting.groups[0]?.id ?? null)
  const [reason, setReason] = useState(voided?.voided ?? '')
  const all = group === null ? [] : groupsAgain(meeting, group, evaluation.plans ?? [])
  const others = all.filter(id => id !== group)
  const begin = async () => {
    let id = ''
    const begun = await change(words.againDone(all.join('、')), current => {
      const standing = current.meetings.find(each => each.id === meeting.id)
      if (group === null || !standing) return 'conflict'
      id = nextMeetingId(current)
      const next = planAgain(plan, all, meetingPlanSchema.shape.id.parse(id), reason.trim())
      const aside = setAside(standing, group, reason.trim()).meeting
      return {
        ...current,
        meetings: current.meetings.map(each => (each === standing ? aside : each)),
        plans: [...(current.plans ?? []), next],
      }
    })
    if (begun) await navigate(`/${row.year}/ballot/${id}`)
    return begun
  }
  return (
    <ConfirmDialog
      title={words.againTitle}
      confirm={words.again}
      disabled={group === null || reason.trim() === ''}
      onConfirm={begin}
      onClose={onClose}
    >
      <Stack gap="sm">
        {words.againText}
        <Select
          label={words.group}
          data={meeting.groups.map(each => each.id)}
          value={group}
          onChange={setGroup}
          allowDeselect={false}
        />
        {others.length > 0 && <Notice>{words.againWith(others.join('、'))}</Notice>}
        <TextInput
          label={words.reason}
          value={reason}
          onChange={event => setReason(event.currentTarget.value)}
          required
        />
      </Stack>
    </ConfirmDialog>
  )
}
