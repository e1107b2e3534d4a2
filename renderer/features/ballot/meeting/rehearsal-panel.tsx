import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Panel } from '#renderer/components/panel.tsx'
import { QrCode } from '#renderer/components/qr-code.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { tellFailure } from '#renderer/components/tell.tsx'
import { useHost } from '#renderer/host/use-host.ts'
import { MEETING } from '#renderer/strings/meeting.ts'
import { SUGGESTIONS } from '#renderer/strings/suggestions.ts'
import type { CallOutput } from '#shared/contract/contract.ts'
import type { ContractError } from '#shared/contract/reply.ts'
import type { Address } from './address-fields.tsx'
import { troubleWords } from './trouble-words.ts'

const words = MEETING.rehearsal
const BOX = { year: 2000, meeting: 'rehearsal' } as const
/** How many made-up voters vote in one click. */
const VOTERS = 20

type Rehearsal = CallOutput<'meeting.rehearse'>
type State =
  | { readonly kind: 'none' }
  | { readonly kind: 'voting'; readonly rehearsal: Rehearsal; readonly url: string }
  | { readonly kind: 'counted'; readonly returned: number; readonly texts: readonly string[] | null }

type RehearsalPanelProps = {
  readonly address: Address | null
  /** Whether the real meeting will ask for free words. */
  readonly suggestions: boolean
}

/** The whole meeting once with made-up people, in memory alone; afterwards nothing of it is left. */
export function RehearsalPanel({ address, suggestions }: RehearsalPanelProps) {
  const { client } = useHost()
  const [state, setState] = useState<State>({ kind: 'none' })
  const [voted, setVoted] = useState(0)
  const [busy, setBusy] = useState(false)
  useEffect(
    () =>
      client.on('meeting.status', status => {
        if (status.rehearsal) setVoted(status.groups.reduce((total, group) => total + group.voted, 0))
      }),
    [client],
  )
  const fail = (error: ContractError) => tellFailure(troubleWords(error))
  const during = async (work: () => Promise<void>) => {
    setBusy(true)
    await work()
    setBusy(false)
  }
  const begin = () =>
    during(async () => {
      if (!address) return
      setVoted(0)
      const made = await client.request('meeting.rehearse', { suggestions })
      if (!made.ok) {
        fail(made.error)
        return
      }
      const served = await client.request('meeting.serve', { ...BOX, ...address })
      if (served.ok && served.data.station)
        setState({ kind: 'voting', rehearsal: made.data, url: served.data.station.url })
      else if (!served.ok) {
        fail(served.error)
        await client.request('meeting.leave', {})
      }
    })
  const vote = () =>
    during(async () => {
      const cast = await client.request('meeting.rehearseVotes', { voters: VOTERS })
      if (!cast.ok) fail(cast.error)
    })
  const count = (rehearsal: Rehearsal) =>
    during(async () => {
      await client.request('meeting.stop', {})
      const closed = await client.request('meeting.close', BOX)
      if (!closed.ok) {
        fail(closed.error)
        return
      }
      const opened = await client.request('meeting.open', { ...BOX, tellers: [...rehearsal.tellers] })
      if (opened.ok && opened.data.outcome === 'counted')
        setState({
          kind: 'counted',
          returned: opened.data.counts.groups.reduce((total, group) => total + group.returned, 0),
          texts: suggestions ? await releaseAll(rehearsal) : null,
        })
      else if (!opened.ok) fail(opened.error)
    })
  /** As the tellers would, but all at once: they are made up. */
  const releaseAll = async ({ tellers: [teller] }: Rehearsal): Promise<readonly string[]> => {
    if (!teller) return []
    const by = { as: 'teller' as const, ...teller }
    const waiting = await client.request('meeting.suggestions', { ...BOX, by })
    return waiting.ok && waiting.data.outcome === 'waiting' ? waiting.data.texts : []
  }
  const end = () =>
    during(async () => {
      await client.request('meeting.stop', {})
      await client.request('meeting.leave', {})
      setState({ kind: 'none' })
    })
  return (
    <Panel title={words.title} name="rehearsal" fill>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {words.text}
        </Text>
        {state.kind === 'none' && (
          <Group>
            <Button variant="default" onClick={() => void begin()} loading={busy} disabled={address === null}>
              {words.begin}
            </Button>
          </Group>
        )}
        {state.kind === 'voting' && (
          <>
            <Group wrap="nowrap" align="flex-start">
              <QrCode text={state.url} label={words.page} size={130} />
              <Stack gap={4}>
                <Text fw={600} ff="monospace" size="sm">
                  {state.url}
                </Text>
                <Text size="sm">{words.codes}</Text>
                {state.rehearsal.slips.slice(0, 3).map(slip => (
                  <Text key={slip.code} ff="monospace" fw={600}>
                    {slip.code}
                  </Text>
                ))}
              </Stack>
            </Group>
            <Progress value={(voted / 52) * 100} aria-label={words.voted(voted)} />
            <Text size="sm">{words.voted(voted)}</Text>
            <Group gap="xs">
              <Button variant="default" onClick={() => void vote()} loading={busy}>
                {words.vote(VOTERS)}
              </Button>
              <Button onClick={() => void count(state.rehearsal)} loading={busy}>
                {words.count}
              </Button>
              <Button variant="subtle" color="gray" onClick={() => void end()} disabled={busy}>
                {words.abandon}
              </Button>
            </Group>
          </>
        )}
        {state.kind === 'counted' && (
          <>
            <StateMark tone="complete">{words.counted(state.returned)}</StateMark>
            {state.texts && (
              <Stack gap={4}>
                <Text size="sm">{SUGGESTIONS.rehearsal(state.texts.length)}</Text>
                {state.texts.map((text, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: made-up voters say the same
                  <Text key={index} size="sm" c="dimmed" lineClamp={2}>
                    {text}
                  </Text>
                ))}
              </Stack>
            )}
            <Group>
              <Button onClick={() => void end()} loading={busy}>
                {words.end}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Panel>
  )
}
