import { useCallback } from 'react'
import { saveFile } from '#renderer/components/save-file.ts'
import { tellFailure } from '#renderer/components/tell.tsx'
import { useHost } from '#renderer/host/use-host.ts'
import { COLLECT } from '#renderer/strings/collect.ts'
import { errorWords } from '#renderer/strings/trouble.ts'
import type { Attachment } from '#shared/domain/self/attachment.ts'
import type { OnlineFile } from './online-file.ts'

/** Fetches files from the hub, on the user's press. */
export function useTakeFiles(year: number) {
  const { client } = useHost()
  /** Keeps a file as an attachment; null, and told why, where it was not kept. */
  const take = useCallback(
    async ({ key, attachment: { sha256, name } }: OnlineFile): Promise<Attachment | null> => {
      const reply = await client.request('reporting.takeFile', { year, key, sha256, name })
      if (reply.ok) return { ...reply.data, name }
      tellFailure(COLLECT.notKept(name, errorWords(reply.error.code)))
      return null
    },
    [client, year],
  )
  /** Saves a file elsewhere, to be looked at before it is taken. */
  const open = useCallback(
    async (file: OnlineFile) => {
      const kept = await take(file)
      if (!kept) return
      const reply = await client.request('attachments.read', { sha256: kept.sha256 })
      if (reply.ok) saveFile(kept.name, new Blob([new Uint8Array(reply.data)]))
      else tellFailure(COLLECT.notKept(kept.name, errorWords(reply.error.code)))
    },
    [client, take],
  )
  return { take, open }
}
