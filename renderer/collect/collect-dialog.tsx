import { Button, FileButton, Group, Modal, Progress, Stack, Text } from '@mantine/core'
import { IconFiles, IconFolderOpen } from '@tabler/icons-react'
import { useFileChoice } from '#renderer/components/use-file-choice.tsx'
import { COLLECT } from '#renderer/strings/collect.ts'
import type { ReadingState } from './use-read-forms.ts'

type CollectDialogProps = {
  readonly title: string
  /** What may be chosen, and how files find whom they are about. */
  readonly hint: string
  readonly state: ReadingState
  readonly onFiles: (files: readonly File[]) => void
  readonly onClose: () => void
}

/** Asks for the files that came back: some, or a whole folder; shows how far their reading is. */
export function CollectDialog({ title, hint, state, onFiles, onClose }: CollectDialogProps) {
  const { choose, input } = useFileChoice(onFiles, { folder: true, mark: 'data-choose-folder' })
  return (
    <Modal opened onClose={onClose} title={title} size="md">
      {state.kind === 'reading' ? (
        <Stack gap="md">
          <Text size="sm">{COLLECT.reading(state.done, state.total)}</Text>
          <Progress value={(state.done / state.total) * 100} aria-label={title} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {COLLECT.cancel}
            </Button>
          </Group>
        </Stack>
      ) : (
        <Stack gap="md">
          <Text size="sm">{hint}</Text>
          <Text size="sm" c="dimmed">
            {COLLECT.dropHere}
          </Text>
          <Group>
            <FileButton multiple onChange={onFiles}>
              {button => (
                <Button {...button} data-autofocus leftSection={<IconFiles size={16} />}>
                  {COLLECT.chooseFiles}
                </Button>
              )}
            </FileButton>
            <Button variant="default" leftSection={<IconFolderOpen size={16} />} onClick={choose}>
              {COLLECT.chooseFolder}
            </Button>
            {input}
          </Group>
        </Stack>
      )}
    </Modal>
  )
}
