import type { Rating } from '#shared/domain/rating/rating.ts'
import {
  type RatingBounds,
  type RatingCells,
  ratingBounds,
  ratingCellFault,
  ratingScoreIds,
} from '#shared/domain/rating/rating-entry.ts'
import { isSameRating } from '#shared/domain/rating/with-rating.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { Sheet } from '#shared/domain/roster/registration/grid.ts'
import { squeeze } from '#shared/domain/roster/registration/tidy.ts'
import { componentFor, schemesOf } from '#shared/domain/scheme/effective-scheme.ts'
import { type RatingComponent, ratingComponents, type Scheme } from '#shared/domain/scheme/scheme.ts'
import { personByName } from '#shared/domain/self/form/find-person.ts'
import { type FormFault, type FormProblem, formFault } from '#shared/domain/self/form/form-fault.ts'
import { type FormMark, isMarkSheet, markLine, readMark } from '#shared/domain/self/form/form-mark.ts'
import { besideLabel, type FormLine, type FormView, formView } from '#shared/domain/self/form/form-view.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { RATING_FORM_KIND, RATING_FORM_WORDS } from './build-rating-form.ts'
import { type RatingColumns, ratingColumns } from './rating-columns.ts'
import { readRatingRow } from './read-rating-row.ts'

/** One row of a filled form: whom it rates, and its cells as they would be typed. */
export type ReadRating = {
  readonly instructor: Instructor
  readonly cells: RatingCells
  readonly row: number
}

/** A filled form as it was understood; nothing is changed by it. */
export type RatingReading = {
  readonly source: RatingComponent['sources'][number]
  readonly by: string
  readonly rows: readonly ReadRating[]
  readonly problems: readonly FormProblem[]
}

export type RatingFormContext = {
  readonly year: number
  readonly scheme: Scheme
  readonly component: RatingComponent
  readonly instructors: readonly Instructor[]
  /** What is known already: a person's other ratings use up the caps of bonus and penalty. */
  readonly ratings: readonly Rating[]
  /** Whose form it is taken for where the file does not say; '' for any source's. */
  readonly expected: { readonly source: string; readonly by: string }
}

/**
 * One union's ratings from a workbook's sheets: the table is found by its heads, so columns may stand in any order and a
 * union's own table of names and scores is read too. Cells that would have to be guessed are problems with sheet, row and
 * head. Fails for what is no such table, another year's form, and a form of another source.
 */
export function readRatingForm(sheets: readonly Sheet[], context: RatingFormContext): Result<RatingReading, FormFault> {
  const forms = sheets
    .filter(sheet => !sheet.hidden && !isMarkSheet(sheet))
    .map(formView)
    .flatMap(form => {
      const tables = tablesOf(form, context)
      return tables ? [{ form, ...tables }] : []
    })
  const [first] = forms
  if (!first) return failure(formFault('not-the-form'))
  const mark = readMark(sheets, RATING_FORM_KIND)
  const year = Number(markLine(mark, 'year')[0] ?? yearOn(first.form) ?? context.year)
  if (year !== context.year) return failure(formFault('other-year', { value: year, year: context.year }))
  const source = sourceOf(first.form, mark, context)
  if (!source) return failure(formFault('not-the-form'))
  if (source.id !== context.expected.source && context.expected.source !== '') {
    const wanted = context.component.sources.find(each => each.id === context.expected.source)
    return failure(formFault('other-source', { value: source.name, name: wanted?.name ?? '' }))
  }
  const [, markedBy] = markLine(mark, 'source')
  const by = besideLabel(first.form, RATING_FORM_WORDS.by)?.text || markedBy || context.expected.by
  const problems: FormProblem[] = []
  const rows: ReadRating[] = []
  const places = new Map<string, string>()
  for (const { form, main, columnsFor } of forms) {
    const used = new Set<RatingColumns>()
    for (const line of form.lines.filter(each => each.row > main.row)) {
      const person = personOf(line, main, mark, context.instructors)
      const columns = person.ok ? columnsFor(person.value) : main
      const read = readRatingRow(form, line, columns ?? main)
      if (!read) continue
      used.add(columns ?? main)
      const tell = (column: string, fault: FormFault) =>
        problems.push({ sheet: form.sheet, row: line.row, column, ...fault })
      if (!person.ok) {
        problems.push(...read.problems)
        tell(RATING_FORM_WORDS.name, person.error)
        continue
      }
      const instructor = person.value
      if (!columns) {
        const [asked] = componentFor(context.scheme, context.component, instructor.posting).indicators ?? []
        tell(RATING_FORM_WORDS.name, formFault('indicator-missing', { name: asked?.name ?? RATING_FORM_WORDS.score }))
        continue
      }
      const first = places.get(instructor.id)
      if (first !== undefined) {
        tell(RATING_FORM_WORDS.name, formFault('twice', { value: instructor.name, first }))
        continue
      }
      places.set(instructor.id, `第 ${line.row} 行`)
      const unread = new Set(read.problems.map(problem => problem.column))
      const bounds = boundsOf(instructor, source, by, context)
      const found = [
        ...read.problems,
        ...cellProblems(form, line, columns, read.cells, bounds).filter(problem => !unread.has(problem.column)),
      ]
      problems.push(...found)
      // A cell that is wrong keeps the whole row out: a rating is taken as its union gave it or not at all.
      if (found.length === 0) rows.push({ instructor, cells: read.cells, row: line.row })
    }
    // What a head lacks is told for those who stand under it; a sheet without people is taken as the main scheme's.
    for (const columns of used.size > 0 ? used : [main]) problems.push(...columns.problems)
  }
  return success({ source, by, rows, problems: problems.toSorted((a, b) => a.row - b.row) })
}

