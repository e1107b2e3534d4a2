import { Button } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useState } from 'react'
import { showPdf } from '#renderer/components/show-pdf.ts'
import { tellFailure } from '#renderer/components/tell.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useHost } from '#renderer/host/use-host.ts'
import { PERSON } from '#renderer/strings/person.ts'
import { errorWords } from '#renderer/strings/trouble.ts'
import type { ContractError } from '#shared/contract/reply.ts'
import { writeEvaluation } from '#shared/domain/evaluation/write-evaluation.ts'
import { personalRecord } from '#shared/sheets/personal-record/personal-record.ts'

const tell = ({ code, details }: ContractError) => tellFailure([errorWords(code), ...details].join('\n'))

/** Everything that the year holds about one person, on one form, as it is given to them on request. */
export function RecordButton({ id }: { readonly id: string }) {
  const { row, evaluation } = useYearData()
  const { client } = useHost()
  const [busy, setBusy] = useState(false)
  const open = async () => {
    const made = await client.request('sheets.preview', {
      evaluation: writeEvaluation(evaluation),
      forms: [personalRecord.id],
      instructors: [id],
      sample: row.sample,
    })
    if (!made.ok) return tell(made.error)
    const { preview, sheets } = made.data
    for (const [index, { file }] of sheets.entries()) {
      const sheet = await client.request('sheets.previewed', { preview, index })
      if (!sheet.ok) return tell(sheet.error)
      // Bytes that came over a wire lie in a buffer of their own; a folder is no part of a file's name.
      showPdf(new Uint8Array(sheet.data), `${personalRecord.title} ${file.slice(file.lastIndexOf('/') + 1)}`)
    }
  }
  return (
    <Button
      variant="default"
      leftSection={<IconFileText size={16} />}
      loading={busy}
      onClick={async () => {
        setBusy(true)
        await open()
        setBusy(false)
      }}
    >
      {PERSON.record}
    </Button>
  )
}
