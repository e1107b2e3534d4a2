import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { parsePhone } from '#shared/domain/roster/registration/parse-phone.ts'
import { squeeze } from '#shared/domain/roster/registration/tidy.ts'
import { type IncomingPerson, importChanges } from './imported-fields.ts'

/**
 * Whether somebody of a form is on the roster already:
 * `new`: nobody of this name (nor, `phoneOf`, of this mobile number under another name);
 * `same`: the same person, and the form says nothing else of them;
 * `changed`: the same person with other particulars;
 * `unsure`: somebody of this name (`candidates`), but neither unit nor phone says that it is the same one, or several fit,
 * or another row of the form was taken for them already: a person decides.
 */
export type Match =
  | { readonly kind: 'new' }
  | { readonly kind: 'same'; readonly person: Instructor }
  | { readonly kind: 'changed'; readonly person: Instructor }
  | { readonly kind: 'unsure'; readonly candidates: readonly Instructor[] }

/**
 * Finds the people of a form on the roster, in the form's order. The same person: the same name, and the same unit or a
 * phone number in common, and nothing that speaks against it (another sex, another birth year).
 */
export function matchPeople(roster: readonly Instructor[], incoming: readonly IncomingPerson[]): readonly Match[] {
  const byName = grouped(roster, person => [squeeze(person.name)])
  const byMobile = grouped(roster, person => mobiles(person))
  const taken = new Set<Instructor>()
  return incoming.map(entry => {
    const { instructor } = entry
    const named = byName.get(squeeze(instructor.name)) ?? []
    const [sure, second] = named.filter(person => isSame(person, instructor))
    if (sure && !second && !taken.has(sure)) {
      taken.add(sure)
      return importChanges(sure, entry).length === 0
        ? { kind: 'same', person: sure }
        : { kind: 'changed', person: sure }
    }
    const candidates =
      named.length > 0 ? named : unique(mobiles(instructor).flatMap(number => byMobile.get(number) ?? []))
    return candidates.length > 0 ? { kind: 'unsure', candidates } : { kind: 'new' }
  })
}

function isSame(one: Instructor, other: Instructor): boolean {
  if (one.sex !== undefined && other.sex !== undefined && one.sex !== other.sex) return false
  // Birth years come from ages, which are a year off before and after the birthday.
  if (one.birthYear !== undefined && other.birthYear !== undefined && Math.abs(one.birthYear - other.birthYear) > 1)
    return false
  const unit = squeeze(one.unit ?? '')
  if (unit !== '' && unit === squeeze(other.unit ?? '')) return true
  const numbers = new Set(phones(other))
  return phones(one).some(number => numbers.has(number))
}

/** The numbers of a person, digits only: `0411-82345678、138 0000 0001` → two; none where they cannot be read. */
function phones({ phone }: Instructor): readonly string[] {
  const read = parsePhone(phone ?? '')
  const numbers = read.ok ? read.value.split('、').map(number => number.replaceAll('-', '')) : []
  return numbers.filter(number => number.length >= 7)
}

/** An office's telephone is shared, a mobile is one person's. */
function mobiles(person: Instructor): readonly string[] {
  return phones(person).filter(number => /^1[0-9]{10}$/.test(number))
}

function grouped(
  people: readonly Instructor[],
  keysOf: (person: Instructor) => readonly string[],
): ReadonlyMap<string, readonly Instructor[]> {
  const groups = new Map<string, Instructor[]>()
  for (const person of people) {
    for (const key of keysOf(person)) {
      const group = groups.get(key)
      if (group) group.push(person)
      else groups.set(key, [person])
    }
  }
  return groups
}

function unique(people: readonly Instructor[]): readonly Instructor[] {
  return [...new Set(people)]
}
