import { personMatcher } from '#renderer/strings/person-matcher.ts'
import { type TermState, termState } from '#shared/domain/roster/edit/term-state.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { compareByStrokes } from '#shared/domain/roster/name-order.ts'
import { compareByPinyin } from '#shared/domain/roster/pinyin-order.ts'

export type RosterOrder = 'file' | 'strokes' | 'pinyin'

/** What of the roster is shown, and how; null for no condition. */
export type RosterFilter = {
  readonly search: string
  readonly kind: string | null
  readonly level: string | null
  readonly posting: string | null
  readonly term: TermState | null
  readonly order: RosterOrder
}

export const WHOLE_ROSTER: RosterFilter = {
  search: '',
  kind: null,
  level: null,
  posting: null,
  term: null,
  order: 'file',
}

/** The people who fit, in the wanted order; `today` is `2026-12-10`. */
export function filterRoster(
  people: readonly Instructor[],
  filter: RosterFilter,
  today: string,
): readonly Instructor[] {
  const { kind, level, posting, term, order } = filter
  const fits = (value: string | undefined, wanted: string | null) => wanted === null || (value ?? '') === wanted
  const found = people
    .filter(person => fits(person.kind, kind) && fits(person.level, level) && fits(person.posting, posting))
    .filter(person => term === null || termState(person.engagedTo, today) === term)
    .filter(personMatcher(filter.search))
  if (order === 'file') return found
  const compare = order === 'strokes' ? compareByStrokes : compareByPinyin
  return found.toSorted((a, b) => compare(a.name, b.name))
}

/** The different values of a field, in the order in which the roster first names them. */
export function valuesOf(people: readonly Instructor[], field: 'kind' | 'level' | 'posting'): string[] {
  return [...new Set(people.map(person => person[field] ?? ''))]
}
