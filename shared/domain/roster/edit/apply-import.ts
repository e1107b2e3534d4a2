import type { Instructor, InstructorKind, PersonDraft } from '#shared/domain/roster/instructor.ts'
import { type IncomingPerson, withImport } from './imported-fields.ts'
import { newInstructorIds } from './new-ids.ts'
import { samePerson } from './same-person.ts'

/** What is done with one person of a form: left out, added, or put over somebody on the roster as the preview showed them. */
export type ImportChoice =
  | { readonly kind: 'skip' }
  | { readonly kind: 'add' }
  | { readonly kind: 'update'; readonly person: Instructor }

export type ImportEntry = IncomingPerson & { readonly choice: ImportChoice }

/**
 * The roster after an import: people on it keep their place, their id and what the form does not say; new ones follow in
 * the form's order with ids of their own, 专职 or 兼职 as the form says or else as `kind` says. 'conflict' where somebody to
 * be changed is no longer as the preview showed them.
 */
export function applyImport(
  roster: readonly Instructor[],
  entries: readonly ImportEntry[],
  kind: InstructorKind,
): readonly PersonDraft[] | 'conflict' {
  const changed = new Map<string, Instructor>()
  for (const { choice, ...incoming } of entries) {
    if (choice.kind !== 'update') continue
    const { id } = choice.person
    const current = changed.get(id) ?? roster.find(person => person.id === id)
    if (!current || (!changed.has(id) && !samePerson(current, choice.person))) return 'conflict'
    changed.set(id, withImport(current, incoming))
  }
  const added = entries.filter(({ choice }) => choice.kind === 'add')
  const ids = newInstructorIds(
    roster.map(person => person.id),
    added.length,
  )
  return [
    ...roster.map(person => changed.get(person.id) ?? person),
    ...added.map(({ instructor, kindStated }, index) => ({
      ...instructor,
      id: ids[index] ?? '',
      kind: kindStated ? instructor.kind : kind,
    })),
  ]
}
