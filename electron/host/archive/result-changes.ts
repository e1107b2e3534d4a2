import type { SupplementChange } from '#shared/domain/archive/supplement.ts'
import { lastDecisions } from '#shared/domain/decision/decision.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { scoreYear } from '#shared/domain/score/score-year.ts'

/**
 * Everybody whose total or decided grade is not the same in both, in the later roster's order. A proposal alone that moves
 * (the quota has one place more because another was corrected) is no correction: `correctionEffects` shows it.
 */
export function resultChanges(before: Evaluation, after: Evaluation): SupplementChange[] {
  const [old, now] = [standingsOf(before), standingsOf(after)]
  return after.instructors.flatMap(({ id, name }): SupplementChange[] => {
    const [was, is] = [old.get(id) ?? NOBODY, now.get(id) ?? NOBODY]
    const same = was.figures.total === is.figures.total && was.decided === is.decided
    return same ? [] : [{ instructor: id, name, before: was.figures, after: is.figures }]
  })
}

type Standing = {
  /** The total as printed; the decided grade, or the proposed one where none is decided. */
  readonly figures: SupplementChange['before']
  /** The decided grade; undefined where nobody decided. */
  readonly decided: string | null | undefined
}

const NOBODY: Standing = { figures: { total: null, grade: null }, decided: undefined }

function standingsOf(evaluation: Evaluation): ReadonlyMap<string, Standing> {
  const decisions = lastDecisions(evaluation.decisions)
  return new Map(
    scoreYear(evaluation).people.map(({ instructor, printedTotal, proposed }): [string, Standing] => {
      const decided = decisions.get(instructor.id)?.final
      const grade = decided === undefined ? (proposed?.id ?? null) : decided
      return [instructor.id, { figures: { total: printedTotal, grade }, decided }]
    }),
  )
}
