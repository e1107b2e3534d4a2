import { useCallback, useRef, useState } from 'react'
import { fileBase64 } from '#renderer/components/file-base64.ts'
import { tellFailure } from '#renderer/components/tell.tsx'
import { useHost } from '#renderer/host/use-host.ts'
import { COLLECT } from '#renderer/strings/collect.ts'
import { errorWords } from '#renderer/strings/trouble.ts'
import { MOST_WORKBOOK_BYTES } from '#shared/contract/workbooks.ts'
import type { Sheet } from '#shared/domain/roster/registration/grid.ts'
import { type IncomingFile, incomingFiles } from './incoming-file.ts'

const MOST_FILES = 2000
/** The host reads as many at a time. */
const AT_ONCE = 2
const WORKBOOK = /\.(?:xlsx|xlsm|xls|et|ett|csv|ods|xlsb)$/i

/** A file and what it is: a workbook's sheets, why it cannot be read, or another kind of file. */
export type ReadFile = IncomingFile &
  (
    | { readonly kind: 'workbook'; readonly sheets: readonly Sheet[] }
    | { readonly kind: 'unread'; readonly why: string }
    | { readonly kind: 'other' }
  )

export type ReadingState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly done: number; readonly total: number }
  | { readonly kind: 'read'; readonly files: readonly ReadFile[] }

/** Reads many files, with progress; nothing is changed by it. */
export function useReadForms() {
  const { client } = useHost()
  const [state, setState] = useState<ReadingState>({ kind: 'idle' })
  const run = useRef(0)
  const readOne = useCallback(
    async (incoming: IncomingFile): Promise<ReadFile> => {
      const { file } = incoming
      if (!WORKBOOK.test(file.name)) return { ...incoming, kind: 'other' }
      if (file.size > MOST_WORKBOOK_BYTES) return { ...incoming, kind: 'unread', why: errorWords('bad-workbook') }
      const base64 = await fileBase64(file)
      if (base64 === null) return { ...incoming, kind: 'unread', why: COLLECT.unreadable(file.name) }
      const reply = await client.request('workbooks.readGrid', { name: file.name, base64 })
      if (reply.ok) return { ...incoming, kind: 'workbook', sheets: reply.data.sheets }
      const [why = errorWords(reply.error.code)] = reply.error.details
      return { ...incoming, kind: 'unread', why }
    },
    [client],
  )
  const read = useCallback(
    async (chosen: readonly File[]) => {
      const files = incomingFiles(chosen)
      if (files.length > MOST_FILES) return tellFailure(COLLECT.tooManyFiles(MOST_FILES))
      if (files.length === 0) return
      run.current += 1
      const own = run.current
      const readFiles = new Map<IncomingFile, ReadFile>()
      const left = files.values()
      // Each takes the next file as soon as it is done with one.
      const lane = async () => {
        for (const file of left) {
          setState({ kind: 'reading', done: readFiles.size, total: files.length })
          readFiles.set(file, await readOne(file))
          if (run.current !== own) return
        }
      }
      await Promise.all(Array.from({ length: AT_ONCE }, lane))
      if (run.current === own) setState({ kind: 'read', files: files.flatMap(file => readFiles.get(file) ?? []) })
    },
    [readOne],
  )
  const close = useCallback(() => {
    run.current += 1
    setState({ kind: 'idle' })
  }, [])
  return { state, read, close }
}
