import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core'
import { YEARS } from '#renderer/strings/years.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'

type ReplaceDialogProps = {
  readonly existing: Evaluation
  readonly coming: Evaluation
  readonly onReplace: () => void
  readonly onClose: () => void
}

/** Asks before a year that is already here gives way to the file's. */
export function ReplaceDialog({ existing, coming, onReplace, onClose }: ReplaceDialogProps) {
  const words = YEARS.replace
  return (
    <Modal opened onClose={onClose} title={words.title(coming.year)} size="md" data-dialog="replace">
      <Stack gap="md">
        <Text>{words.text}</Text>
        <Table withTableBorder>
          <Table.Tbody>
            {[
              { label: words.kept, evaluation: existing },
              { label: words.coming, evaluation: coming },
            ].map(({ label, evaluation }) => (
              <Table.Tr key={label}>
                <Table.Th w={72}>{label}</Table.Th>
                <Table.Td>{evaluation.title}</Table.Td>
                <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
                  {words.people(evaluation.instructors.length)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Text size="sm" c="dimmed">
          {words.advice}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {words.cancel}
          </Button>
          <Button color="red" onClick={onReplace}>
            {words.confirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
