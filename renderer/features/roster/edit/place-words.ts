import type { Place } from '#renderer/editing/three-way.ts'
import { ROSTER_FORM } from '#renderer/strings/roster-form.ts'
import { PERSON_FIELDS } from '#shared/domain/roster/edit/person-field.ts'

const PARTS: ReadonlyMap<string, string> = new Map([
  ['sources', ROSTER_FORM.sources],
  ['monthsOnPost', ROSTER_FORM.monthsOnPost],
  ['leaveMonths', ROSTER_FORM.leaveMonths],
  ['unjustifiedAbsence', ROSTER_FORM.unjustifiedAbsence],
  ['underInvestigation', ROSTER_FORM.underInvestigation],
  ['vetoes', ROSTER_FORM.vetoes],
  ['history', ROSTER_FORM.history],
  ['leftReason', ROSTER_FORM.left],
  ['leftDate', ROSTER_FORM.left],
])

/** What a place of the held form is called; null for the record that it began from. */
export function placeWordsOf([whole, part, field]: Place): string | null {
  if (whole !== 'form' || part === undefined) return null
  const own = PERSON_FIELDS.find(each => each === field)
  return own ? ROSTER_FORM.fields[own] : (PARTS.get(part) ?? null)
}
