import { type Answers, cellsOf } from './answer-cells.ts'
import { reportCellIds } from './report-cells.ts'
import { doFilesFit, isFileCell } from './report-files.ts'
import type { ReportForm } from './report-form.ts'

/** Answers without people and cells that the form does not ask for (any more), and without empty cells. */
export function fittingAnswers(form: ReportForm, answers: Answers): Answers {
  return Object.fromEntries(
    form.people.flatMap(person => {
      const cells = cellsOf(answers, person)
      const files = Object.keys(cells).filter(isFileCell)
      const kept = [...reportCellIds(form, person), ...files].flatMap(id =>
        (cells[id] ?? '') === '' ? [] : [[id, cells[id] ?? ''] as const],
      )
      return kept.length === 0 ? [] : [[person.id, Object.fromEntries(kept)]]
    }),
  )
}

/** Whether answers hold nothing but what the form asks for. */
export function doAnswersFit(form: ReportForm, answers: Answers): boolean {
  const asked = new Map(form.people.map(person => [String(person.id), new Set(reportCellIds(form, person))]))
  return Object.entries(answers).every(
    ([id, cells]) =>
      asked.has(id) &&
      Object.keys(cells).every(cell => isFileCell(cell) || asked.get(id)?.has(cell)) &&
      doFilesFit(cells),
  )
}
