import { Anchor, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx'
import type { Column } from '#renderer/components/data-table/column.ts'
import { DataTable } from '#renderer/components/data-table/data-table.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { tellFailure, tellSuccess } from '#renderer/components/tell.tsx'
import { useDatabase } from '#renderer/db/hooks/use-database.ts'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useHost } from '#renderer/host/use-host.ts'
import { takeMirror } from '#renderer/mirror/take-mirror.ts'
import { SAFETY } from '#renderer/strings/safety.ts'
import { timeText } from '#renderer/strings/time-text.ts'
import type { MirrorVersion } from '#shared/contract/years.ts'

const words = SAFETY.history

/** Earlier states of the year, as the mirror keeps them. */
export function HistoryPanel() {
  const { row } = useYearData()
  const database = useDatabase()
  const { client } = useHost()
  const [versions, setVersions] = useState<readonly MirrorVersion[]>([])
  const [chosen, setChosen] = useState<MirrorVersion | null>(null)
  useEffect(() => {
    let current = true
    client.request('years.versions', { year: row.year }).then(listed => {
      if (current && listed.ok) setVersions(listed.data.versions)
    })
    return () => {
      current = false
    }
    // Every change of the year may have added one.
  }, [client, row])
  const columns: readonly Column<MirrorVersion>[] = [
    { id: 'at', title: words.replacedAt, whole: true, cell: version => timeText(version.savedAt) },
    {
      id: 'size',
      title: words.size,
      align: 'right',
      cell: version => (version.removed ? words.removed : sizeText(version.bytes)),
    },
    {
      id: 'restore',
      title: SAFETY.actions,
      align: 'right',
      cell: version => (
        <Anchor component="button" type="button" onClick={() => setChosen(version)}>
          {words.restore}
        </Anchor>
      ),
    },
  ]
  const restore = async () => {
    if (!chosen) return
    const taken = await takeMirror(database, client, row.year, chosen.version, new Date().toISOString())
    if (taken) tellSuccess(words.done)
    else tellFailure(words.unreadable)
  }
  return (
    <Panel title={words.title} flush name="history">
      <DataTable
        label={words.title}
        columns={columns}
        rows={row.sample ? [] : versions}
        rowKey={version => version.version}
        empty={<Text c="dimmed">{row.sample ? SAFETY.mirror.sample : words.none}</Text>}
      />
      {chosen && (
        <ConfirmDialog
          title={words.confirmTitle}
          confirm={words.confirm}
          onConfirm={restore}
          onClose={() => setChosen(null)}
        >
          <Text>{words.confirmText(timeText(chosen.savedAt))}</Text>
        </ConfirmDialog>
      )}
    </Panel>
  )
}

function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
