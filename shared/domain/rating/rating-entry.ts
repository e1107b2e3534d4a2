import type { Grade, RatingComponent, Scheme } from '#shared/domain/scheme/scheme.ts'
import { type FormFault, formFault } from '#shared/domain/self/form/form-fault.ts'
import { countFault, plainNumber, pointsFault } from '#shared/domain/self/form/read-number.ts'
import { type Rational, rational, sum, ZERO } from '#shared/lib/rational.ts'
import type { Rating, RatingDraft } from './rating.ts'

/**
 * A rating as it is typed, by `by`, `months`, `bonus`, `penalty`, `reason`, `comment`, `proposed` (the grade's label), and
 * `score:policy` per indicator or one `score`.
 */
export type RatingCells = Readonly<Record<string, string>>

/** What a rating's cells are checked against: the rest of the scheme's caps that the person's other ratings leave. */
export type RatingBounds = {
  readonly component: RatingComponent
  readonly grades: readonly Grade[]
  readonly left: { readonly bonus: Rational; readonly penalty: Rational }
}

/** The cells that hold scores. */
export function ratingScoreIds({ indicators }: RatingComponent): readonly string[] {
  return indicators ? indicators.map(indicator => `score:${indicator.id}`) : ['score']
}

/** The bounds for one rating of a person beside their `others`. */
export function ratingBounds(scheme: Scheme, component: RatingComponent, others: readonly Rating[]): RatingBounds {
  const left = (field: 'bonus' | 'penalty', cap: string | undefined) =>
    atLeastZero(rational(cap ?? '0').sub(sum(others.map(rating => rational(rating[field] ?? '0')))))
  const { maxBonus, maxPenalty } = scheme.adjustments ?? {}
  return {
    component,
    grades: scheme.grades,
    left: { bonus: left('bonus', maxBonus), penalty: left('penalty', maxPenalty) },
  }
}

function atLeastZero(value: Rational): Rational {
  return value.lt(0) ? ZERO : value
}

/** A rating as cells; what is not there, and a bonus or penalty of 0, is left out. */
export function ratingCells(rating: RatingDraft | null, grades: readonly Grade[]): RatingCells {
  if (!rating) return {}
  const { by, score, scores, months, bonus, penalty, reason, comment, proposed } = rating
  const cells: Record<string, string | undefined> = {
    by,
    score,
    months: months === undefined ? undefined : String(months),
    bonus: bonus !== undefined && rational(bonus).equals(ZERO) ? undefined : bonus,
    penalty: penalty !== undefined && rational(penalty).equals(ZERO) ? undefined : penalty,
    reason,
    comment,
    proposed: grades.find(grade => grade.id === proposed)?.label,
    ...Object.fromEntries(Object.entries(scores ?? {}).map(([id, value]) => [`score:${id}`, value])),
  }
  return Object.fromEntries(
    Object.entries(cells).filter((cell): cell is [string, string] => cell[1] !== undefined && cell[1] !== ''),
  )
}

/** What is wrong with one cell beside the others; null: nothing. */
export function ratingCellFault(id: string, cells: RatingCells, bounds: RatingBounds): FormFault | null {
  const text = cells[id] ?? ''
  if (id === 'by' || id === 'comment') return null
  if (id === 'reason') return reasonFault(cells)
  if (id === 'proposed')
    return text === '' || bounds.grades.some(grade => grade.label === text)
      ? null
      : formFault('not-a-grade', { value: text, choices: bounds.grades.map(grade => grade.label).join('、') })
  const read = plainNumber(text)
  if (!read.ok) return read.error
  const value = read.value
  if (id === 'months') return value === '' ? null : countFault(value, 1, 12)
  if (id === 'bonus' || id === 'penalty') {
    if (value === '') return null
    if (rational(value).lt(0)) return formFault('below-minimum', { value, minimum: 0 })
    const left = bounds.left[id]
    return rational(value).gt(left) ? formFault('above-maximum', { value, maximum: left.toString() }) : null
  }
  if (value !== '') {
    const indicator = bounds.component.indicators?.find(each => `score:${each.id}` === id)
    return pointsFault(value, indicator?.points ?? '100')
  }
  const partly = ratingScoreIds(bounds.component).some(each => (cells[each] ?? '').trim() !== '')
  return partly ? formFault('blank') : null
}

