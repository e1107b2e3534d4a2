import { type ReactNode, useEffect, useState } from 'react'
import { useFileDrop } from '#renderer/components/file-drop.ts'
import { tellFailure } from '#renderer/components/tell.tsx'
import { useFileChoice } from '#renderer/components/use-file-choice.tsx'
import { ROSTER_IMPORT } from '#renderer/strings/roster-import.ts'
import { ColumnsDialog } from './columns-dialog.tsx'
import { PasteDialog } from './paste-dialog.tsx'
import { ReadingDialog } from './reading-dialog.tsx'
import { type RosterFile, useRosterFile } from './use-roster-file.ts'

export type RosterImport = {
  readonly file: RosterFile
  readonly chooseFile: () => void
  readonly openPaste: () => void
  readonly close: () => void
  /** The dialogs and the file input, to be put on the page. */
  readonly parts: ReactNode
}

/** Every way a registration form comes in: chosen, dropped on the page, pasted; not while `off`. */
export function useRosterImport(off: boolean): RosterImport {
  const { file, readFile, readText, nameColumns, close } = useRosterFile()
  const [pasting, setPasting] = useState(false)
  const take = (files: readonly File[]) => {
    // A year's own file is taken on every page.
    if (files.some(({ name }) => /\.(json|pingyi)$/i.test(name))) return false
    const [first, second] = files
    if (second) tellFailure(ROSTER_IMPORT.notOne)
    else if (first) readFile(first)
    return true
  }
  useFileDrop(off ? null : ROSTER_IMPORT.drop, take)
  useEffect(() => {
    if (off) return
    // A block pasted where nothing is being typed is a roster.
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      const typing = event.target instanceof Element && event.target.closest('input, textarea, [role="dialog"]')
      if (!typing && /\t[^\n]*\n/.test(text)) readText(text)
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [off, readText])
  const { choose: chooseFile, input } = useFileChoice(take, {
    accept: '.xlsx,.xlsm,.xls,.csv,.txt,.et',
    mark: 'data-roster-file',
  })
  const parts = off ? null : (
    <>
      {input}
      {pasting && <PasteDialog onRead={readText} onClose={() => setPasting(false)} />}
      {file.kind === 'headless' && <ColumnsDialog table={file.table} onRead={nameColumns} onClose={close} />}
      <ReadingDialog
        file={file}
        onAnother={() => {
          close()
          chooseFile()
        }}
        onClose={close}
      />
    </>
  )
  return { file, chooseFile, openPaste: () => setPasting(true), close, parts }
}
