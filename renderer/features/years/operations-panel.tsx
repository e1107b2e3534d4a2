import { Badge, Button, Text } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import type { Column } from '#renderer/components/data-table/column.ts'
import { DataTable } from '#renderer/components/data-table/data-table.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { tellFailure, tellSuccess } from '#renderer/components/tell.tsx'
import { useUndo } from '#renderer/db/hooks/use-change.ts'
import { useOperations } from '#renderer/db/hooks/use-operations.ts'
import type { OperationRow } from '#renderer/db/schema/rows.ts'
import { problemWords } from '#renderer/editing/use-telling-change.ts'
import { SAFETY } from '#renderer/strings/safety.ts'
import { timeText } from '#renderer/strings/time-text.ts'

const words = SAFETY.operations

const COLUMNS: readonly Column<OperationRow>[] = [
  { id: 'at', title: words.at, whole: true, width: 150, cell: row => timeText(row.at) },
  { id: 'by', title: words.by, whole: true, width: 100, cell: row => row.by || '—' },
  {
    id: 'what',
    title: words.what,
    cell: row => (
      <>
        {row.what}
        {row.undone && row.before === null && (
          <Badge variant="light" color="gray" size="sm" ml="xs">
            {words.undone}
          </Badge>
        )}
      </>
    ),
  },
]

/** Who did what when, the latest first; the latest can be taken back. */
export function OperationsPanel() {
  const operations = useOperations()
  const undo = useUndo()
  const latest = operations?.find(operation => !operation.undone)
  const takeBack = async () => {
    const undone = await undo()
    if (undone.ok) tellSuccess(latest ? latest.what : words.undone)
    else tellFailure(problemWords(undone.error))
  }
  return (
    <Panel
      title={words.title}
      flush
      name="operations"
      aside={
        latest?.before ? (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconArrowBackUp size={15} />}
            onClick={() => void takeBack()}
          >
            {words.undo}
          </Button>
        ) : undefined
      }
    >
      <DataTable
        label={words.title}
        columns={COLUMNS}
        rows={operations ?? []}
        rowKey={row => String(row.sequence)}
        empty={<Text c="dimmed">{words.none}</Text>}
      />
    </Panel>
  )
}
