import { ActionIcon } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { CutText } from '#renderer/components/cut-text.tsx'
import type { Column } from '#renderer/components/data-table/column.ts'
import { MissingMark } from '#renderer/components/missing-mark.tsx'
import { PersonCell } from '#renderer/components/person-cell.tsx'
import { SELF } from '#renderer/strings/self.ts'
import { WORKLOAD } from '#renderer/strings/workload.ts'
import { rational } from '#shared/lib/rational.ts'
import type { SelfRow } from './self-rows.ts'

/** `onEdit` null where nothing may be changed. */
export function selfColumns(year: number, onEdit: ((row: SelfRow) => void) | null): readonly Column<SelfRow>[] {
  return [
    {
      id: 'name',
      title: SELF.person,
      cell: ({ instructor }) => (
        <PersonCell to={`/${year}/people/${instructor.id}?from=roster`} name={instructor.name} />
      ),
    },
    {
      id: 'unit',
      title: SELF.unit,
      cell: ({ instructor }) => <CutText>{instructor.unit}</CutText>,
    },
    {
      id: 'summary',
      title: SELF.summary,
      align: 'right',
      compare: (a, b) => a.summaryLength - b.summaryLength,
      cell: row => <SummaryCell row={row} />,
    },
    {
      id: 'score',
      title: SELF.score,
      align: 'right',
      compare: (a, b) => rational(a.score ?? -1).compare(b.score ?? -1),
      cell: row => row.score ?? <MissingMark>{SELF.lacks}</MissingMark>,
    },
    ...WORKLOAD.map(
      (figure): Column<SelfRow> => ({
        id: figure.id,
        title: figure.label,
        align: 'right',
        compare: (a, b) => (a.record?.workload?.[figure.id] ?? -1) - (b.record?.workload?.[figure.id] ?? -1),
        cell: row => row.record?.workload?.[figure.id] ?? '—',
      }),
    ),
    ...(onEdit ? [editColumn(onEdit)] : []),
  ]
}

/** How long the summary is, or that it came as a file, or that it is missing. */
function SummaryCell({ row }: { readonly row: SelfRow }) {
  if (!row.hasSummary) return <MissingMark>{SELF.lacks}</MissingMark>
  const files = row.record?.attachments?.length ?? 0
  return row.summaryLength > 0 ? SELF.summaryLength(row.summaryLength) : SELF.summaryFiles(files)
}

function editColumn(onEdit: (row: SelfRow) => void): Column<SelfRow> {
  return {
    id: 'edit',
    title: SELF.editTitle,
    width: 50,
    cell: row => (
      <ActionIcon variant="subtle" color="gray" aria-label={SELF.edit(row.instructor.name)} onClick={() => onEdit(row)}>
        <IconPencil size={16} />
      </ActionIcon>
    ),
  }
}
