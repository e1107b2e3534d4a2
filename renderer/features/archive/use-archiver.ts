import { useSyncExternalStore } from 'react'
import { useHost } from '#renderer/host/use-host.ts'
import type { ArchiveJob } from './archive-job.ts'
import { type Archiver, archiverOf } from './archiver.ts'

/** The archiver and where it stands. */
export function useArchiver(): { readonly archiver: Archiver; readonly job: ArchiveJob } {
  const archiver = archiverOf(useHost().client)
  return { archiver, job: useSyncExternalStore(archiver.subscribe, archiver.state) }
}
