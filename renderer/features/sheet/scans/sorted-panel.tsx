import { Button } from '@mantine/core'
import { useMemo } from 'react'
import type { Column } from '#renderer/components/data-table/column.ts'
import { DataTable } from '#renderer/components/data-table/data-table.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { SCANS } from '#renderer/strings/scans.ts'
import type { SheetKey } from '#shared/sheets/scans/sheet-digests.ts'
import type { SortedSheet } from '#shared/sheets/scans/sort-pages.ts'

type SortedPanelProps = {
  readonly sheets: readonly SortedSheet[]
  readonly titleOf: (form: string) => string
  readonly nameOf: (instructor: string | null) => string
  readonly whatOf: (sheet: SheetKey) => string
  readonly onShow: (sheet: SortedSheet) => void
}

/** The sheets that the pile makes, each checked against the year's figures. */
export function SortedPanel({ sheets, titleOf, nameOf, whatOf, onShow }: SortedPanelProps) {
  const columns = useMemo(
    (): readonly Column<SortedSheet>[] => [
      { id: 'form', title: SCANS.form, whole: true, cell: sheet => titleOf(sheet.form) },
      { id: 'person', title: SCANS.person, whole: true, cell: sheet => nameOf(sheet.instructor) },
      { id: 'pages', title: SCANS.pages, align: 'right', cell: sheet => sheet.pages.length },
      {
        id: 'check',
        title: SCANS.check,
        cell: sheet =>
          sheet.agrees === null ? (
            <StateMark tone="quiet">{SCANS.unread}</StateMark>
          ) : sheet.agrees ? (
            <StateMark tone="complete">{SCANS.agrees}</StateMark>
          ) : (
            <StateMark tone="lacking">{SCANS.differs}</StateMark>
          ),
      },
      {
        id: 'show',
        title: SCANS.preview,
        align: 'right',
        width: 90,
        cell: sheet => (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={SCANS.previewOf(whatOf(sheet))}
            data-row-link
            onClick={() => onShow(sheet)}
          >
            {SCANS.preview}
          </Button>
        ),
      },
    ],
    [titleOf, nameOf, whatOf, onShow],
  )
  const pages = sheets.reduce((total, sheet) => total + sheet.pages.length, 0)
  const title = SCANS.recognised(sheets.length, pages)
  return (
    <Panel title={title} name="sorted" flush>
      <DataTable label={title} columns={columns} rows={sheets} rowKey={sheet => sheet.pages.join(' ')} />
    </Panel>
  )
}
