import { zipSync } from 'fflate'
import { useCallback, useRef, useState } from 'react'
import { saveFile } from '#renderer/components/save-file.ts'
import { tellFailure, tellSuccess } from '#renderer/components/tell.tsx'
import { useHost } from '#renderer/host/use-host.ts'
import { COLLECT } from '#renderer/strings/collect.ts'
import { errorWords } from '#renderer/strings/trouble.ts'
import type { FormBook } from '#shared/domain/self/form/form-book.ts'

/** A workbook to send; `name` is the file's own, within the zip where there are several. */
export type OutgoingForm = { readonly name: string; readonly book: () => FormBook }

export type SendingState = { readonly done: number; readonly total: number }

/** Writes forms and hands them to the browser's way of saving: one as it is, several in a .zip. */
export function useSendForms() {
  const { client } = useHost()
  const [state, setState] = useState<SendingState | null>(null)
  const stopped = useRef(false)
  const send = useCallback(
    async (archive: string, forms: readonly OutgoingForm[]) => {
      const [only] = forms
      if (!only) return
      stopped.current = false
      const files: Record<string, Uint8Array> = {}
      for (const [done, form] of forms.entries()) {
        if (forms.length > 1) setState({ done, total: forms.length })
        const reply = await client.request('workbooks.write', form.book())
        if (stopped.current) return
        if (!reply.ok) {
          setState(null)
          tellFailure([`${form.name}：${errorWords(reply.error.code)}`, ...reply.error.details].join('\n'))
          return
        }
        files[form.name] = new Uint8Array(reply.data)
      }
      setState(null)
      const single = forms.length === 1 ? files[only.name] : undefined
      const name = single ? only.name : archive
      // Workbooks are zips already: packing them again gains nothing.
      const bytes = single ?? zipSync(files, { level: 0 })
      saveFile(name, new Blob([new Uint8Array(bytes)]))
      tellSuccess(COLLECT.saved(name))
    },
    [client],
  )
  const cancel = useCallback(() => {
    stopped.current = true
    setState(null)
  }, [])
  return { state, send, cancel }
}
