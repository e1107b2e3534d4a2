import { Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { YEARS } from '#renderer/strings/years.ts'

const words = YEARS.rename

/** The year's title and who holds it: they stand on every sheet. */
export function RenameDialog({ onClose }: { readonly onClose: () => void }) {
  const { evaluation } = useYearData()
  const change = useTellingChange()
  const [title, setTitle] = useState(evaluation.title)
  const [organiser, setOrganiser] = useState(evaluation.organiser)
  const rename = () =>
    change(words.what, current =>
      current.title === evaluation.title && current.organiser === evaluation.organiser
        ? { ...current, title: title.trim(), organiser: organiser.trim() }
        : 'conflict',
    )
  return (
    <ConfirmDialog
      title={words.title}
      confirm={words.confirm}
      disabled={title.trim() === '' || organiser.trim() === ''}
      onConfirm={rename}
      onClose={onClose}
    >
      <Stack gap="sm">
        <TextInput
          label={words.name}
          value={title}
          onChange={event => setTitle(event.currentTarget.value)}
          data-autofocus
        />
        <TextInput
          label={words.organiser}
          value={organiser}
          onChange={event => setOrganiser(event.currentTarget.value)}
        />
      </Stack>
    </ConfirmDialog>
  )
}
