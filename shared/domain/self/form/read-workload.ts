import { squeeze } from '#shared/domain/roster/registration/tidy.ts'
import { WORKLOAD_FIELDS, WORKLOAD_WORDS } from '#shared/domain/self/workload.ts'
import { SELF_FORM_WORDS } from './build-self-form.ts'
import { type FormFault, type FormProblem, formFault } from './form-fault.ts'
import { cellAt, type FormView, findColumns, labelAt } from './form-view.ts'
import { countFault, readNumber } from './read-number.ts'

export type ReadWorkload = {
  readonly figures: Readonly<Record<string, number>>
  readonly problems: readonly FormProblem[]
}

/** The work figures under 项目 and 本年数, found by what each is called; whole numbers, blank ones left out. */
export function readWorkload(form: FormView): ReadWorkload {
  const head = findColumns(form, {
    item: label => label === SELF_FORM_WORDS.item,
    value: label => label === SELF_FORM_WORDS.work,
  })
  const figures: Record<string, number> = {}
  const problems: FormProblem[] = []
  if (!head) return { figures, problems }
  for (const { row } of form.lines.filter(line => line.row > head.row)) {
    const label = labelAt(form, row, head.columns.item)
    // The next part's title is merged across from the left.
    if (label === '') break
    const tell = (fault: FormFault) => problems.push({ sheet: form.sheet, row, column: label, ...fault })
    const read = readNumber(cellAt(form, row, head.columns.value))
    const field = WORKLOAD_FIELDS.find(each => squeeze(WORKLOAD_WORDS[each].label) === label)
    if (!read.ok) tell(read.error)
    else if (read.value === '') continue
    else if (!field) tell(formFault('column-unknown', { value: label }))
    else {
      const fault = countFault(read.value, 0, 1_000_000_000)
      if (fault) tell(fault)
      else figures[field] = Number(read.value)
    }
  }
  return { figures, problems }
}
