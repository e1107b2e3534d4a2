import { PasswordInput, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx'
import { SAFETY } from '#renderer/strings/safety.ts'
import { ERROR_WORDS } from '#renderer/strings/trouble.ts'

type PassphraseDialogProps = {
  readonly file: string
  readonly wrong: boolean
  readonly onOpen: (passphrase: string) => Promise<void>
  readonly onClose: () => void
}

/** Asks for a backup's passphrase. */
export function PassphraseDialog({ file, wrong, onOpen, onClose }: PassphraseDialogProps) {
  const [passphrase, setPassphrase] = useState('')
  const words = SAFETY.backup
  return (
    <ConfirmDialog
      title={words.openTitle}
      confirm={words.open}
      disabled={passphrase === ''}
      onConfirm={async () => {
        await onOpen(passphrase)
        // The import goes on from here and closes this itself.
        return false
      }}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Text>{words.openText(file)}</Text>
        <PasswordInput
          label={words.openPassphrase}
          value={passphrase}
          error={wrong ? ERROR_WORDS['wrong-passphrase'] : undefined}
          onChange={event => setPassphrase(event.currentTarget.value)}
          data-autofocus
        />
      </Stack>
    </ConfirmDialog>
  )
}
