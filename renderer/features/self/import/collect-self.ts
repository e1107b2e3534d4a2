import type { IncomingFile } from '#renderer/collect/incoming-file.ts'
import type { OnlineFile } from '#renderer/collect/online/online-file.ts'
import { attachmentFault } from '#renderer/collect/use-attachments.ts'
import type { ReadFile } from '#renderer/collect/use-read-forms.ts'
import { personLabels } from '#renderer/strings/person-labels.ts'
import { SELF } from '#renderer/strings/self.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { Scheme, SelfComponent } from '#shared/domain/scheme/scheme.ts'
import { personInPath } from '#shared/domain/self/form/find-person.ts'
import { formFaultWords, formProblemWords } from '#shared/domain/self/form/form-fault-words.ts'
import { mergeSelf, readSelfForm, type SelfReading } from '#shared/domain/self/form/read-self-form.ts'
import type { SelfAssessment, SelfDraft } from '#shared/domain/self/self.ts'
import type { SelfCells } from '#shared/domain/self/self-entry.ts'

/** What came in for one person. */
export type CollectedSelf = {
  readonly instructor: Instructor
  readonly form: {
    readonly path: string
    readonly read: SelfDraft | null
    /** Scores that wait for others that could not be read. */
    readonly held?: SelfCells
  } | null
  /** Files to keep with the record. */
  readonly files: readonly IncomingFile[]
  /** Files that are still at the hub. */
  readonly online?: readonly OnlineFile[]
  readonly state: 'fresh' | 'updated' | 'same' | 'nothing'
  /** Whether what was read is all that is to stand; otherwise what it leaves blank stays as it was. */
  readonly whole?: boolean
  /** What differs from what is there, in words. */
  readonly changes?: string
}

export type CollectedProblem = { readonly path: string; readonly name: string; readonly words: string }

/** A file that found nobody; it may be given to somebody as an attachment where `keepable`. */
export type UnknownFile = { readonly incoming: IncomingFile; readonly why: string; readonly keepable: boolean }

export type Collected = {
  readonly people: readonly CollectedSelf[]
  readonly problems: readonly CollectedProblem[]
  readonly unknown: readonly UnknownFile[]
}

type Context = {
  readonly year: number
  readonly instructors: readonly Instructor[]
  readonly component: SelfComponent
  readonly scheme: Scheme
  readonly self: readonly SelfAssessment[]
  /** Unknown files that a person gave to somebody, by path. */
  readonly given: ReadonlyMap<string, string>
}

/** The files that came in by person, in the roster's order; what needs a person; what found nobody. */
export function collectSelf(files: readonly ReadFile[], context: Context): Collected {
  const forms = new Map<string, { readonly path: string; readonly reading: SelfReading }>()
  const attached = new Map<string, IncomingFile[]>()
  const problems: CollectedProblem[] = []
  const unknown: UnknownFile[] = []
  const labels = personLabels(context.instructors)
  const attach = (id: string, incoming: IncomingFile) => attached.set(id, [...(attached.get(id) ?? []), incoming])
  for (const file of files) {
    const { path } = file
    const given = context.given.get(path)
    if (given !== undefined) attach(given, file)
    if (file.kind === 'other') {
      const found = personInPath(context.instructors, path)
      const fault = attachmentFault(file.file)
      if (found.ok && fault === null) attach(found.value.id, file)
      else {
        const why =
          fault ?? (found.ok || found.error.code === 'no-person' ? SELF.preview.notNamed : formFaultWords(found.error))
        unknown.push({ incoming: file, why, keepable: fault === null })
      }
      continue
    }
    const reading = file.kind === 'workbook' ? readSelfForm(file.sheets, context) : null
    if (file.kind === 'unread' || !reading?.ok) {
      const why = file.kind === 'unread' ? file.why : reading && !reading.ok ? formFaultWords(reading.error) : ''
      unknown.push({ incoming: file, why, keepable: attachmentFault(file.file) === null })
      continue
    }
    const { person } = reading.value
    const told = reading.value.problems.map(problem => ({
      path,
      name: labels.get(person?.id ?? '') ?? '',
      words: formProblemWords(problem),
    }))
    const first = person ? forms.get(person.id)?.path : undefined
    if (!person) unknown.push({ incoming: file, why: told[0]?.words ?? '', keepable: true })
    else if (first !== undefined)
      unknown.push({
        incoming: file,
        why: SELF.preview.second(labels.get(person.id) ?? person.name, first),
        keepable: true,
      })
    else {
      problems.push(...told)
      forms.set(person.id, { path, reading: reading.value })
    }
  }
  const people = context.instructors.flatMap((instructor): readonly CollectedSelf[] => {
    const form = forms.get(instructor.id)
    const own = attached.get(instructor.id) ?? []
    if (!form && own.length === 0) return []
    const before = context.self.find(record => record.instructor === instructor.id)
    const read = form?.reading.record ?? null
    return [
      {
        instructor,
        form: form ? { path: form.path, read, held: form.reading.held } : null,
        files: own,
        state: stateOf(before, read, own),
      },
    ]
  })
  return { people, problems, unknown }
}

function stateOf(
  before: SelfAssessment | undefined,
  read: SelfDraft | null,
  files: readonly IncomingFile[],
): CollectedSelf['state'] {
  if (!read && files.length === 0) return 'nothing'
  if (!before) return 'fresh'
  const changed = read !== null && !isSameSelf(mergeSelf(before, read), before)
  return changed || files.length > 0 ? 'updated' : 'same'
}

/** Whether two records say the same, whatever the order of their keys. */
export function isSameSelf(a: SelfDraft, b: SelfDraft): boolean {
  const sorted = (_: string, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([x], [y]) => (x < y ? -1 : 1)))
      : value
  return JSON.stringify(a, sorted) === JSON.stringify(b, sorted)
}
