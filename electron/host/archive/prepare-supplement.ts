import { basename, resolve } from 'node:path'
import type { ArchiveSettings } from '#shared/domain/archive/archive-settings.ts'
import { findingLine } from '#shared/domain/archive/finding.ts'
import { readReferenceNumber } from '#shared/domain/archive/reference-number.ts'
import type { Supplement } from '#shared/domain/archive/supplement.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { readOriginal } from './read-original.ts'
import { resultChanges } from './result-changes.ts'
import { verifyArchive } from './verify-archive.ts'

export type SupplementPrepared = {
  readonly supplement: Omit<Supplement, 'format' | 'version'>
  /** The original's codes: a supplement's numbers go on where its ended. */
  readonly settings: ArchiveSettings
}

export type SupplementFailure =
  | { readonly code: 'not-an-archive' | 'other-year' | 'nothing-changed' }
  /** The original is not as it was made: its findings. */
  | { readonly code: 'not-sound'; readonly lines: readonly string[] }

/**
 * What a 补充卷 to an archive holds: who changed since, both figures, and the numbers to go on with. The original must be
 * sound, as nobody would know what was corrected otherwise. Rejects where it cannot be read.
 */
export async function prepareSupplement(
  original: string,
  evaluation: Evaluation,
  about: { readonly reason: string; readonly date: string; readonly settings: ArchiveSettings },
): Promise<Result<SupplementPrepared, SupplementFailure>> {
  const verified = await verifyArchive(original)
  if (!verified.ok) return failure({ code: 'not-an-archive' })
  if (verified.value.findings.length > 0)
    return failure({ code: 'not-sound', lines: verified.value.findings.map(findingLine) })
  const read = await readOriginal(original)
  const first = readReferenceNumber(read?.entries[0]?.number ?? '')
  if (!read || !first) return failure({ code: 'not-an-archive' })
  if (read.evaluation.year !== evaluation.year) return failure({ code: 'other-year' })
  const changes = resultChanges(read.evaluation, evaluation)
  if (changes.length === 0) return failure({ code: 'nothing-changed' })
  const { fonds, body, separator } = first
  return success({
    settings: { ...about.settings, fonds, body, separator },
    supplement: {
      year: evaluation.year,
      continues: { folder: basename(resolve(original)), digest: read.digest },
      reason: about.reason,
      date: about.date,
      lastItems: read.lastItems,
      changes,
    },
  })
}
