import { barWords, fieldFaultWords, lossWords, SCHEME_DESIGN } from '#renderer/strings/scheme-design.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { followScheme } from '#shared/domain/evaluation/follow-scheme.ts'
import { placeWords } from '#shared/domain/evaluation/place-words.ts'
import { schemeBars } from '#shared/domain/evaluation/scheme-bars.ts'
import { schemeStage } from '#shared/domain/evaluation/scheme-stage.ts'
import { scoreUnderFaults } from '#shared/domain/evaluation/score-under.ts'
import type { readSchemeDraft, SchemeDraft } from '#shared/domain/scheme/design/draft.ts'

/**
 * Everything that keeps a design from being saved, in words: its own faults with their places, what the year's records
 * do not let go, and what they would not fit (a cap below a bonus that was given, a quota by a posting nobody wrote down).
 */
export function designProblems(
  evaluation: Evaluation,
  read: ReturnType<typeof readSchemeDraft>,
  draft: SchemeDraft,
): string[] {
  const file = { ...evaluation, scheme: draft }
  const told = (faults: Parameters<typeof fieldFaultWords>[0][]) =>
    faults.map(fault => `${placeWords(fault, file)}：${fieldFaultWords(fault)}`)
  if (!read.ok) return told([...read.error])
  const bars = schemeBars(evaluation, read.value).map(barWords)
  if (bars.length > 0) return bars
  const followed = followScheme(evaluation, read.value)
  const lost = schemeStage(evaluation) === 'counted' ? followed.losses : []
  return [
    ...lost.map(loss => `${SCHEME_DESIGN.versionLoss}${lossWords(loss)}`),
    ...told(scoreUnderFaults(followed.evaluation, read.value)),
  ]
}
