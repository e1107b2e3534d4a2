import { Button, List, Modal, Stack, Text, Title } from '@mantine/core'
import { IconDatabaseSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { STORED } from '#renderer/strings/stored.ts'
import type { BoxState } from './stages.ts'

type StoredNowProps = { readonly box: BoxState; readonly counted: boolean }

/** What is on this computer at this moment, in words that the room may read from the screen. */
export function StoredNow({ box, counted }: StoredNowProps) {
  const [shown, setShown] = useState(false)
  const phase = momentOf(box, counted)
  const slots = box.kind === 'box' ? box.status.groups.reduce((sum, group) => sum + group.slips + group.paper, 0) : 0
  const slips = box.kind === 'box' ? box.status.groups.reduce((sum, group) => sum + group.slips, 0) : 0
  const { here, never } = STORED.moments[phase](slots, slips)
  return (
    <>
      <Button variant="default" leftSection={<IconDatabaseSearch size={16} />} onClick={() => setShown(true)}>
        {STORED.title}
      </Button>
      {shown && (
        <Modal opened onClose={() => setShown(false)} title={STORED.title} size="xl" data-dialog="stored">
          <Stack gap="lg">
            <Text fz="xl" fw={600}>
              {STORED.now[phase]}
            </Text>
            <div>
              <Title order={2}>{STORED.here}</Title>
              <List fz="lg" spacing="xs" mt="xs">
                {here.map(line => (
                  <List.Item key={line}>{line}</List.Item>
                ))}
              </List>
            </div>
            <div>
              <Title order={2}>{STORED.never}</Title>
              <List fz="lg" spacing="xs" mt="xs">
                {never.map(line => (
                  <List.Item key={line}>{line}</List.Item>
                ))}
              </List>
            </div>
            <Text size="sm" c="dimmed">
              {STORED.network}
            </Text>
            <Text size="sm" c="dimmed">
              {STORED.limits}
            </Text>
          </Stack>
        </Modal>
      )}
    </>
  )
}

function momentOf(box: BoxState, counted: boolean): keyof typeof STORED.moments {
  if (counted) return box.kind === 'none' ? 'elsewhere' : 'counted'
  if (box.kind !== 'box') return 'planned'
  switch (box.status.phase) {
    case 'created':
      return 'created'
    case 'sealed':
    case 'closed':
      return 'sealed'
    default:
      return 'counted'
  }
}
