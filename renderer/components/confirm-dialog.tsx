import { Button, Group, Modal, Stack } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { CONFIRM } from '#renderer/strings/confirm.ts'

type ConfirmDialogProps = {
  /** A short question: 删除这条记录？ */
  readonly title: string
  /** What follows from it, in words; also fields that the act needs. */
  readonly children: ReactNode
  /** The button that does it, named by what it does: 删除记录. */
  readonly confirm: string
  readonly cancel?: string
  /** Something goes away that cannot be had back: red, and the way back has the focus. */
  readonly dangerous?: boolean
  /** While a field that the act needs is empty. */
  readonly disabled?: boolean
  /** Resolves to false where it was not done: the dialog stays, nothing typed is lost. */
  readonly onConfirm: () => unknown
  readonly onClose: () => void
}

/** Asks before an act, says what follows from it, and waits for it. Shown while it is rendered. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, confirm, cancel = CONFIRM.cancel, dangerous = false, disabled = false } = props
  const [busy, setBusy] = useState(false)
  const act = async () => {
    if (busy || disabled) return
    setBusy(true)
    try {
      if ((await props.onConfirm()) !== false) props.onClose()
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal opened onClose={props.onClose} title={title} size="md" closeOnClickOutside={!busy} data-dialog="confirm">
      <form
        onSubmit={event => {
          event.preventDefault()
          void act()
        }}
      >
        <Stack gap="md">
          <div>{children}</div>
          <Group justify="flex-end">
            <Button
              variant="default"
              onClick={props.onClose}
              disabled={busy}
              {...(dangerous && { 'data-autofocus': true })}
            >
              {cancel}
            </Button>
            <Button type="submit" loading={busy} disabled={disabled} {...(dangerous && { color: 'red' })}>
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
