import { Button, Group, Loader, Modal, Stack, Text } from '@mantine/core'
import { ROSTER_IMPORT } from '#renderer/strings/roster-import.ts'
import type { RosterFile } from './use-roster-file.ts'

type ReadingDialogProps = {
  readonly file: RosterFile
  readonly onAnother: () => void
  readonly onClose: () => void
}

/** While a file is read, and where it is no roster: what it is, and what to do. */
export function ReadingDialog({ file, onAnother, onClose }: ReadingDialogProps) {
  if (file.kind === 'reading')
    return (
      <Modal opened onClose={onClose} withCloseButton={false} closeOnClickOutside={false} size="sm">
        <Group justify="space-between" wrap="nowrap" role="status">
          <Group gap="sm" wrap="nowrap">
            <Loader size="sm" />
            <Text size="sm">{ROSTER_IMPORT.reading(file.source)}</Text>
          </Group>
          <Button variant="default" size="compact-md" onClick={onClose} flex="none">
            {ROSTER_IMPORT.stop}
          </Button>
        </Group>
      </Modal>
    )
  if (file.kind !== 'failed') return null
  return (
    <Modal opened onClose={onClose} title={ROSTER_IMPORT.failedTitle(file.source)} size="md" data-dialog="failed">
      <Stack gap="md">
        {file.lines.map(line => (
          <Text key={line} size="sm">
            {line}
          </Text>
        ))}
        <Text size="xs" c="dimmed">
          {ROSTER_IMPORT.accepts}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onAnother}>
            {ROSTER_IMPORT.another}
          </Button>
          <Button onClick={onClose} data-autofocus>
            {ROSTER_IMPORT.failedClose}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
