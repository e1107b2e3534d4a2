import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { Form } from '#shared/sheets/form.ts'
import { forms } from '#shared/sheets/forms.ts'
import type { ArchiveStamp } from '#shared/sheets/paper/definition.ts'
import { type YearData, yearData } from '#shared/sheets/year-data.ts'
import { safeFileName } from './safe-file-name.ts'

/** One file to print. */
export type PlannedSheet = {
  readonly form: string
  /** Whose; null for a form of the whole year. */
  readonly instructor: string | null
  /** Relative to the job's folder, with `/`. */
  readonly file: string
  /** The archive's stamp, where the sheet is printed for it. */
  readonly stamp?: ArchiveStamp
}

/**
 * The files that these forms (ids) of these people (ids, null for all) make, in the order of `forms` and of the roster:
 * `年度考评登记表/001 王某某 i01.pdf`, and `结果名册.pdf` at the top. A form of the year holds everybody, whoever is chosen;
 * where nobody is named, a form that concerns only some people is theirs alone.
 */
export function planSheets(
  evaluation: Evaluation,
  formIds: readonly string[],
  instructors: readonly string[] | null,
): PlannedSheet[] {
  const chosen = instructors === null ? null : new Set(instructors)
  const digits = Math.max(3, String(evaluation.instructors.length).length)
  const people = evaluation.instructors
    .map((person, index) => ({ person, number: String(index + 1).padStart(digits, '0') }))
    .filter(({ person }) => chosen === null || chosen.has(person.id))
  const year = lazily(() => yearData(evaluation))
  return forms
    .filter(form => formIds.includes(form.id))
    .flatMap((form): PlannedSheet[] =>
      form.per === 'year'
        ? [{ form: form.id, instructor: null, file: `${safeFileName(form.title)}.pdf` }]
        : people
            .filter(({ person }) => chosen !== null || concerns(form, person, year))
            .map(({ person, number }) => ({
              form: form.id,
              instructor: person.id,
              file: `${safeFileName(form.title)}/${number} ${safeFileName(person.name)} ${safeFileName(person.id)}.pdf`,
            })),
    )
}

function concerns(form: Form, person: Instructor, year: () => YearData): boolean {
  if (form.per === 'year' || !form.concerns) return true
  const score = year().score.people.find(each => each.instructor.id === person.id)
  return score !== undefined && form.concerns(year(), score)
}

/** A year is scored only where a form asks for it, and once. */
function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
