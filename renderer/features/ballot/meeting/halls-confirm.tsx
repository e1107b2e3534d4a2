import { Stack, Text } from '@mantine/core'
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx'
import { MEETING } from '#renderer/strings/meeting.ts'
import type { Halls } from './use-halls.ts'

const words = MEETING.halls

type HallsConfirmProps = { readonly halls: Halls; readonly onConfirm: () => void; readonly onClose: () => void }

/** Asks before boxes are given up, or a group is voided by numbers of one hall alone. */
export function HallsConfirm({ halls, onConfirm, onClose }: HallsConfirmProps) {
  return (
    <ConfirmDialog
      title={words.askTitle}
      confirm={MEETING.hand.openConfirm}
      dangerous
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <Stack gap={4}>
        {halls.missing > 0 && <Text>{words.askMissing(halls.missing)}</Text>}
        {halls.voided.map(({ numbers, voided }) => (
          <Text key={numbers.id}>{words.voided(numbers.id, voided ?? '')}</Text>
        ))}
      </Stack>
    </ConfirmDialog>
  )
}
