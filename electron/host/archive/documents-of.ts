import type { PrintedSheet } from '#shared/contract/sheets.ts'
import type { ArchiveDocument } from '#shared/domain/archive/catalogue.ts'
import type { AnnualScore } from '#shared/domain/score/annual-score.ts'
import { repeatFlags, suggestionFor } from '#shared/domain/score/flags.ts'
import { oneLine } from '#shared/sheets/paper/text.ts'
import type { YearData } from '#shared/sheets/year-data.ts'
import { archivedForms } from './archived-forms.ts'

/** A document and the printed sheet that it is, relative to the printer's folder. */
export type PrintedDocument = ArchiveDocument & { readonly printed: string }

/** The printed sheets as documents, in the order of their numbers: the year's own forms first, then people's. */
export function documentsOf(year: YearData, printed: readonly PrintedSheet[]): PrintedDocument[] {
  const { evaluation, score, date } = year
  const people = new Map(score.people.map(person => [String(person.instructor.id), person]))
  return archivedForms().flatMap(({ form, kind, title }) =>
    printed
      .filter(sheet => sheet.form === form.id)
      .map((sheet): PrintedDocument => {
        const person = sheet.instructor === null ? undefined : people.get(sheet.instructor)
        const whose = person ? `（${oneLine(person.instructor.name)}）` : ''
        const dismissal = form.id === 'renewal-approval' && person !== undefined && isDismissal(year, person)
        return {
          kind: dismissal ? 'dismissal' : kind,
          title: `${evaluation.year}年度集体协商指导员${title}${whose}`,
          responsible: oneLine(evaluation.organiser),
          date,
          pages: sheet.pages,
          note: sheet.instructor === null ? '' : `编号 ${sheet.instructor}`,
          printed: sheet.file,
        }
      }),
  )
}

/** Whether the decided grade, or the proposed one where none is decided, leads to dismissal. Source: SCORING.md rule 12. */
function isDismissal({ evaluation, decisions }: YearData, { instructor, proposed }: AnnualScore): boolean {
  const { scheme } = evaluation
  const decision = decisions.get(instructor.id)
  const grade = decision ? (scheme.grades.find(each => each.id === decision.final) ?? null) : proposed
  return suggestionFor(grade, repeatFlags(instructor, grade, evaluation.year, scheme)).includes('dismiss')
}
