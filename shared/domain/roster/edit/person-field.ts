import type { PersonDraft } from '#shared/domain/roster/instructor.ts'
import { holdsIdentityNumber } from '#shared/domain/roster/registration/identity-number.ts'
import { parseBirthYear } from '#shared/domain/roster/registration/parse-birth-year.ts'
import { parseDay } from '#shared/domain/roster/registration/parse-day.ts'
import { parseKind } from '#shared/domain/roster/registration/parse-kind.ts'
import { parseLevel } from '#shared/domain/roster/registration/parse-level.ts'
import { parseName } from '#shared/domain/roster/registration/parse-name.ts'
import { parsePhone } from '#shared/domain/roster/registration/parse-phone.ts'
import { parseSex } from '#shared/domain/roster/registration/parse-sex.ts'
import { type CellFault, cellFault } from '#shared/domain/roster/registration/problem.ts'
import { oneLine, words } from '#shared/domain/roster/registration/tidy.ts'
import { KIND_WORDS, LEVEL_WORDS } from '#shared/domain/roster/words.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'

/** The fields of a person that one cell of text holds, in the registration form's order. */
export const PERSON_FIELDS = [
  'name',
  'sex',
  'birthYear',
  'education',
  'training',
  'unit',
  'engagedFrom',
  'engagedTo',
  'phone',
  'kind',
  'level',
  'posting',
] as const

export type PersonField = (typeof PERSON_FIELDS)[number]
export type PersonValue = string | number | undefined

const LONGEST_NAME = 200
const LONGEST_WORDS = 20_000

const READERS: Readonly<Record<PersonField, (text: string) => Result<PersonValue, CellFault>>> = {
  name: parseName,
  sex: parseSex,
  birthYear: parseBirthYear,
  education: text => within(oneLine(text), LONGEST_WORDS),
  training: text => within(words(text), LONGEST_WORDS),
  unit: text => within(oneLine(text), LONGEST_WORDS),
  engagedFrom: parseDay,
  engagedTo: parseDay,
  phone: parsePhone,
  kind: parseKind,
  level: text => within(parseLevel(text), LONGEST_NAME),
  posting: text => within(oneLine(text), LONGEST_NAME),
}

/**
 * A field's value of what was typed, read as a registration form's cell is (`2024.1.1`, `兼`, `138 0000 0001`); blank:
 * undefined. Faults are those of the form's cells; a blank name or kind is one, and so is an identity number anywhere.
 */
export function readField(field: PersonField, text: string): Result<PersonValue, CellFault> {
  if (text.trim() === '') {
    if (field === 'name') return failure(cellFault('name-missing'))
    return field === 'kind' ? failure(cellFault('not-a-kind', { value: '' })) : success(undefined)
  }
  return holdsIdentityNumber(text) ? failure(cellFault('identity-number')) : READERS[field](text)
}

/** A field as it is shown and typed; '' where there is none. */
export function fieldText(person: PersonDraft, field: PersonField): string {
  const value = person[field]
  if (value === undefined) return ''
  if (field === 'kind') return KIND_WORDS.get(person.kind) ?? person.kind
  return field === 'level' ? (LEVEL_WORDS.get(String(value)) ?? String(value)) : String(value)
}

/** A person with one field changed; undefined takes it away. */
export function withField(person: PersonDraft, field: PersonField, value: PersonValue): PersonDraft {
  const { [field]: _, ...rest } = person
  // What the field's own reader gave; the whole year is checked before anything is kept.
  return { ...rest, ...(value !== undefined && { [field]: value }) } as PersonDraft
}

function within(text: string, maximum: number): Result<string, CellFault> {
  return text.length > maximum ? failure(cellFault('too-long', { maximum })) : success(text)
}
