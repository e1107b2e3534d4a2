import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { ROSTER_IMPORT } from '#renderer/strings/roster-import.ts'

type PasteDialogProps = { readonly onRead: (text: string) => void; readonly onClose: () => void }

/** Takes a block copied from a spreadsheet; it is read as soon as it is pasted. */
export function PasteDialog({ onRead, onClose }: PasteDialogProps) {
  const [text, setText] = useState('')
  const read = (pasted: string) => {
    if (pasted.trim() === '') return
    onClose()
    onRead(pasted)
  }
  return (
    <Modal opened onClose={onClose} title={ROSTER_IMPORT.pasteTitle} size="lg">
      <Stack gap="md">
        <Text size="sm">{ROSTER_IMPORT.pasteText}</Text>
        <Textarea
          aria-label={ROSTER_IMPORT.pasteLabel}
          placeholder={ROSTER_IMPORT.pasteLabel}
          rows={7}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
          onPaste={event => {
            const pasted = event.clipboardData.getData('text/plain')
            // A block of several cells; a word that is pasted into what is being typed is not.
            if (text !== '' || !/[\t\n]/.test(pasted)) return
            event.preventDefault()
            read(pasted)
          }}
          data-autofocus
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {ROSTER_IMPORT.cancel}
          </Button>
          <Button onClick={() => read(text)} disabled={text.trim() === ''}>
            {ROSTER_IMPORT.pasteRead}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
