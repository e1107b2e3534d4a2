import { Button, Group, SimpleGrid, Stack } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx'
import { Notice } from '#renderer/components/notice.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useDraft } from '#renderer/editing/use-draft.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { MEETING } from '#renderer/strings/meeting.ts'
import { type MeetingPlan, meetingPlanSchema } from '#shared/domain/ballot/plan/meeting-plan.ts'
import { planComponent } from '#shared/domain/ballot/plan/plan-component.ts'
import { removePlan, replacePlan } from '#shared/domain/evaluation/change-plan.ts'
import { AttendancePanel } from './attendance-panel.tsx'
import { BasicFields } from './basic-fields.tsx'
import { GroupsFields } from './groups-fields.tsx'
import type { StageProps } from './meeting-page.tsx'
import { RulesFields } from './rules-fields.tsx'
import { isPlanOpen } from './stages.ts'
import { TellersFields } from './tellers-fields.tsx'
import { WarningsPanel } from './warnings-panel.tsx'

const isPlan = (value: unknown): value is MeetingPlan => meetingPlanSchema.safeParse(value).success

export type PlanFieldsProps = {
  readonly plan: MeetingPlan
  /** Changes the form; nothing is saved yet. */
  readonly set: (change: Partial<MeetingPlan>) => void
  /** Whether what stands on slips and ballots may be changed: not once the box is made. */
  readonly open: boolean
}

/** Everything the office settles before the day. */
export function PlanStage({ plan, box, go }: StageProps) {
  const { evaluation } = useYearData()
  const change = useTellingChange()
  const draft = useDraft<MeetingPlan>(`plan:${plan.id}`, plan, isPlan)
  const held = evaluation.meetings.find(meeting => meeting.id === plan.id)
  const open = isPlanOpen(box.state, held) && !evaluation.closed
  const form = draft.value ?? plan
  const changed = useMemo(() => JSON.stringify(form) !== JSON.stringify(plan), [form, plan])
  const component = planComponent(form, evaluation.scheme)
  if (draft.value === undefined) return null
  const set = (part: Partial<MeetingPlan>) => draft.set({ ...form, ...part })
  const save = async () => {
    const saved = await change(MEETING.plan.saved(plan.title), current => replacePlan(current, plan, form))
    if (saved) await draft.drop()
    return saved
  }
  const revert = async () => {
    draft.set(plan)
    await draft.drop()
  }
  return (
    <Stack gap="md">
      {!open && <Notice>{MEETING.plan.locked}</Notice>}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <Panel title={MEETING.plan.basics} name="plan-basics" fill>
          <BasicFields plan={form} set={set} open={open} />
        </Panel>
        <Panel title={MEETING.plan.rules} name="plan-rules" fill>
          <RulesFields plan={form} set={set} open={open} />
        </Panel>
      </SimpleGrid>
      <Panel title={MEETING.plan.groups} name="plan-groups" flush>
        {component && <GroupsFields plan={form} set={set} open={open} component={component} />}
      </Panel>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <AttendancePanel plan={form} set={set} open={open} />
        <Panel title={MEETING.plan.tellers} name="plan-tellers" fill>
          <TellersFields plan={form} set={set} open={open} />
        </Panel>
      </SimpleGrid>
      <WarningsPanel plan={form} />
      <Group justify="space-between">
        <RemoveButton plan={plan} disabled={!open} />
        <Group gap="xs">
          {changed && (
            <Button variant="default" onClick={() => void revert()}>
              {MEETING.plan.revert}
            </Button>
          )}
          <Button variant={changed ? 'filled' : 'default'} onClick={() => void save()} disabled={!changed}>
            {MEETING.plan.save}
          </Button>
          <Button
            onClick={async () => {
              if (!changed || (await save())) go('print')
            }}
            variant={changed ? 'default' : 'filled'}
          >
            {MEETING.plan.next}
          </Button>
        </Group>
      </Group>
    </Stack>
  )
}

function RemoveButton({ plan, disabled }: { readonly plan: MeetingPlan; readonly disabled: boolean }) {
  const { row } = useYearData()
  const change = useTellingChange()
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const words = MEETING.plan.remove
  return (
    <>
      <Button
        variant="subtle"
        color="red"
        leftSection={<IconTrash size={16} />}
        disabled={disabled}
        onClick={() => setAsking(true)}
      >
        {words.action}
      </Button>
      {asking && (
        <ConfirmDialog
          title={words.title}
          confirm={words.action}
          dangerous
          onConfirm={async () => {
            const removed = await change(words.done(plan.title), current => removePlan(current, plan.id))
            if (removed) await navigate(`/${row.year}/ballot`)
            return removed
          }}
          onClose={() => setAsking(false)}
        >
          {words.text}
        </ConfirmDialog>
      )}
    </>
  )
}
