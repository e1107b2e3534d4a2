import type { ScoreInput } from '#shared/domain/score/score-year.ts'
import type { DecisionEntry } from './decide.ts'
import type { Decision } from './decision.ts'

type Basis = ScoreInput & { readonly decisions: readonly Decision[] }

/**
 * The record with new entries at its end, or 'conflict' where what was seen is no longer so: the scores changed (any
 * part they are computed from is another object), or one of these people was decided meanwhile.
 */
export function appendDecisions(
  seen: Basis,
  now: Basis,
  entries: readonly DecisionEntry[],
): readonly (Decision | DecisionEntry)[] | 'conflict' {
  const parts = ['scheme', 'instructors', 'self', 'meetings', 'ratings'] as const
  if (parts.some(part => seen[part] !== now[part])) return 'conflict'
  // The record only grows: as many entries of a person are the same entries.
  const countOf = (decisions: readonly Decision[], id: string) =>
    decisions.filter(decision => decision.instructor === id).length
  const people = new Set(entries.map(entry => entry.instructor))
  for (const id of people) if (countOf(seen.decisions, id) !== countOf(now.decisions, id)) return 'conflict'
  return [...now.decisions, ...entries]
}
