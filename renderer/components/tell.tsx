import { Button, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'

export function tellSuccess(message: string): void {
  notifications.show({ message, color: 'teal', autoClose: 4000 })
}

/** Stays until it is closed: something did not happen that a person asked for. Lines stay lines. */
export function tellFailure(message: string): void {
  const lines = (
    <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
      {message}
    </Text>
  )
  notifications.show({ message: lines, color: 'red', autoClose: false })
}

let lastDone: string | null = null

/**
 * Tells what was done, with a button that takes it back; it stays long enough to be read and reached. It takes the place of
 * the one before: only the latest act can be taken back.
 */
export function tellDone(message: string, undoLabel: string, undo: () => void): void {
  if (lastDone !== null) notifications.hide(lastDone)
  const id = notifications.show({ message: '', color: 'teal', autoClose: 10_000 })
  lastDone = id
  const takeBack = () => {
    notifications.hide(id)
    undo()
  }
  notifications.update({
    id,
    color: 'teal',
    autoClose: 10_000,
    message: (
      <Stack gap={6} align="flex-start">
        <Text size="sm">{message}</Text>
        <Button size="compact-sm" variant="light" onClick={takeBack}>
          {undoLabel}
        </Button>
      </Stack>
    ),
  })
}
