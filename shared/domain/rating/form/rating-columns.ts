import { squeeze } from '#shared/domain/roster/registration/tidy.ts'
import type { RatingComponent } from '#shared/domain/scheme/scheme.ts'
import { type FormProblem, formFault } from '#shared/domain/self/form/form-fault.ts'
import type { FormLine, FormView } from '#shared/domain/self/form/form-view.ts'
import { rational } from '#shared/lib/rational.ts'
import { RATING_FORM_WORDS } from './build-rating-form.ts'

/** Where a filled form's columns stand. */
export type RatingColumns = {
  /** The row of the heads. */
  readonly row: number
  readonly name: number
  readonly index: number | undefined
  readonly unit: number | undefined
  /** Cells of a rating by their id (`rating-entry.ts`), with the head as it is printed. */
  readonly cells: ReadonlyMap<string, { readonly column: number; readonly title: string }>
  readonly problems: readonly FormProblem[]
}

// Heads as unions write them, beside our own; compared squeezed.
const HEADS: Readonly<Record<string, RegExp>> = {
  months: /^(?:评定|在岗|工作|任职)?月数$/,
  bonus: /^加分(?:\(.*\))?$/,
  penalty: /^(?:扣|减)分(?:\(.*\))?$/,
  reason: /^(?:加减分|加分扣分|加扣分|奖惩)?(?:事由|理由|原因|依据)$/,
  comment: /^(?:综合|评定)?(?:评语|评价|意见)$/,
  proposed: /^(?:建议|拟定|评定)?等次$/,
  score: /^(?:综合)?(?:评分|得分|分数|评定分)(?:\(.*\))?$/,
}

/** The columns of a table of ratings, found by their heads; null where there is no such table on the sheet. */
export function ratingColumns(form: FormView, component: RatingComponent): RatingColumns | null {
  for (const line of form.lines) {
    const name = line.spots.find(spot => /^(?:被评人|指导员)?姓名$/.test(spot.label))
    if (!name) continue
    const found = cellsOf(form, line, component)
    if (![...found.cells.keys()].some(id => id.startsWith('score'))) continue
    const at = (label: string) => line.spots.find(spot => spot.label === label)?.left
    return {
      row: line.row,
      name: name.left,
      index: at(RATING_FORM_WORDS.index),
      unit: at(RATING_FORM_WORDS.unit),
      ...found,
    }
  }
  return null
}

function cellsOf(
  form: FormView,
  line: FormLine,
  component: RatingComponent,
): Pick<RatingColumns, 'cells' | 'problems'> {
  const cells = new Map<string, { readonly column: number; readonly title: string }>()
  const problems: FormProblem[] = []
  for (const { label, left } of line.spots) {
    const place = { sheet: form.sheet, row: line.row, column: label }
    const [, title = label, points] = /^(.*?)(?:\((\d+(?:\.\d+)?)分?\))?$/.exec(label) ?? []
    const indicator = component.indicators?.find(each => squeeze(each.name) === title)
    if (indicator && points !== undefined && !rational(points).equals(indicator.points))
      problems.push({
        ...place,
        ...formFault('points-changed', { name: indicator.name, points: indicator.points, value: points }),
      })
    const id = indicator ? `score:${indicator.id}` : idOf(label, component)
    if (id === undefined) continue
    if (cells.has(id)) problems.push({ ...place, ...formFault('twice', { value: label, first: '前面的列' }) })
    else cells.set(id, { column: left, title: indicator?.name ?? title })
  }
  const scored = [...cells.keys()].some(id => id.startsWith('score'))
  for (const { id, name } of scored ? (component.indicators ?? []) : [])
    if (!cells.has(`score:${id}`))
      problems.push({ sheet: form.sheet, row: line.row, column: '', ...formFault('indicator-missing', { name }) })
  return { cells, problems }
}

function idOf(label: string, component: RatingComponent): string | undefined {
  const id = Object.keys(HEADS).find(each => HEADS[each]?.test(label))
  return id === 'score' && component.indicators ? undefined : id
}
