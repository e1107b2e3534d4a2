import { Button, Group, Text } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { useCallback, useMemo, useState } from 'react'
import { DataTable } from '#renderer/components/data-table/data-table.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { tellFailure } from '#renderer/components/tell.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useHost } from '#renderer/host/use-host.ts'
import { useJob } from '#renderer/jobs/use-job.ts'
import { personLabels } from '#renderer/strings/person-labels.ts'
import { SHEETS } from '#renderer/strings/sheets.ts'
import { ERROR_WORDS } from '#renderer/strings/trouble.ts'
import { isWord, openSheet } from './open-sheet.ts'
import { Preview } from './preview.tsx'
import { type PrintJob, printerOf } from './printer.ts'
import { sheetColumns } from './sheet-columns.tsx'

/** What was printed, each to open, and where it lies. */
export function FinishedView({ job }: { readonly job: Extract<PrintJob, { kind: 'finished' }> }) {
  const { client, capabilities } = useHost()
  const { runner } = useJob(printerOf)
  const { instructors } = useYearData().evaluation
  const rows = useMemo(() => job.files.map((file, index) => ({ ...file, index })), [job.files])
  const pages = job.files.reduce((total, file) => total + (file.pages ?? 0), 0)
  const made = job.files.some(file => file.form === null) ? SHEETS.finishedBound : SHEETS.finished
  const pdfs = job.files.filter(file => file.pages !== null).length
  const words = job.files.length - pdfs
  const [previewed, setPreviewed] = useState<number | null>(null)
  const sheets = useMemo(() => rows.filter(row => !isWord(row.file)), [rows])
  const load = useCallback(
    async (at: number) => {
      const reply = await client.request('sheets.read', { job: job.job, index: sheets[at]?.index ?? -1 })
      if (reply.ok) return { ok: true as const, bytes: new Uint8Array(reply.data) }
      return { ok: false as const, words: ERROR_WORDS[reply.error.code] }
    },
    [client, job.job, sheets],
  )
  const columns = useMemo(() => {
    const open = async (index: number, file: string) => {
      if (capabilities.can.open) {
        const opened = await client.request('sheets.open', { job: job.job, index })
        if (!opened.ok) tellFailure(ERROR_WORDS[opened.error.code])
        return
      }
      const reply = await client.request('sheets.read', { job: job.job, index })
      // Bytes that came over a wire lie in a buffer of their own.
      if (reply.ok) openSheet(new Uint8Array(reply.data), file.split('/').at(-1) ?? file)
      else tellFailure(ERROR_WORDS[reply.error.code])
    }
    return sheetColumns(personLabels(instructors), (index, file) => void open(index, file), setPreviewed)
  }, [client, capabilities.can.open, job.job, instructors])
  const reveal = async () => {
    const reply = await client.request('sheets.reveal', { job: job.job })
    if (!reply.ok) tellFailure(ERROR_WORDS[reply.error.code])
  }
  return (
    <>
      <Panel name="finished">
        <Group justify="space-between" wrap="nowrap">
          <div>
            <StateMark tone="complete">{`${made(pdfs, pages)}${words === 0 ? '' : SHEETS.andWord(words)}`}</StateMark>
            <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }} data-folder={job.folder}>
              {SHEETS.folder(job.folder)}
            </Text>
          </div>
          <Group gap="xs" wrap="nowrap" flex="none">
            {capabilities.can.reveal && (
              <Button leftSection={<IconFolderOpen size={16} />} onClick={() => void reveal()}>
                {SHEETS.reveal}
              </Button>
            )}
            <Button variant="default" onClick={runner.reset}>
              {SHEETS.again}
            </Button>
          </Group>
        </Group>
      </Panel>
      <Panel title={SHEETS.list} flush>
        <DataTable label={SHEETS.list} columns={columns} rows={rows} rowKey={row => String(row.index)} />
      </Panel>
      {previewed !== null && (
        <Preview
          sheets={sheets}
          first={sheets.findIndex(sheet => sheet.index === previewed)}
          load={load}
          onClose={() => setPreviewed(null)}
        />
      )}
    </>
  )
}
