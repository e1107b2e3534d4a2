import { Button, Group } from '@mantine/core'
import type { Column } from '#renderer/components/data-table/column.ts'
import { SHEETS } from '#renderer/strings/sheets.ts'
import type { FinishedFile } from '#shared/contract/sheets.ts'
import { forms } from '#shared/sheets/forms.ts'
import { isWord } from './open-sheet.ts'

export type SheetRow = FinishedFile & { readonly index: number }

export function sheetColumns(
  names: ReadonlyMap<string, string>,
  onOpen: (index: number, file: string) => void,
  onPreview: (index: number) => void,
): readonly Column<SheetRow>[] {
  const titles = new Map(forms.map(form => [form.id, form.title]))
  return [
    {
      id: 'form',
      title: SHEETS.form,
      whole: true,
      cell: row => (row.form === null ? SHEETS.boundForm : (titles.get(row.form) ?? row.form)),
    },
    {
      id: 'person',
      title: SHEETS.person,
      whole: true,
      cell: row => {
        if (row.form === null) return SHEETS.several
        return row.instructor === null ? SHEETS.wholeYear : (names.get(row.instructor) ?? row.instructor)
      },
    },
    { id: 'kind', title: SHEETS.kind, whole: true, cell: row => (isWord(row.file) ? SHEETS.word : SHEETS.pdf) },
    { id: 'pages', title: SHEETS.pages, align: 'right', cell: row => row.pages ?? '' },
    {
      id: 'open',
      title: SHEETS.action,
      align: 'right',
      width: 170,
      cell: row => (
        <Group gap={4} wrap="nowrap" justify="flex-end">
          {!isWord(row.file) && (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={SHEETS.previewOf(row.file)}
              onClick={() => onPreview(row.index)}
            >
              {SHEETS.previewOne}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={SHEETS.openOf(row.file)}
            data-row-link
            onClick={() => onOpen(row.index, row.file)}
          >
            {SHEETS.open}
          </Button>
        </Group>
      ),
    },
  ]
}
