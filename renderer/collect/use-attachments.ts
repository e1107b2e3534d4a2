import { useCallback } from 'react'
import { fileBase64 } from '#renderer/components/file-base64.ts'
import { saveFile } from '#renderer/components/save-file.ts'
import { tellFailure } from '#renderer/components/tell.tsx'
import { useHost } from '#renderer/host/use-host.ts'
import { COLLECT } from '#renderer/strings/collect.ts'
import { errorWords } from '#renderer/strings/trouble.ts'
import type { Attachment } from '#shared/domain/self/attachment.ts'
import { isAttachmentName, MOST_ATTACHMENT_BYTES } from '#shared/domain/self/attachment-kinds.ts'

/** Why a file cannot be kept, in words; null: it can. */
export function attachmentFault(file: File): string | null {
  if (!isAttachmentName(file.name)) return COLLECT.notKept(file.name, errorWords('not-a-document'))
  return file.size > MOST_ATTACHMENT_BYTES ? COLLECT.tooLarge(file.name) : null
}

/** Keeps files in the host's folder and gives them back. */
export function useAttachments() {
  const { client } = useHost()
  /** The kept file as a record names it; null, and told why, where it was not kept. */
  const keep = useCallback(
    async (file: File): Promise<Attachment | null> => {
      const fault = attachmentFault(file)
      const base64 = fault === null ? await fileBase64(file) : null
      if (fault !== null || base64 === null) {
        tellFailure(fault ?? COLLECT.unreadable(file.name))
        return null
      }
      const reply = await client.request('attachments.put', { name: file.name, base64 })
      if (reply.ok) return { ...reply.data, name: file.name }
      tellFailure(COLLECT.notKept(file.name, errorWords(reply.error.code)))
      return null
    },
    [client],
  )
  const open = useCallback(
    async ({ sha256, name }: Attachment) => {
      const reply = await client.request('attachments.read', { sha256 })
      if (reply.ok) saveFile(name, new Blob([new Uint8Array(reply.data)]))
      else tellFailure(COLLECT.notKept(name, errorWords(reply.error.code)))
    },
    [client],
  )
  return { keep, open }
}
