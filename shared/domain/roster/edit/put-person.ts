import type { Instructor, PersonDraft } from '#shared/domain/roster/instructor.ts'
import { newInstructorIds } from './new-ids.ts'
import { samePerson } from './same-person.ts'

/**
 * The roster with one person put in: `before` is the record that a form began from, null for somebody new, who comes last
 * with an id of their own. 'conflict' where that record is gone or says something else by now.
 */
export function putPerson(
  roster: readonly Instructor[],
  before: Instructor | null,
  after: Omit<PersonDraft, 'id'>,
): readonly PersonDraft[] | 'conflict' {
  if (before === null) {
    const [id = ''] = newInstructorIds(
      roster.map(person => person.id),
      1,
    )
    return [...roster, { ...after, id }]
  }
  const current = roster.find(person => person.id === before.id)
  if (!current || !samePerson(current, before)) return 'conflict'
  return roster.map(person => (person === current ? { ...after, id: before.id } : person))
}
