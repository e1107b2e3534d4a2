import { squeeze } from '#shared/domain/roster/registration/tidy.ts'
import type { SelfComponent } from '#shared/domain/scheme/scheme.ts'
import type { SelfCells } from '#shared/domain/self/self-entry.ts'
import { rational, sum } from '#shared/lib/rational.ts'
import { SELF_FORM_WORDS } from './build-self-form.ts'
import { type FormFault, type FormProblem, formFault } from './form-fault.ts'
import { cellAt, type FormView, findColumns, labelAt } from './form-view.ts'
import { pointsFault, readNumber } from './read-number.ts'

export type ReadScores = {
  /** All of them, or none: some without the others are no score. */
  readonly scores: { readonly scores?: Readonly<Record<string, string>>; readonly score?: string }
  /** Where they are none: the scores that can be read, as cells to go on from. */
  readonly held: SelfCells
  readonly problems: readonly FormProblem[]
}

type Asked = { readonly id: string; readonly name: string; readonly points: string }

/** The scores under 指标 and 自评分, each found by its indicator's name and checked against its points. */
export function readSelfScores(form: FormView, component: SelfComponent): ReadScores {
  const head = findColumns(form, {
    item: label => label === SELF_FORM_WORDS.indicator,
    value: label => label === SELF_FORM_WORDS.score,
  })
  if (!head) return { scores: {}, held: {}, problems: [] }
  const points = findColumns(form, { points: label => label === '满分' }, head.row - 1)
  const asked: readonly Asked[] = component.indicators ?? [{ id: '', name: SELF_FORM_WORDS.overall, points: '100' }]
  const problems: FormProblem[] = []
  const given = new Map<string, { readonly row: number; readonly value: string }>()
  let total = { row: 0, value: '' }
  for (const { row } of form.lines.filter(line => line.row > head.row)) {
    const label = labelAt(form, row, head.columns.item)
    if (label === '') break
    const tell = (fault: FormFault) => problems.push({ sheet: form.sheet, row, column: label, ...fault })
    const read = readNumber(cellAt(form, row, head.columns.value))
    if (!read.ok) tell(read.error)
    const value = read.ok ? read.value : ''
    if (label.startsWith(SELF_FORM_WORDS.total)) {
      total = { row, value }
      continue
    }
    const indicator = asked.find(each => squeeze(each.name) === label)
    if (!indicator) {
      if (value !== '') tell(formFault('column-unknown', { value: label }))
      continue
    }
    if (points?.row === head.row) {
      const printed = readNumber(cellAt(form, row, points.columns.points))
      if (printed.ok && printed.value !== '' && !rational(printed.value).equals(indicator.points))
        tell(formFault('points-changed', { name: indicator.name, points: indicator.points, value: printed.value }))
    }
    if (given.has(indicator.id))
      tell(formFault('twice', { value: indicator.name, first: `第 ${given.get(indicator.id)?.row} 行` }))
    else if (read.ok) given.set(indicator.id, { row, value })
    const fault = value === '' ? null : pointsFault(value, indicator.points)
    if (fault) tell(fault)
  }
  return finished(form, asked, given, total, problems, head.row)
}

function finished(
  form: FormView,
  asked: readonly Asked[],
  given: ReadonlyMap<string, { readonly row: number; readonly value: string }>,
  total: { readonly row: number; readonly value: string },
  problems: FormProblem[],
  headRow: number,
): ReadScores {
  const filled = asked.filter(({ id }) => (given.get(id)?.value ?? '') !== '')
  if (filled.length === 0) return { scores: {}, held: {}, problems }
  const faulty = new Set(problems.map(problem => problem.row))
  for (const { id, name } of asked) {
    const own = given.get(id)
    if (own?.value === '') problems.push({ sheet: form.sheet, row: own.row, column: name, ...formFault('blank') })
    else if (!own && !problems.some(problem => problem.column === squeeze(name)))
      problems.push({ sheet: form.sheet, row: headRow, column: '', ...formFault('indicator-missing', { name }) })
  }
  // Cells that are all right beside a total that differs say nothing of which one is wrong.
  const held = problems.length > 0 ? heldCells(filled, given) : {}
  const added = sum(filled.map(({ id }) => rational(given.get(id)?.value ?? 0)))
  if (problems.length === 0 && total.value !== '' && !added.equals(total.value) && !faulty.has(total.row))
    problems.push({
      sheet: form.sheet,
      row: total.row,
      column: SELF_FORM_WORDS.total,
      ...formFault('total-differs', { value: total.value, total: added.toString() }),
    })
  if (problems.length > 0) return { scores: {}, held, problems }
  const scores = asked.map(({ id }) => [id, given.get(id)?.value ?? ''] as const)
  const [only] = scores
  if (only?.[0] === '') return { scores: { score: only[1] }, held: {}, problems }
  return { scores: { scores: Object.fromEntries(scores) }, held: {}, problems }
}

function heldCells(filled: readonly Asked[], given: ReadonlyMap<string, { readonly value: string }>): SelfCells {
  return Object.fromEntries(filled.map(({ id }) => [id === '' ? 'score' : `score:${id}`, given.get(id)?.value ?? '']))
}