type Tables = {
  readonly main: RatingColumns
  /** The columns as a person's own scheme asks for them (a district's variant may have other indicators); null: not here. */
  readonly columnsFor: (person: Instructor) => RatingColumns | null
}

/** The columns of a table on the sheet by every scheme that somebody is rated by; null where it is a table by none. */
function tablesOf(form: FormView, { scheme, component }: RatingFormContext): Tables | null {
  const known = new Map<RatingComponent['indicators'], RatingColumns | null>()
  const columnsBy = (asked: RatingComponent) => {
    const before = known.get(asked.indicators)
    if (before !== undefined) return before
    const found = ratingColumns(form, asked)
    known.set(asked.indicators, found)
    return found
  }
  const all = [component, ...schemesOf(scheme).flatMap(each => ratingComponents(each))]
  const main = all
    .filter(each => each.id === component.id)
    .map(columnsBy)
    .find(each => each !== null)
  if (!main) return null
  return { main, columnsFor: person => columnsBy(componentFor(scheme, component, person.posting)) }
}

function yearOn(form: FormView): string | undefined {
  const title = form.lines.slice(0, 3).flatMap(line => line.spots.map(spot => spot.label))
  return title.map(label => /((?:19|20|21)\d{2})年/.exec(label)?.[1]).find(year => year !== undefined)
}

/** By the mark, by the head's 评定来源, or the one it was asked for. */
function sourceOf(form: FormView, mark: FormMark | null, { component, expected }: RatingFormContext) {
  const [marked] = markLine(mark, 'source')
  const named = squeeze(besideLabel(form, '评定来源')?.text ?? '')
  return (
    component.sources.find(source => source.id === marked) ??
    component.sources.find(source => named !== '' && named.startsWith(squeeze(source.name))) ??
    component.sources.find(source => source.id === expected.source) ??
    (component.sources.length === 1 ? component.sources[0] : undefined)
  )
}

function boundsOf(
  { id, posting }: Instructor,
  source: RatingReading['source'],
  by: string,
  { scheme, component, ratings }: RatingFormContext,
): RatingBounds {
  const own = { instructor: id, source: source.id, by }
  const others = ratings.filter(rating => rating.instructor === id && !isSameRating(rating, own))
  return ratingBounds(scheme, componentFor(scheme, component, posting), others)
}

/** What is wrong with a row's cells beside one another; a column that the table does not have is told at the name. */
function cellProblems(
  form: FormView,
  line: FormLine,
  columns: RatingColumns,
  cells: RatingCells,
  bounds: RatingBounds,
): readonly FormProblem[] {
  const ids = new Set([...columns.cells.keys(), ...ratingScoreIds(bounds.component), 'reason'])
  return [...ids].flatMap(id => {
    const fault = ratingCellFault(id, cells, bounds)
    const column = columns.cells.get(id)?.title ?? RATING_FORM_WORDS.name
    return fault ? [{ sheet: form.sheet, row: line.row, column, ...fault }] : []
  })
}

/** By the mark's number and name together (rows may have been sorted), otherwise by name and unit. */
function personOf(
  line: FormLine,
  columns: RatingColumns,
  mark: FormMark | null,
  people: readonly Instructor[],
): Result<Instructor, FormFault> {
  const text = (column: number | undefined) => line.spots.find(spot => spot.left === column)?.label ?? ''
  const name = text(columns.name)
  const index = text(columns.index)
  const id = mark?.find(([word, number]) => word === 'person' && number === index)?.[2]
  const marked = people.find(person => person.id === id)
  if (marked) {
    const same = personByName([marked], name)
    if (same.ok) return same
  }
  return personByName(people, name, text(columns.unit))
}
