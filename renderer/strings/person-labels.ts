import type { Instructor } from '#shared/domain/roster/instructor.ts'

/** Names for lists without other columns, by id: people of the same name are told apart by posting, unit or id. */
export function personLabels(people: readonly Instructor[]): ReadonlyMap<string, string> {
  const alike = Map.groupBy(people, person => person.name)
  return new Map(
    people.map(person => {
      const several = (alike.get(person.name)?.length ?? 0) > 1
      const note = person.posting ?? person.unit ?? person.id
      return [person.id, several ? `${person.name}（${note}）` : person.name]
    }),
  )
}
