import { Button, Group, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core'
import { IconKeyboard } from '@tabler/icons-react'
import { useCallback, useEffect, useState } from 'react'
import { Panel } from '#renderer/components/panel.tsx'
import { tellFailure } from '#renderer/components/tell.tsx'
import { useHost } from '#renderer/host/use-host.ts'
import { MEETING } from '#renderer/strings/meeting.ts'
import type { CallOutput } from '#shared/contract/contract.ts'
import { MOST_IN_BUNDLE } from '#shared/contract/paper.ts'
import type { MeetingPlan } from '#shared/domain/ballot/plan/meeting-plan.ts'
import { PaperBundle } from './paper-bundle.tsx'
import { PaperDesks } from './paper-desks.tsx'
import { troubleWords } from './trouble-words.ts'

const words = MEETING.paper

type Begun = { readonly bundle: string; readonly group: string; readonly ballots: number; readonly by: string }

/** Paper ballots, by the bundle: keyed twice by two people, compared, then into the same urn. */
export function PaperPanel({ plan }: { readonly plan: MeetingPlan }) {
  const { client } = useHost()
  const [recorded, setRecorded] = useState<CallOutput<'paper.recorded'>['groups']>([])
  const [group, setGroup] = useState<string | null>(null)
  const [ballots, setBallots] = useState<number | null>(null)
  const [by, setBy] = useState('')
  const [begun, setBegun] = useState<Begun | null>(null)
  const look = useCallback(async () => {
    const found = await client.request('paper.recorded', {})
    if (found.ok) setRecorded(found.data.groups)
  }, [client])
  useEffect(() => {
    void look()
    // Another window keys bundles into the same box.
    const again = () => void look()
    const heard = client.on('paper.committed', again)
    // What was told while this window could not listen.
    window.addEventListener('focus', again)
    return () => {
      heard()
      window.removeEventListener('focus', again)
    }
  }, [client, look])
  const begin = async () => {
    if (group === null || ballots === null) return
    const made = await client.request('paper.begin', { group, ballots })
    if (made.ok) setBegun({ bundle: made.data.bundle, group, ballots, by: by.trim() })
    else tellFailure(troubleWords(made.error))
  }
  if (plan.paperCount === 'called-out')
    return (
      <Panel title={words.title} name="paper" fill>
        <Text size="sm" c="dimmed">
          {words.calledOut}
        </Text>
      </Panel>
    )
  return (
    <Panel title={words.title} name="paper" fill aside={<PaperDesks late={plan.halls === undefined} />}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {words.text(MOST_IN_BUNDLE)}
        </Text>
        {recorded.map(each => (
          <Text key={each.id} size="sm">
            {words.recorded(each.id, each.recorded, each.room)}
          </Text>
        ))}
        <form
          onSubmit={event => {
            event.preventDefault()
            void begin()
          }}
        >
          <Group gap="xs" align="flex-end">
            <Select
              label={words.group}
              w={90}
              data={recorded.filter(each => each.room > 0).map(each => each.id)}
              value={group}
              onChange={setGroup}
            />
            <NumberInput
              label={words.ballots}
              w={110}
              min={1}
              max={MOST_IN_BUNDLE}
              clampBehavior="strict"
              allowDecimal={false}
              value={ballots ?? ''}
              onChange={value => setBallots(typeof value === 'number' ? value : null)}
            />
            <TextInput label={words.by} w={120} value={by} onChange={event => setBy(event.currentTarget.value)} />
            <Button
              type="submit"
              variant="default"
              leftSection={<IconKeyboard size={16} />}
              disabled={group === null || ballots === null || by.trim() === ''}
            >
              {words.begin}
            </Button>
          </Group>
        </form>
        {ballots !== null && ballots <= 2 && (
          <Text size="xs" c="var(--pingyi-lack)">
            {words.fewWarning}
          </Text>
        )}
      </Stack>
      {begun && (
        <PaperBundle
          plan={plan}
          {...begun}
          onClose={() => {
            setBegun(null)
            void look()
          }}
        />
      )}
    </Panel>
  )
}
