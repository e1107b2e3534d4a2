import { definitionOf } from '#electron/host/sheets/definition-of.ts'
import type { Definition } from '#shared/sheets/paper/definition.ts'
import { yearData } from '#shared/sheets/year-data.ts'
import { bigYear } from './big-year.ts'

/** The 登记表 of so many people of the sample year. */
export function definitionsOf(people: number): readonly [Definition, ...Definition[]] {
  const evaluation = bigYear(people)
  const year = yearData(evaluation)
  const [first, ...others] = evaluation.instructors.map(person =>
    definitionOf(year, { form: 'evaluation-record', instructor: person.id }),
  )
  if (!first) throw new Error('nobody')
  return [first, ...others]
}
