import { useCallback, useRef, useState } from 'react'
import { fileBase64 } from '#renderer/components/file-base64.ts'
import { useHost } from '#renderer/host/use-host.ts'
import { ROSTER_IMPORT } from '#renderer/strings/roster-import.ts'
import { errorWords } from '#renderer/strings/trouble.ts'
import { MOST_WORKBOOK_BYTES } from '#shared/contract/workbooks.ts'
import type { RosterReading } from '#shared/contract/workbooks-registration.ts'
import type { Field } from '#shared/domain/roster/registration/fields.ts'
import { readHeadless, readPaste } from './read-paste.ts'

/** Where an import stands: at rest, a file being read, a file that is no roster, or a roster to look at. */
export type RosterFile =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly source: string }
  | { readonly kind: 'failed'; readonly source: string; readonly lines: readonly string[] }
  /** A pasted block without a header. */
  | { readonly kind: 'headless'; readonly source: string; readonly table: readonly (readonly string[])[] }
  | { readonly kind: 'read'; readonly source: string; readonly reading: RosterReading }

const IDLE: RosterFile = { kind: 'idle' }

export type RosterFileActions = {
  readonly file: RosterFile
  readonly readFile: (file: File) => void
  readonly readText: (text: string) => void
  /** What the columns of a block without a header are. */
  readonly nameColumns: (fields: readonly (Field | null)[]) => void
  /** Forgets the file; one that is still being read is not waited for. */
  readonly close: () => void
}

/** Reads one registration form at a time, from a file or from the clipboard; nothing is changed by it. */
export function useRosterFile(): RosterFileActions {
  const { client } = useHost()
  const [file, setFile] = useState<RosterFile>(IDLE)
  // Which reading is the wanted one: an earlier one's answer comes too late.
  const wanted = useRef(0)

  const readFile = useCallback(
    (chosen: File) => {
      const turn = ++wanted.current
      const source = chosen.name
      const settle = (next: RosterFile) => {
        if (wanted.current === turn) setFile(next)
      }
      const read = async () => {
        if (chosen.size > MOST_WORKBOOK_BYTES)
          return settle({ kind: 'failed', source, lines: [ROSTER_IMPORT.tooLarge(MOST_WORKBOOK_BYTES / 1024 / 1024)] })
        const base64 = await fileBase64(chosen)
        if (base64 === null) return settle({ kind: 'failed', source, lines: [ROSTER_IMPORT.unreadable] })
        const reply = await client.request('workbooks.readRoster', { name: source, base64 })
        if (reply.ok) return settle({ kind: 'read', source, reading: reply.data })
        const { code, details } = reply.error
        settle({ kind: 'failed', source, lines: code === 'bad-workbook' ? details : [errorWords(code)] })
      }
      setFile({ kind: 'reading', source })
      void read()
    },
    [client],
  )
  const readText = useCallback((text: string) => {
    wanted.current += 1
    const source = ROSTER_IMPORT.clipboard
    const pasted = readPaste(text, source)
    if (pasted.kind === 'failed') setFile({ kind: 'failed', source, lines: [pasted.words] })
    else setFile({ ...pasted, source })
  }, [])
  const nameColumns = useCallback((fields: readonly (Field | null)[]) => {
    setFile(current => {
      if (current.kind !== 'headless') return current
      const reading = readHeadless(current.table, fields, current.source)
      return reading ? { kind: 'read', source: current.source, reading } : current
    })
  }, [])
  const close = useCallback(() => {
    wanted.current += 1
    setFile(IDLE)
  }, [])
  return { file, readFile, readText, nameColumns, close }
}
