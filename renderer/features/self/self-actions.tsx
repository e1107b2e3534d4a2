import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconFileImport, IconSend, IconTable } from '@tabler/icons-react'
import { fileName } from '#renderer/collect/file-name.ts'
import { useSendForms } from '#renderer/collect/use-send-forms.ts'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { COLLECT } from '#renderer/strings/collect.ts'
import { REPORTING } from '#renderer/strings/reporting.ts'
import { SELF } from '#renderer/strings/self.ts'
import { appraisedWord } from '#shared/domain/scheme/appraised.ts'
import { componentFor } from '#shared/domain/scheme/effective-scheme.ts'
import type { SelfComponent } from '#shared/domain/scheme/scheme.ts'
import { buildSelfForm } from '#shared/domain/self/form/build-self-form.ts'
import { isIncomplete, type SelfRow } from './self-rows.ts'

type SelfActionsProps = {
  readonly component: SelfComponent
  readonly rows: readonly SelfRow[]
  /** Opens reporting online; null where no hub was entered. */
  readonly onOnline: (() => void) | null
  /** null where the year is closed. */
  readonly changes: { readonly onCollect: () => void; readonly onGrid: () => void } | null
}

const ICON = 16

/** Forms out, forms in, and the table to type into. */
export function SelfActions({ component, rows, onOnline, changes }: SelfActionsProps) {
  const { row: yearRow, evaluation } = useYearData()
  const sending = useSendForms()
  const missing = rows.filter(isIncomplete)
  const send = (people: readonly SelfRow[]) => {
    const width = String(rows.length).length
    void sending.send(
      SELF.archiveFile(yearRow.year),
      people.map(({ instructor, record }) => ({
        name: SELF.formFile(
          String(rows.findIndex(row => row.instructor === instructor) + 1).padStart(width, '0'),
          fileName(instructor.name),
        ),
        book: () =>
          buildSelfForm({
            year: yearRow.year,
            organiser: evaluation.organiser,
            appraised: appraisedWord(evaluation.scheme),
            component: componentFor(evaluation.scheme, component, instructor.posting),
            instructor,
            record,
            deadline: evaluation.deadlines?.self ?? '',
          }),
      })),
    )
  }
  if (sending.state)
    return (
      <Button variant="default" onClick={sending.cancel}>
        {COLLECT.sending(sending.state.done, sending.state.total)} · {COLLECT.cancel}
      </Button>
    )
  return (
    <>
      {changes && (
        <Button variant="default" leftSection={<IconTable size={ICON} />} onClick={changes.onGrid}>
          {SELF.grid}
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconSend size={ICON} />} rightSection={<IconChevronDown size={14} />}>
            {SELF.send}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => send(rows)}>{SELF.sendAll(rows.length)}</Menu.Item>
          {missing.length > 0 && missing.length < rows.length && (
            <Menu.Item onClick={() => send(missing)}>{SELF.sendMissing(missing.length)}</Menu.Item>
          )}
          {onOnline && <Menu.Divider />}
          {onOnline && <Menu.Item onClick={onOnline}>{REPORTING.menu}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {changes && (
        <Button leftSection={<IconFileImport size={ICON} />} onClick={changes.onCollect}>
          {SELF.collect}
        </Button>
      )}
    </>
  )
}
