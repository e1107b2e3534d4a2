import { ratingBounds, ratingCellFault, ratingScoreIds } from '#shared/domain/rating/rating-entry.ts'
import type { FormFault } from '#shared/domain/self/form/form-fault.ts'
import { plainNumber, readWords } from '#shared/domain/self/form/read-number.ts'
import { scoreCellIds, selfCellFault, selfCellIds } from '#shared/domain/self/self-entry.ts'
import { type AnswerCells, type Answers, cellsOf } from './answer-cells.ts'
import { filesOf, isFileCell } from './report-files.ts'
import { type ReportForm, type ReportPerson, ratingComponentOf, selfComponentOf } from './report-form.ts'

/** The cell of a self-assessment that holds the year summary. */
export const SUMMARY = 'summary'

const WORDS: ReadonlySet<string> = new Set(['reason', 'comment', SUMMARY])

/** The cells to fill in for one person of a form, in its order. */
export function reportCellIds(form: ReportForm, person: ReportPerson): readonly string[] {
  if (form.kind === 'self') return [...selfCellIds(selfComponentOf(form)), SUMMARY]
  const adjusted = form.scheme.adjustments ? ['bonus', 'penalty', 'reason'] : []
  return [...ratingScoreIds(ratingComponentOf(form, person)), 'months', ...adjusted, 'comment', 'proposed']
}

/** The cells that hold scores. */
export function reportScoreIds(form: ReportForm, person: ReportPerson): readonly string[] {
  return form.kind === 'self' ? scoreCellIds(selfComponentOf(form)) : ratingScoreIds(ratingComponentOf(form, person))
}

/** What is wrong with one cell beside the person's others, by the rules of the Excel forms; null: nothing. */
export function reportCellFault(
  form: ReportForm,
  person: ReportPerson,
  id: string,
  cells: AnswerCells,
): FormFault | null {
  if (WORDS.has(id)) {
    const read = readWords({ kind: 'text', text: cells[id] ?? '' })
    if (!read.ok) return read.error
  }
  if (form.kind === 'self') return id === SUMMARY ? null : selfCellFault(id, cells, selfComponentOf(form))
  // Whether several unions together stay below a person's cap is checked where all of them are known: at the office.
  return ratingCellFault(id, cells, ratingBounds(form.scheme, ratingComponentOf(form, person), []))
}

/** Cells as a filled-in Excel form gives them: figures plain, words without needless spaces. */
export function tidyCells(cells: AnswerCells): AnswerCells {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([id, text]) => {
      if (isFileCell(id)) return [[id, text]]
      const read = WORDS.has(id) ? readWords({ kind: 'text', text }) : id === 'proposed' ? null : plainNumber(text)
      const tidy = read ? (read.ok ? read.value : text) : text.trim()
      return tidy === '' ? [] : [[id, tidy]]
    }),
  )
}

/** Whether anything is said of a person: months alone say nothing. */
export function saysAnything(cells: AnswerCells): boolean {
  return Object.keys(tidyCells(cells)).some(id => id !== 'months')
}

export type ReportFault = { readonly person: ReportPerson; readonly cell: string; readonly fault: FormFault }

/** Everything in the answers that cannot be taken as it is, person by person in the form's order. */
export function reportFaults(form: ReportForm, answers: Answers): readonly ReportFault[] {
  return form.people.flatMap(person => {
    const cells = cellsOf(answers, person)
    return reportCellIds(form, person).flatMap(cell => {
      const fault = reportCellFault(form, person, cell, cells)
      return fault ? [{ person, cell, fault }] : []
    })
  })
}

/** Whether a person is done: all scores there, nothing wrong, and for a self-assessment the summary, as words or as a file. */
export function isPersonDone(form: ReportForm, person: ReportPerson, cells: AnswerCells): boolean {
  const filled = reportScoreIds(form, person).every(id => (cells[id] ?? '').trim() !== '')
  const summed = form.kind === 'rating' || (cells[SUMMARY] ?? '').trim() !== '' || filesOf(cells).length > 0
  return filled && summed && reportCellIds(form, person).every(id => reportCellFault(form, person, id, cells) === null)
}

/** How many people of the form are done. */
export function donePeople(form: ReportForm, answers: Answers): number {
  return form.people.filter(person => isPersonDone(form, person, cellsOf(answers, person))).length
}

/** A fault that says nothing new while a person is still typing: something is only not there yet. */
export function isStillMissing({ code }: FormFault): boolean {
  return code === 'blank' || code === 'reason-needed'
}
