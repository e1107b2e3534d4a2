import { Alert, Button, Checkbox, Group, NumberInput, Stack, Text } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { EmptyNote } from '#renderer/components/empty-note.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { tellFailure } from '#renderer/components/tell.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useHost } from '#renderer/host/use-host.ts'
import { MEETING } from '#renderer/strings/meeting.ts'
import type { MeetingPlan } from '#shared/domain/ballot/plan/meeting-plan.ts'
import type { StageProps } from './meeting-page.tsx'
import { SecretDocument } from './secret-document.tsx'
import { NO_TELLER, TellerFields, type TypedTeller } from './teller-fields.tsx'
import { troubleWords } from './trouble-words.ts'
import { keepTicket, useTicket } from './waiting-tickets.ts'

const words = MEETING.seal

/** The tellers, elected in the room, seal the box: from here on nobody can open it without them. */
export function SealStage(props: StageProps) {
  const { box, go } = props
  if (box.state.kind !== 'box')
    return (
      <Panel>
        <EmptyNote title={words.noBox} text={words.noBoxText}>
          <Button onClick={() => go('print')}>{words.toPrint}</Button>
        </EmptyNote>
      </Panel>
    )
  return box.state.status.phase === 'created' ? <SealForm {...props} /> : <Sealed {...props} />
}

function Sealed({ plan, box, go }: StageProps) {
  const waiting = useTicket('recovery', plan.id)
  const fingerprint = box.state.kind === 'box' ? box.state.status.fingerprint : null
  return (
    <Panel title={words.sealed} name="sealed">
      <Stack gap="md">
        <StateMark tone="complete">{words.sealedText}</StateMark>
        {fingerprint && (
          <Text>
            {words.fingerprint}
            <Text span ff="monospace" fw={600}>
              {fingerprint}
            </Text>
          </Text>
        )}
        <SecretDocument kind="recovery" meeting={plan.id} file={words.recoveryFile} words={words.recoveryWaits} />
        {waiting === null && (
          <Text size="sm" c="dimmed">
            {words.recoveryGone}
          </Text>
        )}
        <Group justify="flex-end">
          <Button onClick={() => go('vote')}>{words.next}</Button>
        </Group>
      </Stack>
    </Panel>
  )
}

function SealForm({ plan, box }: StageProps) {
  const { row } = useYearData()
  const { client } = useHost()
  const [tellers, setTellers] = useState<readonly TypedTeller[]>(() => tellersOf(plan))
  const [need, setNeed] = useState(2)
  const [recovery, setRecovery] = useState(true)
  const [faults, setFaults] = useState<ReadonlyMap<string, string>>(new Map())
  const [sealing, setSealing] = useState(false)
  const whole = tellers.every(
    each => each.name.trim() !== '' && each.passphrase !== '' && each.passphrase === each.again,
  )
  const seal = async () => {
    setSealing(true)
    const sealed = await client.request('meeting.seal', {
      year: row.year,
      meeting: plan.id,
      tellers: tellers.map(({ name, passphrase }) => ({ name: name.trim(), passphrase })),
      need: Math.min(need, tellers.length),
      recovery,
    })
    setSealing(false)
    if (!sealed.ok) {
      tellFailure(troubleWords(sealed.error))
      return
    }
    if (sealed.data.outcome === 'bad-tellers') {
      setFaults(new Map(sealed.data.faults.map(({ path, code }) => [path, words.faults[code]])))
      return
    }
    if (sealed.data.recovery) keepTicket('recovery', plan.id, sealed.data.recovery)
    setTellers([NO_TELLER])
    await box.look()
  }
  return (
    <Panel title={words.title} name="seal">
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {words.text}
        </Text>
        <TellerFields tellers={tellers} onChange={setTellers} twice faults={faults} />
        <Group align="flex-end" gap="lg">
          <NumberInput
            label={words.need}
            description={words.needHint}
            w={220}
            min={1}
            max={tellers.length}
            value={Math.min(need, tellers.length)}
            onChange={value => typeof value === 'number' && setNeed(value)}
            allowDecimal={false}
            error={faults.get('need')}
          />
          <Checkbox
            label={words.recovery}
            description={words.recoveryHint}
            checked={recovery}
            onChange={event => setRecovery(event.currentTarget.checked)}
          />
        </Group>
        <Alert color="orange">{words.warning}</Alert>
        <Group justify="flex-end">
          <Button
            leftSection={<IconLock size={16} />}
            disabled={!whole || tellers.length < 1}
            loading={sealing}
            onClick={() => void seal()}
          >
            {words.action}
          </Button>
        </Group>
      </Stack>
    </Panel>
  )
}

/** The plan's chief teller and tellers, or three empty places. */
function tellersOf({ roles = [] }: MeetingPlan): TypedTeller[] {
  const named = roles.filter(({ role }) => role !== 'counter').map(({ name }) => ({ ...NO_TELLER, name }))
  return named.length > 0 ? named : [NO_TELLER, NO_TELLER, NO_TELLER]
}
