import { Anchor, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx'
import type { Column } from '#renderer/components/data-table/column.ts'
import { DataTable } from '#renderer/components/data-table/data-table.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { tellFailure, tellSuccess } from '#renderer/components/tell.tsx'
import { useDatabase } from '#renderer/db/hooks/use-database.ts'
import { useRemoved } from '#renderer/db/hooks/use-removed.ts'
import { clearRemoved, restoreRemoved } from '#renderer/db/repositories/removed.ts'
import type { RemovedRow } from '#renderer/db/schema/rows.ts'
import { SAFETY } from '#renderer/strings/safety.ts'
import { timeText } from '#renderer/strings/time-text.ts'
import { YEARS } from '#renderer/strings/years.ts'

const words = SAFETY.removed

/** Years that were removed or replaced: to have back, or to clear out. */
export function RemovedPanel() {
  const database = useDatabase()
  const navigate = useNavigate()
  const removed = useRemoved()
  const [clearing, setClearing] = useState<RemovedRow | null>(null)
  const restore = async (row: RemovedRow) => {
    const restored = await restoreRemoved(database, row.id, new Date().toISOString()).catch(() => null)
    if (restored === null) tellFailure(YEARS.importFailed.storage)
    else if (restored.ok) {
      tellSuccess(words.restored(row.year))
      await navigate(`/${row.year}`)
    } else if (restored.error === 'year-exists') tellFailure(words.standing(row.year))
  }
  const columns: readonly Column<RemovedRow>[] = [
    { id: 'year', title: words.year, whole: true, cell: row => String(row.year) },
    { id: 'at', title: words.at, whole: true, cell: row => timeText(row.at) },
    { id: 'people', title: words.people, align: 'right', cell: row => String(row.evaluation.instructors.length) },
    {
      id: 'actions',
      title: SAFETY.actions,
      align: 'right',
      cell: row => (
        <Group gap="sm" justify="flex-end" wrap="nowrap">
          <Anchor component="button" type="button" onClick={() => void restore(row)}>
            {words.restore}
          </Anchor>
          <Anchor component="button" type="button" c="red" onClick={() => setClearing(row)}>
            {words.clear}
          </Anchor>
        </Group>
      ),
    },
  ]
  return (
    <Panel title={words.title} flush name="removed">
      <DataTable
        label={words.title}
        columns={columns}
        rows={removed ?? []}
        rowKey={row => String(row.id)}
        empty={<Text c="dimmed">{words.none}</Text>}
      />
      {clearing && (
        <ConfirmDialog
          title={words.clearTitle}
          confirm={words.clear}
          dangerous
          onConfirm={async () => {
            await clearRemoved(database, clearing.id)
            tellSuccess(words.cleared)
          }}
          onClose={() => setClearing(null)}
        >
          <Text>{words.clearText}</Text>
        </ConfirmDialog>
      )}
    </Panel>
  )
}
