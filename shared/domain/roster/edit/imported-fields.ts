import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { parsePhone } from '#shared/domain/roster/registration/parse-phone.ts'
import { PERSON_FIELDS } from './person-field.ts'

/** The fields of a person that a registration form fills in, in the form's order; by the name people are found. Source: FORMS.md. */
const IMPORTED_FIELDS = PERSON_FIELDS.filter(field => field !== 'name')

export type ImportedField = (typeof IMPORTED_FIELDS)[number]

/** A person as a form has them, before they have an id of the roster. */
export type IncomingPerson = {
  readonly instructor: Instructor
  /** Whether the form says 专职 or 兼职; otherwise the kind is only assumed and changes nobody. */
  readonly kindStated: boolean
}

export type FieldChange = {
  readonly field: ImportedField
  readonly before: string | number | undefined
  readonly after: string | number | undefined
}

/**
 * What an import would change of somebody on the roster, in the form's order. A cell left blank changes nothing: a form that
 * was filled in hastily must not empty the roster. The same phone numbers in another spelling are no change.
 */
export function importChanges(person: Instructor, { instructor, kindStated }: IncomingPerson): readonly FieldChange[] {
  return IMPORTED_FIELDS.filter(field => field !== 'kind' || kindStated).flatMap(field => {
    const [before, after] = [person[field], instructor[field]]
    const same = after === before || (field === 'phone' && samePhones(person.phone, instructor.phone))
    return after === undefined || same ? [] : [{ field, before, after }]
  })
}

/** Somebody on the roster with what an import changes; the same object where it changes nothing. */
export function withImport(person: Instructor, incoming: IncomingPerson): Instructor {
  const changes = importChanges(person, incoming)
  if (changes.length === 0) return person
  const { instructor } = incoming
  return { ...person, ...Object.fromEntries(changes.map(({ field }) => [field, instructor[field]])) }
}

function samePhones(one: string | undefined, other: string | undefined): boolean {
  const [first, second] = [parsePhone(one ?? ''), parsePhone(other ?? '')]
  return first.ok && second.ok && first.value === second.value
}
