import { Button } from '@mantine/core'
import { IconUsb } from '@tabler/icons-react'
import { saveFile } from '#renderer/components/save-file.ts'
import { tellFailure, tellSuccess } from '#renderer/components/tell.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useHost } from '#renderer/host/use-host.ts'
import { MEETING } from '#renderer/strings/meeting.ts'
import { troubleWords } from './trouble-words.ts'

type CopyBoxButtonProps = { readonly meeting: string; readonly label: string; readonly copied?: string }

/** The whole box as a file, for a USB stick: sealed or not yet, it holds no code and nothing that can be read. */
export function CopyBoxButton({ meeting, label, copied }: CopyBoxButtonProps) {
  const { row } = useYearData()
  const { client } = useHost()
  const copy = async () => {
    const file = await client.request('meeting.copy', { year: row.year, meeting })
    if (!file.ok) {
      tellFailure(troubleWords(file.error))
      return
    }
    saveFile(MEETING.vote.copyFile(row.year, meeting), new Blob([new Uint8Array(file.data)]))
    if (copied) tellSuccess(copied)
  }
  return (
    <Button size="compact-sm" variant="default" leftSection={<IconUsb size={15} />} onClick={() => void copy()}>
      {label}
    </Button>
  )
}
