import { forms } from '#shared/sheets/forms.ts'
import { codePerson, sheetDigest } from '#shared/sheets/paper/sheet-code.ts'
import type { YearData } from '#shared/sheets/year-data.ts'

/** A form's sheet of one person, or (null) of the year. */
export type SheetKey = { readonly form: string; readonly instructor: string | null }

/** What a year's sheets would print today, asked by whoever holds a printed one. */
export type SheetDigests = {
  /** Whose id stands in a QR as `person`; null where the roster knows nobody of that code. */
  readonly instructorOf: (person: string) => string | null
  /** The digest of today's figures; null where there is no such sheet (an unknown form, a year's sheet for one person). */
  readonly digestOf: (sheet: SheetKey) => string | null
}

/** The digests of a year's sheets, each worked out when it is first asked for. */
export function sheetDigests(year: YearData): SheetDigests {
  const people = new Map(year.score.people.map(person => [String(person.instructor.id), person]))
  const ids = new Map([...people.keys()].map(id => [codePerson(id), id]))
  const known = new Map<string, string | null>()
  const workOut = ({ form: id, instructor }: SheetKey): string | null => {
    const form = forms.find(each => each.id === id)
    if (!form) return null
    if (form.per === 'year') return instructor === null ? sheetDigest(form.definition(year)) : null
    const person = instructor === null ? undefined : people.get(instructor)
    return person ? sheetDigest(form.definition(year, person)) : null
  }
  return {
    instructorOf: person => ids.get(person) ?? null,
    digestOf: sheet => {
      const key = sheetKeyText(sheet)
      const digest = known.get(key) ?? workOut(sheet)
      known.set(key, digest)
      return digest
    },
  }
}

/** A sheet's key as text, to tell sheets apart. */
export function sheetKeyText({ form, instructor }: SheetKey): string {
  return `${form}:${instructor ?? ''}`
}
