import { Button, Group, Progress, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { useState } from 'react'
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx'
import { EmptyNote } from '#renderer/components/empty-note.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { QrCode } from '#renderer/components/qr-code.tsx'
import { tellFailure } from '#renderer/components/tell.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useHost } from '#renderer/host/use-host.ts'
import { MEETING } from '#renderer/strings/meeting.ts'
import type { MeetingStatus } from '#shared/contract/meeting.ts'
import { AddressFields, useAddress } from './address-fields.tsx'
import { CopyBoxButton } from './copy-box-button.tsx'
import { IncidentsPanel } from './incidents-panel.tsx'
import type { StageProps } from './meeting-page.tsx'
import { NumbersPanel } from './numbers-panel.tsx'
import { PaperPanel } from './paper-panel.tsx'
import { PaperSuggestions } from './paper-suggestions.tsx'
import { ProjectorButtons } from './projector-buttons.tsx'
import { troubleWords } from './trouble-words.ts'

const words = MEETING.vote

/** While people vote: the station, how many have voted (in steps of five), paper, what happened. */
export function VoteStage(props: StageProps) {
  const { box, go } = props
  if (box.state.kind !== 'box' || box.state.status.phase === 'created')
    return (
      <Panel>
        <EmptyNote title={words.notSealed} text={words.notSealedText}>
          <Button onClick={() => go('seal')}>{words.toSeal}</Button>
        </EmptyNote>
      </Panel>
    )
  if (box.state.status.phase !== 'sealed')
    return (
      <Panel>
        <EmptyNote title={words.ended} text={words.endedText}>
          <Button onClick={() => go('reconcile')}>{words.toReconcile}</Button>
        </EmptyNote>
      </Panel>
    )
  return <Voting {...props} status={box.state.status} />
}

function Voting({ plan, box, go, status }: StageProps & { readonly status: MeetingStatus }) {
  const { row } = useYearData()
  const { client } = useHost()
  const address = useAddress(plan)
  const [busy, setBusy] = useState(false)
  const [ending, setEnding] = useState(false)
  const key = { year: row.year, meeting: plan.id }
  const serve = async () => {
    if (!address.chosen) return
    setBusy(true)
    const served = await client.request('meeting.serve', { ...key, ...address.chosen })
    if (!served.ok) tellFailure(troubleWords(served.error))
    await box.look()
    setBusy(false)
  }
  const pause = async () => {
    const stopped = await client.request('meeting.stop', {})
    if (!stopped.ok) tellFailure(troubleWords(stopped.error))
    await box.look()
  }
  const end = async () => {
    await client.request('meeting.stop', {})
    const closed = await client.request('meeting.close', key)
    if (!closed.ok) {
      tellFailure(troubleWords(closed.error))
      return false
    }
    await box.look()
    go('reconcile')
    return true
  }
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <Panel
          title={words.station}
          name="station"
          fill
          aside={
            <Group gap="xs">
              <ProjectorButtons meeting={plan.id} />
              <CopyBoxButton meeting={plan.id} label={words.copy} copied={words.copied} />
            </Group>
          }
        >
          {status.station ? (
            <Group wrap="nowrap" align="flex-start">
              <QrCode text={status.station.url} label={words.page} size={180} />
              <Stack gap="xs">
                <Text fw={700} fz="lg" ff="monospace" data-station-url>
                  {status.station.url}
                </Text>
                {plan.station?.wifi && <Text size="sm">{words.wifi(plan.station.wifi)}</Text>}
                <Text size="sm" c="dimmed">
                  {words.fingerprint(status.fingerprint ?? '')}
                </Text>
                <Text size="sm" c="dimmed">
                  {words.tablet(`${status.station.url}?tablet`)}
                </Text>
                <Button variant="default" leftSection={<IconPlayerPause size={16} />} onClick={() => void pause()}>
                  {words.pause}
                </Button>
              </Stack>
            </Group>
          ) : (
            <Stack gap="sm">
              <Text size="sm" c="dimmed">
                {words.serveText}
              </Text>
              <AddressFields {...address} />
              <Group>
                <Button
                  leftSection={<IconPlayerPlay size={16} />}
                  onClick={() => void serve()}
                  loading={busy}
                  disabled={address.chosen === null}
                >
                  {words.serve}
                </Button>
              </Group>
            </Stack>
          )}
        </Panel>
        <Panel title={words.progress} name="progress" fill>
          <Stack gap="sm">
            {status.groups.map(group => {
              const slots = group.slips + group.paper
              return (
                <div key={group.id}>
                  <Group justify="space-between">
                    <Text size="sm" fw={600}>
                      {group.id}　{group.name}
                    </Text>
                    <Text size="sm">{words.voted(group.voted, slots)}</Text>
                  </Group>
                  <Progress
                    value={slots === 0 ? 0 : (group.voted / slots) * 100}
                    aria-label={words.votedOf(group.name, group.voted)}
                    size="lg"
                  />
                </div>
              )
            })}
            <Text size="xs" c="dimmed">
              {words.steps}
            </Text>
          </Stack>
        </Panel>
      </SimpleGrid>
      <NumbersPanel plan={plan} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <PaperPanel plan={plan} />
        {status.suggestions === 'off' ? <IncidentsPanel plan={plan} /> : <PaperSuggestions />}
      </SimpleGrid>
      {status.suggestions !== 'off' && <IncidentsPanel plan={plan} />}
      <Group justify="flex-end">
        <Button color="red" onClick={() => setEnding(true)}>
          {words.end}
        </Button>
      </Group>
      {ending && (
        <ConfirmDialog
          title={words.endTitle}
          confirm={words.end}
          dangerous
          onConfirm={end}
          onClose={() => setEnding(false)}
        >
          {words.endText}
        </ConfirmDialog>
      )}
    </Stack>
  )
}
