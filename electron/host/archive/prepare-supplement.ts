import { basename, resolve } from 'node:path'
import type { ArchiveSettings } from '#shared/domain/archive/archive-settings.ts'
import { findingLine } from '#shared/domain/archive/finding.ts'
import { readReferenceNumber } from '#shared/domain/archive/reference-number.ts'
import type { Supplement } from '#shared/domain/archive/supplement.ts'
import type { Attached } from '#shared/domain/decision/attached.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { type CorrectionEffect, correctionEffects } from './correction-effects.ts'
import { readOriginal } from './read-original.ts'
import { resultChanges } from './result-changes.ts'
import type { VerifyOptions } from './verify-archive.ts'
import { verifyChain } from './verify-chain.ts'

export type SupplementPrepared = {
  readonly supplement: Omit<Supplement, 'format' | 'version'>
  /** The original's codes: a supplement's numbers go on where its ended. */
  readonly settings: ArchiveSettings
  /** What was attached to the year since. */
  readonly attached: readonly Attached[]
  /** Whose proposals move because of it. */
  readonly effects: readonly CorrectionEffect[]
}

export type SupplementFailure =
  | { readonly code: 'not-an-archive' | 'other-year' | 'nothing-changed' }
  /** The original is not as it was made: its findings. */
  | { readonly code: 'not-sound'; readonly lines: readonly string[] }

/**
 * What a 补充卷 to an archive holds: who changed since, both figures, what was attached since, and the numbers to go on with. The original must be
 * sound, as nobody would know what was corrected otherwise. Rejects where it cannot be read.
 */
export async function prepareSupplement(
  original: string,
  evaluation: Evaluation,
  about: { readonly reason: string; readonly date: string; readonly settings: ArchiveSettings },
  options: VerifyOptions = {},
): Promise<Result<SupplementPrepared, SupplementFailure>> {
  const verified = await verifyChain(original, options)
  if (!verified.ok) return failure({ code: 'not-an-archive' })
  if (verified.value.findings.length > 0)
    return failure({ code: 'not-sound', lines: verified.value.findings.map(findingLine) })
  const read = await readOriginal(original)
  const first = readReferenceNumber(read?.entries[0]?.number ?? '')
  // What was destroyed can no longer be corrected.
  if (!read?.evaluation || !first) return failure({ code: 'not-an-archive' })
  const before = read.evaluation
  if (before.year !== evaluation.year) return failure({ code: 'other-year' })
  const changes = resultChanges(before, evaluation)
  const known = new Set(before.attached?.map(({ file }) => file.sha256))
  const attached = (evaluation.attached ?? []).filter(({ file }) => !known.has(file.sha256))
  if (changes.length === 0 && attached.length === 0) return failure({ code: 'nothing-changed' })
  const { fonds, body, separator } = first
  return success({
    settings: { ...about.settings, fonds, body, separator },
    attached,
    effects: correctionEffects(before, evaluation, new Set(changes.map(change => change.instructor))),
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
