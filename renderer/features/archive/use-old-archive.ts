import { useState } from 'react'
import { tellFailure } from '#renderer/components/tell.tsx'
import { useHost } from '#renderer/host/use-host.ts'
import { ARCHIVE } from '#renderer/strings/archive.ts'
import type { MadeArchive } from '#shared/contract/archive.ts'
import { archiveFailure } from './archive-failure.ts'
import { type OldArchive, oldArchive, readOldArchive } from './read-old-archive.ts'

const words = ARCHIVE.old

export type OldArchiveState = {
  readonly archive: OldArchive | null
  /** How many files are being read; null: none. */
  readonly reading: number | null
  /** One that lies on this computer. */
  readonly view: (archive: MadeArchive) => Promise<void>
  /** A folder from anywhere. */
  readonly choose: (files: readonly File[]) => Promise<void>
  readonly close: () => void
}

/** The archive that is looked at, if any. */
export function useOldArchive(): OldArchiveState {
  const { client } = useHost()
  const [archive, setArchive] = useState<OldArchive | null>(null)
  const [reading, setReading] = useState<number | null>(null)
  const view = async ({ year, number, name }: MadeArchive) => {
    const reply = await client.request('archive.read', { year, number })
    if (!reply.ok) return tellFailure(archiveFailure(reply.error.code))
    const read = oldArchive(name, reply.data, null)
    if (read.ok) setArchive(read.value)
    else tellFailure(words.unreadable)
  }
  const choose = async (files: readonly File[]) => {
    setReading(files.length)
    const read = await readOldArchive(files).catch(() => null)
    setReading(null)
    if (read?.ok) setArchive(read.value)
    else tellFailure(read?.error === 'not-archive' ? words.notArchive : words.unreadable)
  }
  return { archive, reading, view, choose, close: () => setArchive(null) }
}
