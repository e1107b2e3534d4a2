import { failure, type Result, success } from '#shared/lib/result.ts'
import { FIELD_WORDS } from './fields.ts'
import type { FormHead } from './head-fields.ts'
import { type CellFault, cellFault } from './problem.ts'
import type { RowPerson } from './read-row.ts'

export const REPORT_DATE = '填报日期'

type Placed = { readonly row: number; readonly column: string }
export type PlacedFault = CellFault & Placed
export type PlacedPerson = RowPerson & { readonly row: number }

/**
 * Birth year = year of 填报日期 − 年龄 (DESIGN.md, `import roster`); a birth year that the form gives itself stands, and
 * must agree with the age within a year. A missing or doubtful 填报日期 is one problem of the form, not one per person.
 */
export function settleBirthYears<Person extends PlacedPerson>(
  people: readonly Person[],
  head: FormHead,
  headerRow: number,
  ageLabel: string = FIELD_WORDS.age,
): { readonly people: readonly Person[]; readonly problems: readonly PlacedFault[] } {
  const problems: PlacedFault[] = []
  const needed = people.some(person => person.age !== null && person.birthYear === null)
  const reported = reportYear(head, headerRow)
  if (!reported.ok && needed) problems.push(reported.error)
  if (!reported.ok) return { people, problems }
  const settled = people.map(person => {
    if (person.age === null) return person
    const byAge = reported.value - person.age
    if (person.birthYear === null) return { ...person, birthYear: byAge }
    if (Math.abs(byAge - person.birthYear) <= 1) return person
    const details = { age: person.age, birthYear: person.birthYear }
    problems.push({ ...cellFault('age-against-birth', details), row: person.row, column: ageLabel })
    return { ...person, birthYear: null }
  })
  return { people: settled, problems }
}

function reportYear(head: FormHead, headerRow: number): Result<number, PlacedFault> {
  const [first] = head.reportDates
  if (!first) return failure({ ...cellFault('no-report-date'), row: headerRow, column: REPORT_DATE })
  const bad = head.reportDates.find(date => !date.year.ok)
  if (bad && !bad.year.ok) return failure({ ...bad.year.error, row: bad.row, column: REPORT_DATE })
  const year = first.year.ok ? first.year.value : 0
  const other = head.reportDates.find(date => date.year.ok && date.year.value !== year)
  if (other) return failure({ ...cellFault('report-dates-differ'), row: other.row, column: REPORT_DATE })
  return success(year)
}
