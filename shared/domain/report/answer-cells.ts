import { z } from 'zod'
import type { DeepReadonly } from '#shared/lib/readonly.ts'
import { cellsSchema, type ReportForm, type ReportPerson } from './report-form.ts'

/** What was filled in, by person and cell; a cell that says nothing is left out. */
export const answersSchema = z.record(z.string().min(1).max(64), cellsSchema)

export type Answers = DeepReadonly<z.infer<typeof answersSchema>>
export type AnswerCells = Answers[string]

const NOTHING: AnswerCells = {}

/** A form's answers before anybody opened it: what the office knew when it went out. */
export function firstAnswers(form: ReportForm): Answers {
  return Object.fromEntries(
    form.people.flatMap(person => (Object.keys(person.cells).length === 0 ? [] : [[person.id, person.cells]])),
  )
}

/** One person's cells; none where nothing is filled in. */
export function cellsOf(answers: Answers, { id }: Pick<ReportPerson, 'id'>): AnswerCells {
  return Object.hasOwn(answers, id) ? (answers[id] ?? NOTHING) : NOTHING
}

/** The answers with one cell typed over; '' takes it away. */
export function withCell(answers: Answers, person: Pick<ReportPerson, 'id'>, cell: string, text: string): Answers {
  const { [cell]: _, ...others } = cellsOf(answers, person)
  return { ...answers, [person.id]: text === '' ? others : { ...others, [cell]: text } }
}
