import type { RatingCells } from '#shared/domain/rating/rating-entry.ts'
import type { FormProblem } from '#shared/domain/self/form/form-fault.ts'
import { cellAt, type FormLine, type FormView } from '#shared/domain/self/form/form-view.ts'
import { readNumber, readWords } from '#shared/domain/self/form/read-number.ts'
import type { RatingColumns } from './rating-columns.ts'

const WORDS = new Set(['reason', 'comment', 'proposed'])

export type ReadRow = { readonly cells: RatingCells; readonly problems: readonly FormProblem[] }

/**
 * One person's row, its cells as they would be typed; null for a row without a name (notes and signatures, merged across)
 * and for one in which nothing but months is filled in.
 */
export function readRatingRow(form: FormView, line: FormLine, columns: RatingColumns): ReadRow | null {
  const name = line.spots.find(spot => spot.left === columns.name)
  if (!name || name.label === '' || /^(?:合计|总计|平均)/.test(name.label)) return null
  const cells: Record<string, string> = {}
  const problems: FormProblem[] = []
  for (const [id, { column, title }] of columns.cells) {
    const cell = cellAt(form, line.row, column)
    const read = WORDS.has(id) ? readWords(cell) : readNumber(cell)
    if (!read.ok) problems.push({ sheet: form.sheet, row: line.row, column: title, ...read.error })
    else if (read.value !== '') cells[id] = read.value
  }
  const filled = problems.length > 0 || Object.keys(cells).some(id => id !== 'months')
  return filled ? { cells, problems } : null
}
