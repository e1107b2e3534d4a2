import { Button, Group, Modal, Stack, Textarea } from '@mantine/core'
import { useRef, useState } from 'react'
import { COLLECT } from '#renderer/strings/collect.ts'

type ReminderDialogProps = { readonly text: string; readonly onClose: () => void }

/** A reminder to copy into a chat; it may be changed first. */
export function ReminderDialog({ text: initial, onClose }: ReminderDialogProps) {
  const [text, setText] = useState(initial)
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle')
  const field = useRef<HTMLTextAreaElement>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setState('copied')
    } catch {
      // The clipboard is not allowed here: marked text is one key away from it.
      field.current?.select()
      setState('failed')
    }
  }
  return (
    <Modal opened onClose={onClose} title={COLLECT.remindTitle} size="lg">
      <Stack gap="md">
        <Textarea
          ref={field}
          aria-label={COLLECT.remind}
          autosize
          minRows={6}
          maxRows={16}
          value={text}
          data-autofocus
          onChange={event => {
            setText(event.currentTarget.value)
            setState('idle')
          }}
          error={state === 'failed' ? COLLECT.notCopied : undefined}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {COLLECT.close}
          </Button>
          <Button onClick={() => void copy()}>{state === 'copied' ? COLLECT.copied : COLLECT.copy}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