function reasonFault(cells: RatingCells): FormFault | null {
  if ((cells['reason'] ?? '').trim() !== '') return null
  const given = ['bonus', 'penalty'].flatMap(id => {
    const read = plainNumber(cells[id] ?? '')
    return read.ok && read.value !== '' && rational(read.value).gt(0) ? [read.value] : []
  })
  return given[0] === undefined ? null : formFault('reason-needed', { value: given[0] })
}

/** The sum of the scores that are filled in and right; null where there is none. */
export function ratingCellsTotal(cells: RatingCells, component: RatingComponent): Rational | null {
  const right = ratingScoreIds(component).flatMap(id => {
    const read = plainNumber(cells[id] ?? '')
    return read.ok && read.value !== '' ? [rational(read.value)] : []
  })
  return right.length === 0 ? null : sum(right)
}

export type RatingEntry = {
  /** The rating as far as its cells are right; null where nothing is left of it. */
  readonly rating: RatingDraft | null
  /** The cells that cannot be saved as they are. */
  readonly held: RatingCells
}

/**
 * What cells make of a rating. Scores are taken all together, a bonus or penalty only with its reason; for what is not
 * taken the rating keeps what it had, and the cells are `held`. Attachments of `before` stay.
 */
export function enterRating(
  who: { readonly instructor: string; readonly source: string; readonly by: string },
  before: RatingDraft | null,
  cells: RatingCells,
  bounds: RatingBounds,
): RatingEntry {
  const held: Record<string, string> = {}
  const wrong = (ids: readonly string[]) => {
    if (!ids.some(id => ratingCellFault(id, cells, bounds))) return false
    for (const id of ids) held[id] = cells[id] ?? ''
    return true
  }
  const parts: Parts = {
    ...(wrong(ratingScoreIds(bounds.component)) ? only(before, ['scores', 'score']) : scoreParts(cells, bounds)),
    ...(wrong(['months']) ? only(before, ['months']) : monthsPart(cells)),
    ...(wrong(['bonus', 'penalty', 'reason']) ? only(before, ['bonus', 'penalty', 'reason']) : adjustmentParts(cells)),
    ...words('comment', cells),
    ...(wrong(['proposed']) ? only(before, ['proposed']) : proposedPart(cells, bounds.grades)),
    ...(before?.attachments && before.attachments.length > 0 && { attachments: before.attachments }),
  }
  const says = Object.keys(parts).some(key => key !== 'months')
  return { rating: says ? { ...who, ...parts } : null, held }
}

type Parts = Omit<RatingDraft, 'instructor' | 'source' | 'by'>

function only(before: RatingDraft | null, keys: readonly (keyof Parts)[]): Parts {
  return Object.fromEntries(keys.flatMap(key => (before?.[key] === undefined ? [] : [[key, before[key]]])))
}

function scoreParts(cells: RatingCells, { component }: RatingBounds): Parts {
  if (!component.indicators) {
    const score = number(cells['score'])
    return score === undefined ? {} : { score }
  }
  const scores = component.indicators.flatMap(({ id }) => {
    const score = number(cells[`score:${id}`])
    return score === undefined ? [] : [[id, score] as const]
  })
  return scores.length === 0 ? {} : { scores: Object.fromEntries(scores) }
}

function monthsPart(cells: RatingCells): Parts {
  const months = number(cells['months'])
  return months === undefined ? {} : { months: Number(months) }
}

function adjustmentParts(cells: RatingCells): Parts {
  const bonus = number(cells['bonus'])
  const penalty = number(cells['penalty'])
  return { ...(bonus !== undefined && { bonus }), ...(penalty !== undefined && { penalty }), ...words('reason', cells) }
}

function proposedPart(cells: RatingCells, grades: readonly Grade[]): Parts {
  const grade = grades.find(each => each.label === cells['proposed'])
  return grade ? { proposed: grade.id } : {}
}

function words(id: 'reason' | 'comment', cells: RatingCells): Parts {
  const text = (cells[id] ?? '').trim()
  return text === '' ? {} : { [id]: text }
}

function number(cell: string | undefined): string | undefined {
  const read = plainNumber(cell ?? '')
  return read.ok && read.value !== '' ? read.value : undefined
}
