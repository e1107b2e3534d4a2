import { Button } from '@mantine/core'
import { IconDownload, IconFileUpload } from '@tabler/icons-react'
import { EmptyNote } from '#renderer/components/empty-note.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { ROSTER } from '#renderer/strings/roster.ts'
import { ROSTER_IMPORT } from '#renderer/strings/roster-import.ts'
import type { ImportActions } from './roster-actions.tsx'

/** A roster without anybody: how to begin. */
export function EmptyRoster({ changes }: { readonly changes: ImportActions | null }) {
  return (
    <Panel>
      <EmptyNote title={ROSTER.emptyTitle} text={ROSTER.emptyText}>
        {changes && (
          <>
            <Button leftSection={<IconFileUpload size={16} />} onClick={changes.onFile}>
              {ROSTER_IMPORT.file}
            </Button>
            <Button variant="default" onClick={changes.onPaste}>
              {ROSTER_IMPORT.paste}
            </Button>
            <Button variant="default" leftSection={<IconDownload size={16} />} onClick={changes.onTemplate}>
              {ROSTER_IMPORT.template}
            </Button>
          </>
        )}
      </EmptyNote>
    </Panel>
  )
}
