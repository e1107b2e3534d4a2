import { type DiskFailure, diskFailure } from '#electron/host/sheets/disk-failure.ts'
import type { ArchiveSettings } from '#shared/domain/archive/archive-settings.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { prepareSupplement, type SupplementFailure, type SupplementPrepared } from './prepare-supplement.ts'
import { type Verified, verifyArchive } from './verify-archive.ts'
import { type ChainVerified, verifyChain } from './verify-chain.ts'

// Checking hashes hundreds of files and scores a year three times: in a thread of its own, so that the mirror's calls never
// wait. A system's error crosses threads without its code, so it is made one here.

export type DiskError = { readonly code: DiskFailure | 'disk' }

export type Prepare = {
  readonly original: string
  readonly evaluation: Evaluation
  readonly reason: string
  readonly date: string
  readonly settings: ArchiveSettings
}

/** Verifies an archive with the chain before it. */
export function verify(
  folder: string,
): Promise<Result<ChainVerified, DiskError | { readonly code: 'not-an-archive' }>> {
  return guarded(async () => {
    const verified = await verifyChain(folder)
    return verified.ok ? verified : failure({ code: verified.error })
  })
}

/** Verifies one archive by itself. */
export function verifyOne(folder: string): Promise<Result<Verified, DiskError | { readonly code: 'not-an-archive' }>> {
  return guarded(async () => {
    const verified = await verifyArchive(folder)
    return verified.ok ? verified : failure({ code: verified.error })
  })
}

/** What a 补充卷 to an archive would hold. */
export function prepare({
  original,
  evaluation,
  ...about
}: Prepare): Promise<Result<SupplementPrepared, DiskError | SupplementFailure>> {
  return guarded(async () => {
    const prepared = await prepareSupplement(original, evaluation, about)
    return prepared.ok ? success(prepared.value) : failure(prepared.error)
  })
}

async function guarded<T, E>(work: () => Promise<Result<T, E>>): Promise<Result<T, E | DiskError>> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    return failure({ code: diskFailure(error) ?? 'disk' })
  }
}
