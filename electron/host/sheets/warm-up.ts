import { setImmediate } from 'node:timers/promises'
import sample from '#resources/sample/2026.pingyi.json' with { type: 'json' }
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { finishSheet } from '#shared/sheets/finish-sheet.ts'
import { yearData } from '#shared/sheets/year-data.ts'
import { definitionOf } from './definition-of.ts'
import { renderSheet } from './render-sheet.ts'

// After so many the engine has compiled most of what it will.
const SHEETS = 120
const FORM = 'evaluation-record'

/** Builds sheets of the sample year for nobody, so that the first ones for somebody are not the slow ones; until `isOver`. */
export async function warmUp(isOver: () => boolean): Promise<void> {
  const read = readEvaluation(JSON.stringify(sample))
  if (!read.ok) return
  const year = yearData(read.value)
  const people = read.value.instructors
  for (let count = 0; count < SHEETS; count++) {
    const person = people[count % people.length]
    if (!person || isOver()) return
    const sheet = { form: FORM, instructor: person.id }
    await renderSheet(finishSheet(definitionOf(year, sheet), { ...sheet, year: read.value.year }))
    // What is asked for meanwhile is heard.
    await setImmediate()
  }
}
