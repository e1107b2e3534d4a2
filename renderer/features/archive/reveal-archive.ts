import { tellFailure } from '#renderer/components/tell.tsx'
import type { ArchiveKey } from '#shared/contract/archive.ts'
import type { HostClient } from '#shared/contract/contract.ts'
import { archiveFailure } from './archive-failure.ts'

/** Shows an archive in the system's file manager, or tells why not. */
export async function revealArchive(client: HostClient, { year, number }: ArchiveKey): Promise<void> {
  const reply = await client.request('archive.reveal', { year, number })
  if (!reply.ok) tellFailure(archiveFailure(reply.error.code))
}
