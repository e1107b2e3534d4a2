import { Button, Menu } from '@mantine/core'
import {
  IconChevronDown,
  IconClipboard,
  IconDownload,
  IconFileImport,
  IconFileSpreadsheet,
  IconFileText,
  IconFileUpload,
  IconPlus,
  IconPrinter,
  IconTable,
} from '@tabler/icons-react'
import { ROSTER } from '#renderer/strings/roster.ts'
import { ROSTER_IMPORT } from '#renderer/strings/roster-import.ts'

export type ImportActions = {
  readonly onFile: () => void
  readonly onPaste: () => void
  readonly onTemplate: () => void
}

export type ExportActions = {
  readonly onForm: () => void
  readonly onCsv: () => void
  readonly onPrint: () => void
}

type RosterActionsProps = {
  /** null where the year is closed. */
  readonly changes: (ImportActions & { readonly onAdd: () => void; readonly onGrid: () => void }) | null
  readonly files: ExportActions
  readonly empty: boolean
}

const ICON = 16

/** What can be done with the roster as a whole. */
export function RosterActions({ changes, files, empty }: RosterActionsProps) {
  return (
    <>
      {changes && <ImportMenu {...changes} />}
      {!empty && <ExportMenu {...files} />}
      {changes && !empty && (
        <Button variant="default" leftSection={<IconTable size={ICON} />} onClick={changes.onGrid}>
          {ROSTER.grid}
        </Button>
      )}
      {changes && (
        <Button leftSection={<IconPlus size={ICON} />} onClick={changes.onAdd}>
          {ROSTER.add}
        </Button>
      )}
    </>
  )
}

function ImportMenu({ onFile, onPaste, onTemplate }: ImportActions) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconFileImport size={ICON} />}
          rightSection={<IconChevronDown size={14} />}
        >
          {ROSTER.importMenu}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFileUpload size={ICON} />} onClick={onFile}>
          {ROSTER_IMPORT.file}
        </Menu.Item>
        <Menu.Item leftSection={<IconClipboard size={ICON} />} onClick={onPaste}>
          {ROSTER_IMPORT.paste}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconDownload size={ICON} />} onClick={onTemplate}>
          {ROSTER_IMPORT.template}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function ExportMenu({ onForm, onCsv, onPrint }: ExportActions) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconDownload size={ICON} />}
          rightSection={<IconChevronDown size={14} />}
        >
          {ROSTER.exportMenu}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFileSpreadsheet size={ICON} />} onClick={onForm}>
          {ROSTER.exportForm}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileText size={ICON} />} onClick={onCsv}>
          {ROSTER.exportCsv}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconPrinter size={ICON} />} onClick={onPrint}>
          {ROSTER.print}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
