import type { SchemeDraft } from '#shared/domain/scheme/design/draft.ts'
import { readSchemeDraft } from '#shared/domain/scheme/design/draft.ts'
import type { SchemeVersion } from '#shared/domain/scheme/publication.ts'
import { sameScheme } from '#shared/domain/scheme/same-scheme.ts'
import type { EvaluationDraft } from './check-change.ts'
import type { Evaluation } from './evaluation.ts'
import { followScheme, type SchemeLoss } from './follow-scheme.ts'
import { schemeStage } from './scheme-stage.ts'

/** Who makes a new version, when (`date`: 2026-12-10), why, and the number of the minutes that decided it. */
export type VersionAct = Pick<SchemeVersion, 'by' | 'reason' | 'minute'> & { readonly date: string }

export type SchemeReplacement = {
  /** The scheme that the form began from. */
  readonly base: SchemeDraft
  readonly scheme: SchemeDraft
  /** The losses that a person was shown and agreed to. */
  readonly accepted: readonly SchemeLoss[]
  /** Needed once counts are in, and only then. */
  readonly version?: VersionAct
}

/**
 * The year with its scheme replaced, and what follows from that; 'conflict' where the year is no longer as the person saw
 * it: another scheme, another stage, other losses. Published: 'conflict' (unlock first). With counts in, the old scheme
 * is kept among the versions, and nothing may be lost: both results must stay computable. Source: issue 3.
 */
export function replaceScheme(evaluation: Evaluation, replacement: SchemeReplacement): EvaluationDraft | 'conflict' {
  const { base, scheme, accepted, version } = replacement
  const stage = schemeStage(evaluation)
  if (!sameScheme(evaluation.scheme, base) || stage === 'published') return 'conflict'
  if ((stage === 'counted') !== (version !== undefined)) return 'conflict'
  const read = readSchemeDraft(scheme)
  // What cannot be read is told by the check of the whole year, with its places.
  if (!read.ok) return { ...evaluation, scheme }
  const followed = followScheme(evaluation, read.value)
  if (JSON.stringify(followed.losses) !== JSON.stringify(accepted)) return 'conflict'
  if (version === undefined) return followed.evaluation
  if (followed.losses.length > 0) return 'conflict'
  return { ...followed.evaluation, publication: withVersion(evaluation, version) }
}

function withVersion({ publication, scheme }: Evaluation, version: VersionAct): NonNullable<Evaluation['publication']> {
  const { date, by, reason, minute } = version
  return {
    ...publication,
    history: [...(publication?.history ?? []), { date, by, action: 'version', reason, minute }],
    versions: [...(publication?.versions ?? []), { scheme, until: date, by, reason, minute }],
  }
}
