import { notifications } from '@mantine/notifications'

export function tellSuccess(message: string): void {
  notifications.show({ message, color: 'teal', autoClose: 4000 })
}

/** Stays until it is closed: something did not happen that a person asked for. */
export function tellFailure(message: string): void {
  notifications.show({ message, color: 'red', autoClose: false })
}
