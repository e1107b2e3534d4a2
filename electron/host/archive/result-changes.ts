import type { SupplementChange } from '#shared/domain/archive/supplement.ts'
import { lastDecisions } from '#shared/domain/decision/decision.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { scoreYear } from '#shared/domain/score/score-year.ts'

/** Everybody whose total or grade (decided, or else proposed) is not the same in both, in the later roster's order. */
export function resultChanges(before: Evaluation, after: Evaluation): SupplementChange[] {
  const [old, now] = [figuresOf(before), figuresOf(after)]
  return after.instructors.flatMap(({ id, name }): SupplementChange[] => {
    const figures = { before: old.get(id) ?? NOBODY, after: now.get(id) ?? NOBODY }
    const same = figures.before.total === figures.after.total && figures.before.grade === figures.after.grade
    return same ? [] : [{ instructor: id, name, ...figures }]
  })
}

type Figures = SupplementChange['before']
const NOBODY: Figures = { total: null, grade: null }

function figuresOf(evaluation: Evaluation): ReadonlyMap<string, Figures> {
  const decisions = lastDecisions(evaluation.decisions)
  return new Map(
    scoreYear(evaluation).people.map(({ instructor, printedTotal, proposed }) => {
      const decision = decisions.get(instructor.id)
      return [instructor.id, { total: printedTotal, grade: decision ? decision.final : (proposed?.id ?? null) }]
    }),
  )
}
