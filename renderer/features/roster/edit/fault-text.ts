import { ROSTER_FORM } from '#renderer/strings/roster-form.ts'
import type { CellFault } from '#shared/domain/roster/registration/problem.ts'
import { problemWords } from '#shared/domain/roster/registration/problem-words.ts'
import type { EntryFault } from './person-form.ts'

const words = ROSTER_FORM.faults

/** What is wrong with an entry, in words for who types it: a form's words speak of rows that were not read. */
export function faultText(fault: CellFault | EntryFault): string {
  if (typeof fault === 'string') return words[fault]
  if (fault.code === 'name-missing') return words.nameMissing
  if (fault.code === 'not-a-name') return words.notAName
  if (fault.code === 'not-a-kind') return words.kindMissing
  if (fault.code === 'term-crossed') return words.termCrossed(String(fault.details['from'] ?? ''))
  return problemWords(fault)
}
