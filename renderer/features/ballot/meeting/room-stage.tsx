import { Button, Group, List, SimpleGrid, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Panel } from '#renderer/components/panel.tsx'
import { QrCode } from '#renderer/components/qr-code.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { tellFailure } from '#renderer/components/tell.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useHost } from '#renderer/host/use-host.ts'
import { MEETING } from '#renderer/strings/meeting.ts'
import type { CallOutput } from '#shared/contract/contract.ts'
import { AddressFields, useAddress } from './address-fields.tsx'
import type { StageProps } from './meeting-page.tsx'
import { readBattery } from './read-battery.ts'
import { RehearsalPanel } from './rehearsal-panel.tsx'
import { troubleWords } from './trouble-words.ts'

const words = MEETING.room
const TONES = { good: 'complete', warning: 'quiet', bad: 'lacking' } as const

/** In the room, before the meeting: the computer, the network, two phones, a rehearsal. */
export function RoomStage({ plan, box, go }: StageProps) {
  const { row } = useYearData()
  const { client } = useHost()
  const address = useAddress(plan)
  const { chosen } = address
  const [checks, setChecks] = useState<CallOutput<'meeting.readiness'>['checks']>([])
  const [test, setTest] = useState<string | null>(null)
  const [devices, setDevices] = useState(0)
  const hasBox = box.state.kind === 'box'
  useEffect(() => client.on('meeting.tested', told => setDevices(told.devices)), [client])
  useEffect(() => {
    if (!chosen) return
    let current = true
    const key = hasBox ? { year: row.year, meeting: plan.id } : null
    const check = async () => {
      const power = await readBattery()
      const found = await client.request('meeting.readiness', { box: key, ...chosen, ...(power ? { power } : {}) })
      if (current && found.ok) setChecks(found.data.checks)
    }
    void check()
    return () => {
      current = false
    }
  }, [client, chosen, hasBox, row.year, plan.id])
  // A test page left behind would hold the port that the station needs.
  useEffect(
    () => () => {
      void client.request('meeting.endTest', {})
    },
    [client],
  )
  const begin = async () => {
    if (!chosen) return
    setDevices(0)
    const started = await client.request('meeting.test', chosen)
    if (started.ok) setTest(started.data.url)
    else tellFailure(troubleWords(started.error))
  }
  const end = async () => {
    await client.request('meeting.endTest', {})
    setTest(null)
  }
  return (
    <Stack gap="md">
      <Panel title={words.network} name="room-network">
        <Stack gap="sm">
          <AddressFields {...address} disabled={test !== null} />
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xs">
            {checks.map(each => (
              <StateMark key={each.check} tone={TONES[each.state]}>
                {words.checks[each.check][each.state](each.details)}
              </StateMark>
            ))}
          </SimpleGrid>
        </Stack>
      </Panel>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <Panel title={words.phones} name="room-phones" fill>
          <Stack gap="sm">
            <Text size="sm" c="dimmed">
              {words.phonesText}
            </Text>
            {test === null ? (
              <Group>
                <Button variant="default" onClick={() => void begin()} disabled={chosen === null}>
                  {words.begin}
                </Button>
              </Group>
            ) : (
              <Group wrap="nowrap" align="flex-start">
                <QrCode text={test} label={words.testPage} size={150} />
                <Stack gap="xs">
                  <Text fw={600} ff="monospace">
                    {test}
                  </Text>
                  <StateMark tone={devices >= 2 ? 'complete' : 'quiet'}>{words.devices(devices)}</StateMark>
                  <Button variant="default" onClick={() => void end()}>
                    {words.end}
                  </Button>
                </Stack>
              </Group>
            )}
            <List size="sm" type="ordered">
              {words.ladder.map(each => (
                <List.Item key={each}>{each}</List.Item>
              ))}
            </List>
          </Stack>
        </Panel>
        <RehearsalPanel address={chosen} suggestions={plan.suggestions ?? false} />
      </SimpleGrid>
      <Group justify="flex-end">
        <Button onClick={() => go('seal')}>{words.next}</Button>
      </Group>
    </Stack>
  )
}
