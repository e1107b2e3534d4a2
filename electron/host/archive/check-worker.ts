import { type DiskFailure, diskFailure } from '#electron/host/sheets/disk-failure.ts'
import type { ArchiveGap } from '#shared/domain/archive/archive-gap.ts'
import type { ArchiveSettings } from '#shared/domain/archive/archive-settings.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import type { Fault } from '#shared/lib/fault.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { yearData } from '#shared/sheets/year-data.ts'
import { attachedFiles, withScans } from './attached-files.ts'
import { yearDocuments } from './documents-of.ts'
import { gapsOfArchive } from './gaps-of-archive.ts'
import { prepareSupplement, type SupplementFailure, type SupplementPrepared } from './prepare-supplement.ts'
import { type Verified, verifyArchive } from './verify-archive.ts'
import { type ChainVerified, verifyChain } from './verify-chain.ts'

// Listing what is missing lays out a year's documents; checking hashes hundreds of files and scores a year three times: in a thread of its own, so that the mirror's calls never
// wait. A system's error crosses threads without its code, so it is made one here.

export type DiskError = { readonly code: DiskFailure | 'disk' }

export type Prepare = {
  readonly original: string
  readonly evaluation: Evaluation
  readonly reason: string
  readonly date: string
  readonly settings: ArchiveSettings
  readonly workbookWorker?: string | URL | undefined
}

export type Verify = { readonly folder: string; readonly workbookWorker?: string | URL | undefined }

export type Survey = {
  /** The evaluation file's text. */
  readonly evaluation: string
  readonly assumedFonds: string | null
  /** Where attached files lie. */
  readonly attachments: string
}

/** What a year's archive would lack and hold; the faults of an evaluation that cannot be read. */
export function survey({
  evaluation: text,
  assumedFonds,
  attachments,
}: Survey): Promise<
  Result<
    { readonly year: number; readonly gaps: readonly ArchiveGap[]; readonly documents: number },
    DiskError | { readonly code: 'bad-evaluation'; readonly faults: readonly Fault[] }
  >
> {
  return guarded(async () => {
    const evaluation = readEvaluation(text)
    if (!evaluation.ok) return failure({ code: 'bad-evaluation' as const, faults: evaluation.error })
    const year = yearData(evaluation.value)
    const files = await attachedFiles(year, attachments)
    return success({
      year: evaluation.value.year,
      gaps: gapsOfArchive(year, assumedFonds, files.lost),
      documents: withScans(yearDocuments(year), files.scans).length + files.documents.length,
    })
  })
}

/** Verifies an archive with the chain before it. */
export function verify({
  folder,
  ...options
}: Verify): Promise<Result<ChainVerified, DiskError | { readonly code: 'not-an-archive' }>> {
  return guarded(async () => {
    const verified = await verifyChain(folder, options)
    return verified.ok ? verified : failure({ code: verified.error })
  })
}

/** Verifies one archive by itself. */
export function verifyOne({
  folder,
  ...options
}: Verify): Promise<Result<Verified, DiskError | { readonly code: 'not-an-archive' }>> {
  return guarded(async () => {
    const verified = await verifyArchive(folder, options)
    return verified.ok ? verified : failure({ code: verified.error })
  })
}

/** What a 补充卷 to an archive would hold. */
export function prepare({
  original,
  evaluation,
  workbookWorker,
  ...about
}: Prepare): Promise<Result<SupplementPrepared, DiskError | SupplementFailure>> {
  return guarded(async () => {
    const prepared = await prepareSupplement(original, evaluation, about, { workbookWorker })
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
