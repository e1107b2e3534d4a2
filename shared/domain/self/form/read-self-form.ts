import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { Sheet } from '#shared/domain/roster/registration/grid.ts'
import { componentFor } from '#shared/domain/scheme/effective-scheme.ts'
import type { Scheme, SelfComponent } from '#shared/domain/scheme/scheme.ts'
import type { SelfDraft } from '#shared/domain/self/self.ts'
import { compactSelf, type SelfCells } from '#shared/domain/self/self-entry.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { SELF_FORM_KIND, SELF_FORM_WORDS } from './build-self-form.ts'
import { personByName } from './find-person.ts'
import { type FormFault, type FormProblem, formFault } from './form-fault.ts'
import { isMarkSheet, markLine, readMark } from './form-mark.ts'
import { besideLabel, type FormView, findColumns, formView } from './form-view.ts'
import { readSelfScores } from './read-self-scores.ts'
import { readSummary } from './read-summary.ts'
import { readWorkload } from './read-workload.ts'

/** A filled form as it was understood; nothing is changed by it. */
export type SelfReading = {
  readonly person: Instructor | null
  /** What could be read, without attachments; null where the person is not known or nothing is filled in. */
  readonly record: SelfDraft | null
  /** Scores that cannot stand yet because others cannot be read: cells for the form to type into (`enterSelf`). */
  readonly held: SelfCells
  readonly problems: readonly FormProblem[]
}

export type SelfFormContext = {
  readonly year: number
  readonly instructors: readonly Instructor[]
  /** The self component; who is posted to a district with a variant of `scheme` is read by that. */
  readonly component: SelfComponent
  readonly scheme: Scheme
}

/**
 * One person's form from a workbook's sheets: found by its labels, so rows may have been added or moved. Cells that would
 * have to be guessed are problems with sheet, row and label; scores are read all together or not at all. Fails for what is
 * no such form, several filled ones, and another year's.
 */
export function readSelfForm(sheets: readonly Sheet[], context: SelfFormContext): Result<SelfReading, FormFault> {
  const forms = sheets
    .filter(sheet => !sheet.hidden && !isMarkSheet(sheet))
    .map(formView)
    .filter(isForm)
  const named = forms.filter(form => nameOn(form).text !== '')
  const form = named[0] ?? forms[0]
  if (!form) return failure(formFault('not-the-form'))
  if (named.length > 1) return failure(formFault('several-forms'))
  const mark = readMark(sheets, SELF_FORM_KIND)
  const year = Number(markLine(mark, 'year')[0] ?? yearOn(form) ?? context.year)
  if (year !== context.year) return failure(formFault('other-year', { value: year, year: context.year }))
  const person = personOn(form, markLine(mark, 'person'), context.instructors)
  const workload = readWorkload(form)
  const summary = readSummary(form)
  const posting = person.ok ? person.value.posting : undefined
  const scores = readSelfScores(form, componentFor(context.scheme, context.component, posting))
  const problems = [...workload.problems, ...summary.problems, ...scores.problems]
  if (!person.ok)
    return success({
      person: null,
      record: null,
      held: {},
      problems: [
        { sheet: form.sheet, row: nameOn(form).row, column: SELF_FORM_WORDS.name, ...person.error },
        ...problems,
      ],
    })
  const record = compactSelf({
    instructor: person.value.id,
    summary: summary.text,
    workload: workload.figures,
    ...scores.scores,
  })
  return success({
    person: person.value,
    record,
    held: scores.held,
    problems: problems.toSorted((a, b) => a.row - b.row),
  })
}

/** What was read put over what is known: a part that is not filled in leaves what was there; attachments stay. */
export function mergeSelf(before: SelfDraft | null | undefined, read: SelfDraft): SelfDraft {
  const scored = read.scores !== undefined || read.score !== undefined
  const { scores, score, ...known } = before ?? { instructor: read.instructor }
  return {
    ...known,
    ...(!scored && scores !== undefined && { scores }),
    ...(!scored && score !== undefined && { score }),
    ...read,
    ...((known.workload || read.workload) && { workload: { ...known.workload, ...read.workload } }),
  }
}

/** What was read in the place of what is known, because it had been filled with that; attachments stay. */
export function replaceSelf(before: SelfDraft | null | undefined, read: SelfDraft): SelfDraft {
  return { ...read, ...(before?.attachments && { attachments: before.attachments }) }
}

function isForm(form: FormView): boolean {
  if (!besideLabel(form, SELF_FORM_WORDS.name)) return false
  const has = (word: string) => findColumns(form, { word: label => label === word }) !== null
  return has(SELF_FORM_WORDS.work) || has(SELF_FORM_WORDS.score)
}

function nameOn(form: FormView): { readonly text: string; readonly row: number } {
  const beside = besideLabel(form, SELF_FORM_WORDS.name)
  // An empty name's neighbour is the next label.
  return beside && beside.text !== '专职/兼职' ? beside : { text: '', row: beside?.row ?? 0 }
}

function yearOn(form: FormView): string | undefined {
  const title = form.lines.slice(0, 3).flatMap(line => line.spots.map(spot => spot.label))
  return title.map(label => /((?:19|20|21)\d{2})年/.exec(label)?.[1]).find(year => year !== undefined)
}

/** By the mark where the name on the form is still the marked one; somebody may have written over a colleague's form. */
function personOn(
  form: FormView,
  [id, markedName]: readonly string[],
  people: readonly Instructor[],
): Result<Instructor, FormFault> {
  const { text } = nameOn(form)
  const byName = personByName(people, text === '' ? (markedName ?? '') : text, besideLabel(form, '所在单位')?.text)
  const marked = people.find(person => person.id === id)
  if (!marked || (byName.ok && byName.value.id !== marked.id)) return byName
  const same = personByName([marked], text === '' ? marked.name : text)
  return same.ok ? same : byName
}
