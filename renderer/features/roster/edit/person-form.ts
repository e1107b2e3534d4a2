import {
  fieldText,
  PERSON_FIELDS,
  type PersonField,
  readField,
  withField,
} from '#shared/domain/roster/edit/person-field.ts'
import type { Instructor, PersonDraft } from '#shared/domain/roster/instructor.ts'
import type { CellFault } from '#shared/domain/roster/registration/problem.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { typedNumber } from '#shared/lib/typed-number.ts'

/** What the form of one person holds: texts as typed. */
export type PersonForm = {
  readonly fields: Readonly<Record<PersonField, string>>
  /** null: all of the scheme's. */
  readonly sources: readonly string[] | null
  readonly monthsOnPost: string
  readonly leaveMonths: string
  readonly unjustifiedAbsence: boolean
  readonly underInvestigation: boolean
  /** One a line. */
  readonly vetoes: string
  readonly history: readonly { readonly year: string; readonly grade: string }[]
  /** '' where the person is here. */
  readonly leftReason: string
  readonly leftDate: string
}

/** What is wrong with an entry that no registration form has: a code, for the words. */
export type EntryFault = 'not-months' | 'not-decimal' | 'not-year' | 'grade-missing' | 'date-missing'

export type FormFaults = {
  readonly fields: Readonly<Partial<Record<PersonField, CellFault>>>
  readonly monthsOnPost?: EntryFault
  readonly leaveMonths?: EntryFault
  readonly leftDate?: CellFault | EntryFault
  /** By the place in `history`. */
  readonly history: ReadonlyMap<number, EntryFault>
}

/** The form of a person as they stand; of nobody yet, an empty one. */
export function formOf(person: PersonDraft | null): PersonForm {
  const texts = PERSON_FIELDS.map(field => [field, person ? fieldText(person, field) : ''] as const)
  const status = person?.status
  return {
    fields: Object.fromEntries(texts) as Record<PersonField, string>,
    sources: person?.sources ?? null,
    monthsOnPost: String(status?.monthsOnPost ?? ''),
    leaveMonths: status?.leaveMonths ?? '',
    unjustifiedAbsence: status?.unjustifiedAbsence ?? false,
    underInvestigation: status?.underInvestigation ?? false,
    vetoes: (status?.vetoes ?? []).join('\n'),
    history: (person?.history ?? []).map(({ year, grade }) => ({ year: String(year), grade })),
    leftReason: person?.left?.reason ?? '',
    leftDate: person?.left?.date ?? '',
  }
}

/** Whether a field says what the record says: it is then kept as it is, however it came to be written so. */
export function isUntouched(form: PersonForm, before: Instructor | null, field: PersonField): boolean {
  return before !== null && form.fields[field] === fieldText(before, field)
}

/** What was typed as a person (`before`: the record the form began from, null for somebody new), or what is wrong with it. */
export function personOf(form: PersonForm, before: Instructor | null): Result<PersonDraft, FormFaults> {
  const fields: Partial<Record<PersonField, CellFault>> = {}
  let person: PersonDraft = { ...(before ?? { id: '', name: '', kind: 'full-time' }) }
  for (const field of PERSON_FIELDS) {
    if (isUntouched(form, before, field)) continue
    const read = readField(field, form.fields[field])
    if (read.ok) person = withField(person, field, read.value)
    else fields[field] = read.error
  }
  const months = typedNumber(form.monthsOnPost)
  const leave = typedNumber(form.leaveMonths)
  const date = form.leftReason === '' ? null : readField('engagedTo', form.leftDate)
  const history = historyFaults(form)
  const leftDate = date && !date.ok ? date.error : date?.value === undefined && date ? 'date-missing' : undefined
  const faults: FormFaults = {
    fields,
    ...(!/^([0-9]{1,4})?$/.test(months) && { monthsOnPost: 'not-months' }),
    ...(!/^([0-9]{1,4}(\.[0-9]{1,4})?)?$/.test(leave) && { leaveMonths: 'not-decimal' }),
    ...(leftDate !== undefined && { leftDate }),
    history,
  }
  const wrong = Object.keys(fields).length + Object.keys(faults).length - 2 + history.size
  if (wrong > 0) return failure(faults)
  const { sources: _sources, status: _status, history: _history, left: _left, ...rest } = person
  const status = statusOf(form, before, months, leave)
  const past = form.history.map(({ year, grade }) => ({ year: Number(typedNumber(year)), grade: grade.trim() }))
  return success({
    ...rest,
    ...(form.sources !== null && { sources: form.sources }),
    ...(status && { status }),
    ...((past.length > 0 || before?.history) && { history: past.toSorted((a, b) => a.year - b.year) }),
    ...(date?.ok && { left: { date: String(date.value), reason: form.leftReason as LeavingReason } }),
  })
}

type LeavingReason = NonNullable<PersonDraft['left']>['reason']

/** A status with what is filled in; what was recorded as "no" before stays so, what never was is left out. */
function statusOf(form: PersonForm, before: Instructor | null, months: string, leave: string): PersonDraft['status'] {
  const old = before?.status
  const vetoes = form.vetoes
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
  const { unjustifiedAbsence, underInvestigation } = form
  const status = {
    ...(months !== '' && { monthsOnPost: Number(months) }),
    ...(leave !== '' && { leaveMonths: leave }),
    ...((unjustifiedAbsence || old?.unjustifiedAbsence !== undefined) && { unjustifiedAbsence }),
    ...((underInvestigation || old?.underInvestigation !== undefined) && { underInvestigation }),
    ...((vetoes.length > 0 || old?.vetoes) && { vetoes }),
  }
  return old || Object.keys(status).length > 0 ? status : undefined
}

function historyFaults({ history }: PersonForm): ReadonlyMap<number, EntryFault> {
  const faults = new Map<number, EntryFault>()
  history.forEach(({ year, grade }, index) => {
    if (!/^(19|20|21)[0-9]{2}$/.test(typedNumber(year))) faults.set(index, 'not-year')
    else if (grade.trim() === '') faults.set(index, 'grade-missing')
  })
  return faults
}

/** A form with the record that it began from, as it is kept while it is not saved. */
export type HeldForm = { readonly base: Instructor | null; readonly form: PersonForm }

/** Whether a kept draft is one of this form; one of an older app is not. */
export function isHeldForm(value: unknown): value is HeldForm {
  if (typeof value !== 'object' || value === null || !('base' in value) || !('form' in value)) return false
  const { form } = value
  if (typeof form !== 'object' || form === null) return false
  const empty: Readonly<Record<string, unknown>> = formOf(null)
  const held = form as Readonly<Record<string, unknown>>
  const fields = held['fields']
  return (
    Object.entries(empty).every(
      ([key, part]) => key in held && (key === 'sources' || typeof held[key] === typeof part),
    ) &&
    typeof fields === 'object' &&
    fields !== null &&
    PERSON_FIELDS.every(field => field in fields)
  )
}
