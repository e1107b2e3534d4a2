import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { forms } from '#shared/sheets/forms.ts'
import { safeFileName } from './safe-file-name.ts'

/** One file to print. */
export type PlannedSheet = {
  readonly form: string
  /** Whose; null for a form of the whole year. */
  readonly instructor: string | null
  /** Relative to the job's folder, with `/`. */
  readonly file: string
}

/**
 * The files that these forms (ids) of these people (ids, null for all) make, in the order of `forms` and of the roster:
 * `年度考评登记表/001 王某某 i01.pdf`, and `结果名册.pdf` at the top. A form of the year holds everybody, whoever is chosen.
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
  return forms
    .filter(form => formIds.includes(form.id))
    .flatMap((form): PlannedSheet[] =>
      form.per === 'year'
        ? [{ form: form.id, instructor: null, file: `${safeFileName(form.title)}.pdf` }]
        : people.map(({ person, number }) => ({
            form: form.id,
            instructor: person.id,
            file: `${safeFileName(form.title)}/${number} ${safeFileName(person.name)} ${safeFileName(person.id)}.pdf`,
          })),
    )
}
