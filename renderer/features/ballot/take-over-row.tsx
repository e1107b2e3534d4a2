import { Group, Text } from '@mantine/core'
import { MEETING } from '#renderer/strings/meeting.ts'
import { TakeOverButton } from './take-over-button.tsx'

/** Taking over a meeting where there is nothing else yet. */
export function TakeOverRow() {
  return (
    <Group justify="space-between" wrap="nowrap">
      <div>
        <Text fw={600}>{MEETING.list.takeOverTitle}</Text>
        <Text c="dimmed" size="sm">
          {MEETING.list.takeOverText}
        </Text>
      </div>
      <TakeOverButton />
    </Group>
  )
}
