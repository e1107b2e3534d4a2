import { Button, Group, Text } from '@mantine/core'
import { IconPrinter, IconTableExport, IconTrash } from '@tabler/icons-react'
import { saveFile } from '#renderer/components/save-file.ts'
import { showPdf } from '#renderer/components/show-pdf.ts'
import { tellFailure, tellSuccess } from '#renderer/components/tell.tsx'
import { useHost } from '#renderer/host/use-host.ts'
import { MEETING } from '#renderer/strings/meeting.ts'
import { ERROR_WORDS } from '#renderer/strings/trouble.ts'
import { dropTicket, keepShown, useTicket } from './waiting-tickets.ts'

type SecretDocumentProps = {
  readonly kind: 'slips' | 'codes' | 'recovery'
  readonly meeting: string
  readonly file: string
  /** What is said while it waits. */
  readonly words: string
}

/** A document that is printed (a table: saved) once and then destroyed; nothing where none waits. */
export function SecretDocument({ kind, meeting, file, words }: SecretDocumentProps) {
  const { client } = useHost()
  const ticket = useTicket(kind, meeting)
  if (ticket === null) return null
  const isTable = kind === 'codes'
  const open = async () => {
    const document = await client.request('meeting.document', { ticket })
    if (document.ok) {
      const bytes = new Uint8Array(document.data)
      if (isTable) saveFile(file, new Blob([bytes], { type: 'text/csv' }))
      else keepShown(kind, meeting, showPdf(bytes, file))
    } else tellFailure(ERROR_WORDS[document.error.code])
  }
  const forget = async () => {
    const forgotten = await client.request('meeting.forget', { ticket })
    if (!forgotten.ok) {
      tellFailure(ERROR_WORDS[forgotten.error.code])
      return
    }
    dropTicket(kind, meeting)
    tellSuccess(MEETING.secret.forgotten)
  }
  return (
    <Group justify="space-between" data-secret={kind}>
      <Text size="sm">{words}</Text>
      <Group gap="xs">
        <Button
          leftSection={isTable ? <IconTableExport size={16} /> : <IconPrinter size={16} />}
          variant={isTable ? 'default' : 'filled'}
          onClick={() => void open()}
        >
          {isTable ? MEETING.secret.save : MEETING.secret.open}
        </Button>
        <Button variant="default" leftSection={<IconTrash size={16} />} onClick={() => void forget()}>
          {isTable ? MEETING.secret.forgetTable : MEETING.secret.forget}
        </Button>
      </Group>
    </Group>
  )
}
