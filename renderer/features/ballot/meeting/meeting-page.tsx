import { Alert, Anchor, Stepper, Text } from '@mantine/core'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { EmptyNote } from '#renderer/components/empty-note.tsx'
import { Page } from '#renderer/components/page.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useHost } from '#renderer/host/use-host.ts'
import { MEETING } from '#renderer/strings/meeting.ts'
import type { MeetingPlan } from '#shared/domain/ballot/plan/meeting-plan.ts'
import { roundWords } from '#shared/domain/ballot/round-words.ts'
import { OpenStage } from './open-stage.tsx'
import { PlanStage } from './plan-stage.tsx'
import { PrintStage } from './print-stage.tsx'
import { ReconcileStage } from './reconcile-stage.tsx'
import { RoomStage } from './room-stage.tsx'
import { SealStage } from './seal-stage.tsx'
import { STAGES, type Stage, stageOf } from './stages.ts'
import { StoredNow } from './stored-now.tsx'
import { type Box, useBox } from './use-box.ts'
import { VoteStage } from './vote-stage.tsx'
import { useWaiting } from './waiting-tickets.ts'

/** One meeting from its preparation to the signed count, stage by stage. */
export function MeetingPage() {
  const { meeting = '' } = useParams()
  const { plans = [] } = useYearData().evaluation
  const plan = plans.find(each => each.id === meeting)
  if (!plan)
    return (
      <Page name="meeting" title={MEETING.title}>
        <Panel>
          <EmptyNote title={MEETING.gone} text={MEETING.goneText} />
        </Panel>
      </Page>
    )
  // A window that goes from one meeting to another begins anew.
  return <MeetingRoom key={plan.id} plan={plan} />
}

export type StageProps = {
  readonly plan: MeetingPlan
  readonly box: Box
  readonly go: (stage: Stage) => void
}

const VIEWS: Readonly<Record<Stage, (props: StageProps) => React.ReactNode>> = {
  plan: PlanStage,
  print: PrintStage,
  room: RoomStage,
  seal: SealStage,
  vote: VoteStage,
  reconcile: ReconcileStage,
  open: OpenStage,
}

function MeetingRoom({ plan }: { readonly plan: MeetingPlan }) {
  const { row, evaluation } = useYearData()
  const box = useBox(row.year, plan.id)
  useWaiting(useHost().client, row.year, plan.id)
  const held = evaluation.meetings.find(meeting => meeting.id === plan.id)
  const standing = stageOf(box.state, held)
  const [chosen, setChosen] = useState<Stage | null>(null)
  const stage = chosen ?? standing
  const View = VIEWS[stage]
  return (
    <Page
      name="meeting"
      title={MEETING.list.inRound(plan.title, roundWords(plan, evaluation))}
      actions={<StoredNow box={box.state} counted={held !== undefined} />}
      lead={
        <Anchor component={Link} to={`/${row.year}/ballot`} inherit>
          {MEETING.back}
        </Anchor>
      }
    >
      <Stepper
        active={STAGES.indexOf(standing)}
        onStepClick={index => setChosen(STAGES[index] ?? null)}
        size="xs"
        iconSize={28}
        aria-label={MEETING.stagesLabel}
      >
        {STAGES.map(each => (
          <Stepper.Step
            key={each}
            label={
              <Text span inherit td={each === stage ? 'underline' : undefined} fw={each === stage ? 700 : undefined}>
                {MEETING.stages[each]}
              </Text>
            }
            aria-current={each === stage ? 'step' : undefined}
            data-stage={each}
          />
        ))}
      </Stepper>
      {box.state.kind === 'trouble' && <Alert color="red">{box.state.words}</Alert>}
      {box.state.kind !== 'looking' && <View plan={plan} box={box} go={setChosen} />}
    </Page>
  )
}
