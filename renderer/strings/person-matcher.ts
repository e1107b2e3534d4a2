import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { matchesName } from '#shared/domain/roster/name-search.ts'

/**
 * Whether a person fits what was typed: the name, its pinyin or initials (`wxm` finds 王晓明), or a part of the unit.
 * Nothing typed fits everybody.
 */
export function personMatcher(typed: string): (person: Instructor) => boolean {
  const wanted = typed.replaceAll(/\s/g, '').toLowerCase()
  if (wanted === '') return () => true
  return person => matchesName(person.name, wanted) || (person.unit ?? '').toLowerCase().includes(wanted)
}
