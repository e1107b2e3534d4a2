import { SELF_FORM_WORDS } from './build-self-form.ts'
import type { FormProblem } from './form-fault.ts'
import { type FormView, findColumns } from './form-view.ts'
import { readWords } from './read-number.ts'

/** The summary: all that stands between its title and the scores, line by line, whichever cells it was typed into. */
export function readSummary(form: FormView): { readonly text: string; readonly problems: readonly FormProblem[] } {
  const title = new RegExp(`^(?:[一二三四五]、)?${SELF_FORM_WORDS.summary}(?:\\(.*\\))?:?$`)
  const start = form.lines.find(line => line.spots.some(spot => title.test(spot.label)))
  if (!start) return { text: '', problems: [] }
  const next = new RegExp(`^(?:[一二三四五]、)?${SELF_FORM_WORDS.scores}`)
  const end =
    form.lines.find(line => line.row > start.row && line.spots.some(spot => next.test(spot.label)))?.row ??
    findColumns(form, { score: label => label === SELF_FORM_WORDS.score }, start.row)?.row ??
    Number.POSITIVE_INFINITY
  const problems: FormProblem[] = []
  const texts = form.lines
    .filter(line => line.row >= start.row && line.row < end)
    .flatMap(({ row, spots }) =>
      spots.flatMap(spot => {
        if (title.test(spot.label)) return []
        const read = readWords(spot.cell)
        if (read.ok) return read.value === '' ? [] : [read.value]
        problems.push({ sheet: form.sheet, row, column: SELF_FORM_WORDS.summary, ...read.error })
        return []
      }),
    )
  return { text: problems.length > 0 ? '' : texts.join('\n'), problems }
}
