import { Alert, Button, Group, Modal, Progress, Stack, Text, TextInput } from '@mantine/core'
import { IconLockOpen } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx'
import { EmptyNote } from '#renderer/components/empty-note.tsx'
import { Notice } from '#renderer/components/notice.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { tellFailure } from '#renderer/components/tell.tsx'
import { NOTHING, useReleased } from '#renderer/db/hooks/use-projected.ts'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { useHost } from '#renderer/host/use-host.ts'
import { MEETING } from '#renderer/strings/meeting.ts'
import { SUGGESTIONS } from '#renderer/strings/suggestions.ts'
import type { CallOutput } from '#shared/contract/contract.ts'
import type { BoxCounts } from '#shared/domain/ballot/count/box-counts.ts'
import { addHandCounts } from '#shared/domain/ballot/count/hand-count.ts'
import { meetingOf } from '#shared/domain/ballot/plan/meeting-of.ts'
import type { MeetingPlan } from '#shared/domain/ballot/plan/meeting-plan.ts'
import { BringBackButton } from './bring-back-button.tsx'
import { HallsConfirm } from './halls-confirm.tsx'
import { HallsPanel } from './halls-panel.tsx'
import { useHandCounts } from './hand/use-hand-counts.ts'
import { usePhonesTooFew } from './hand/use-phones-too-few.ts'
import type { StageProps } from './meeting-page.tsx'
import { EndedHere, OpenedElsewhere } from './opened-elsewhere.tsx'
import { OpenedPanel } from './opened-panel.tsx'
import { NO_TELLER, TellerFields, type TypedTeller } from './teller-fields.tsx'
import { troubleWords } from './trouble-words.ts'
import { useHalls } from './use-halls.ts'

const words = MEETING.open

/** The tellers open the box; the counts go into the year. */
export function OpenStage(props: StageProps) {
  const { plan, box, go } = props
  const { evaluation } = useYearData()
  const held = evaluation.meetings.find(meeting => meeting.id === plan.id)
  if (held) return <OpenedPanel plan={plan} meeting={held} box={box} />
  if (plan.openedElsewhere) return <EndedHere plan={plan} box={box} ended={plan.openedElsewhere} />
  const phase = box.state.kind === 'box' ? box.state.status.phase : null
  if (phase === null || phase === 'created' || phase === 'sealed')
    return (
      <Panel>
        <EmptyNote title={words.tooEarly} text={words.tooEarlyText}>
          <Group gap="xs" justify="center">
            <BringBackButton plan={plan} box={box} />
            <Button onClick={() => go('vote')}>{words.toVote}</Button>
          </Group>
        </EmptyNote>
      </Panel>
    )
  return <OpenForm {...props} counted={phase !== 'closed'} />
}

