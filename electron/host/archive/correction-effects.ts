import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { scoreYear } from '#shared/domain/score/score-year.ts'

/** What the corrected figures would propose for somebody whose result was not corrected. */
export type CorrectionEffect = {
  readonly instructor: string
  readonly name: string
  readonly before: Proposal
  readonly after: Proposal
}

type Proposal = { readonly rank: number | null; readonly grade: string | null }
const NOBODY: Proposal = { rank: null, grade: null }

/**
 * Whose proposed grade or rank moves because others were corrected (the quota has one place more or less): for people to
 * see, never applied. `corrected` are left out; those whose grade moves come first, otherwise the roster's order.
 */
export function correctionEffects(
  before: Evaluation,
  after: Evaluation,
  corrected: ReadonlySet<string>,
): CorrectionEffect[] {
  const [old, now] = [proposalsOf(before), proposalsOf(after)]
  return after.instructors
    .filter(({ id }) => !corrected.has(id))
    .map(({ id, name }) => ({ instructor: id, name, before: old.get(id) ?? NOBODY, after: now.get(id) ?? NOBODY }))
    .filter(effect => effect.before.rank !== effect.after.rank || movesGrade(effect))
    .toSorted((a, b) => Number(movesGrade(b)) - Number(movesGrade(a)))
}

function movesGrade({ before, after }: CorrectionEffect): boolean {
  return before.grade !== after.grade
}

function proposalsOf(evaluation: Evaluation): ReadonlyMap<string, Proposal> {
  return new Map(
    scoreYear(evaluation).people.map(({ instructor, rank, proposed }) => [
      instructor.id,
      { rank, grade: proposed?.id ?? null },
    ]),
  )
}
