import { definitionOf } from '#electron/host/sheets/definition-of.ts'
import { finishSheet } from '#shared/sheets/finish-sheet.ts'
import type { Definition } from '#shared/sheets/paper/definition.ts'
import { yearData } from '#shared/sheets/year-data.ts'
import { bigYear } from './big-year.ts'

/** The 登记表 of so many people of the sample year as they are printed, with the code for their pages' QR. */
export function definitionsOf(people: number): readonly [Definition, ...Definition[]] {
  const evaluation = bigYear(people)
  const year = yearData(evaluation)
  const [first, ...others] = evaluation.instructors.map(person => {
    const sheet = { form: 'evaluation-record', instructor: person.id }
    return finishSheet(definitionOf(year, sheet), { ...sheet, year: evaluation.year })
  })
  if (!first) throw new Error('nobody')
  return [first, ...others]
}