function OpenForm({ plan, box, go, counted }: StageProps & { readonly counted: boolean }) {
  const { row } = useYearData()
  const { client } = useHost()
  const change = useTellingChange()
  const navigate = useNavigate()
  const [tellers, setTellers] = useState<readonly TypedTeller[]>(() => tellersOf(plan))
  const [recovery, setRecovery] = useState('')
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<readonly string[]>([])
  const hand = useHandCounts(plan)
  const tooFew = usePhonesTooFew(plan, hand.called?.setUp ?? null)
  const [warning, setWarning] = useState(false)
  const halls = useHalls(plan, !counted)
  const [asking, setAsking] = useState(false)
  const many = (plan.halls ?? 1) > 1 && !counted
  const [, release] = useReleased(row, plan.id)
  const [damaged, setDamaged] = useState<readonly string[] | null>(null)
  useEffect(() => client.on('meeting.opening', setProgress), [client])

  const keep = async (counts: BoxCounts) => {
    const kept = await change(
      words.kept(plan.title),
      current => {
        const standing = current.plans?.find(each => each.id === plan.id) ?? plan
        const others = current.meetings.filter(meeting => meeting.id !== plan.id)
        return { ...current, meetings: [...others, meetingOf(standing, counts)] }
      },
      true,
    )
    if (!kept) return
    hand.forget()
    await navigate(`/${row.year}/ballot/${plan.id}`)
  }
  /** The box's counts with the called-out ones. */
  const joined = (counts: BoxCounts): BoxCounts => {
    if (!hand.called) return counts
    const all = addHandCounts(hand.called.setUp, counts, hand.agreed)
    if (all.ok) return all.value
    tellFailure(MEETING.hand.lost)
    return counts
  }
  const open = async (voidDamaged: boolean) => {
    setBusy(true)
    // What was released of an earlier meeting of this id is not released of this one.
    release(NOTHING)
    setRefusal([])
    const opened = await client.request('meeting.open', {
      year: row.year,
      meeting: plan.id,
      tellers: tellers
        .filter(each => each.passphrase !== '')
        .map(({ name, passphrase }) => ({ name: name.trim(), passphrase })),
      ...(recovery.trim() === '' ? {} : { recovery: recovery.trim() }),
      ...(voidDamaged ? { voidDamaged } : {}),
      ...(halls.missing > 0 ? { lostHalls: halls.missing } : {}),
    })
    setBusy(false)
    setProgress(null)
    if (!opened.ok) {
      tellFailure(troubleWords(opened.error))
      return
    }
    if (opened.data.outcome === 'counted') {
      setTellers([NO_TELLER])
      setRecovery('')
      await box.look()
      await keep(joined(opened.data.counts))
    } else if (opened.data.outcome === 'too-few-tellers') setRefusal(tooFewLines(opened.data))
    else {
      const { groups, suggestions } = opened.data
      const lines = groups.map(group => words.damagedGroup(group.id, group.damaged))
      setDamaged(suggestions > 0 ? [...lines, SUGGESTIONS.open.damaged(suggestions)] : lines)
    }
  }
  const begin = () => (tooFew ? setWarning(true) : void open(false))
  const form = (
    <Panel title={words.title} name="open">
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {counted ? words.again : words.text}
          {many && MEETING.halls.tellers}
        </Text>
        <TellerFields tellers={tellers} onChange={setTellers} twice={false} />
        <TextInput
          label={words.recovery}
          description={words.recoveryHint}
          value={recovery}
          onChange={event => setRecovery(event.currentTarget.value)}
          autoComplete="off"
          w={420}
        />
        {hand.open.length > 0 && (
          <Notice>
            {MEETING.hand.unsettled(hand.open.join('、'))}
            <Group mt={6}>
              <Button size="compact-sm" variant="default" onClick={() => go('reconcile')}>
                {MEETING.hand.toReconcile}
              </Button>
            </Group>
          </Notice>
        )}
        {refusal.length > 0 && (
          <Alert color="red" title={words.notOpened}>
            {refusal.map(line => (
              <Text key={line} size="sm">
                {line}
              </Text>
            ))}
          </Alert>
        )}
        <Group justify="space-between">
          {counted ? <span /> : <OpenedElsewhere plan={plan} box={box} />}
          <Button
            leftSection={<IconLockOpen size={16} />}
            onClick={() => (many && (halls.missing > 0 || halls.voided.length > 0) ? setAsking(true) : begin())}
            loading={busy}
            disabled={hand.open.length > 0 || (tellers.every(each => each.passphrase === '') && recovery.trim() === '')}
          >
            {words.action}
          </Button>
        </Group>
      </Stack>
      {busy && (
        <Modal opened onClose={() => {}} withCloseButton={false} title={words.opening}>
          <Stack gap="sm">
            <Progress
              value={progress && progress.total > 0 ? (progress.done / progress.total) * 100 : 0}
              animated
              size="lg"
              aria-label={words.opening}
            />
            <StateMark tone="quiet">{words.memoryOnly}</StateMark>
          </Stack>
        </Modal>
      )}
      {asking && <HallsConfirm halls={halls} onConfirm={begin} onClose={() => setAsking(false)} />}
      {warning && (
        <ConfirmDialog
          title={MEETING.hand.openTitle}
          confirm={MEETING.hand.openConfirm}
          dangerous
          onConfirm={() => {
            setWarning(false)
            void open(false)
          }}
          onClose={() => setWarning(false)}
        >
          {MEETING.hand.tooFew}
        </ConfirmDialog>
      )}
      {damaged && (
        <ConfirmDialog
          title={words.damagedTitle}
          confirm={words.damagedConfirm}
          dangerous
          onConfirm={() => open(true)}
          onClose={() => setDamaged(null)}
        >
          <Stack gap={4}>
            <Text>{words.damagedText}</Text>
            {damaged.map(line => (
              <Text key={line} size="sm">
                {line}
              </Text>
            ))}
          </Stack>
        </ConfirmDialog>
      )}
    </Panel>
  )
  if (!many) return form
  return (
    <Stack gap="md">
      <HallsPanel plan={plan} halls={halls} toReconcile={() => go('reconcile')} />
      {form}
    </Stack>
  )
}

/** Who could not open which box; of several, those whom one box does not know are another's tellers. */
function tooFewLines({ roll, box }: Extract<CallOutput<'meeting.open'>, { outcome: 'too-few-tellers' }>): string[] {
  if (box === undefined) return words.tooFew(roll)
  return words.tooFew({ ...roll, unknown: [] }).map(line => `${MEETING.halls.ofBox(box)}${line}`)
}

function tellersOf({ roles = [] }: MeetingPlan): TypedTeller[] {
  const named = roles.filter(({ role }) => role !== 'counter').map(({ name }) => ({ ...NO_TELLER, name }))
  return named.length > 0 ? named : [NO_TELLER, NO_TELLER]
}
