import { type PlannedSheet, planSheets } from '#electron/host/sheets/plan-sheets.ts'
import type { AnnualScore } from '#shared/domain/score/annual-score.ts'
import { repeatFlags, suggestionFor } from '#shared/domain/score/flags.ts'
import { appraisedText } from '#shared/sheets/appraised-text.ts'
import { oneLine } from '#shared/sheets/paper/text.ts'
import type { YearData } from '#shared/sheets/year-data.ts'
import type { SourcedDocument } from './archive-document.ts'
import { archivedForms } from './archived-forms.ts'
import { documentAuthor } from './document-author.ts'
import { documentDate } from './document-date.ts'

/** A whole year's documents, in the order of their numbers, without pages. */
export function yearDocuments(year: YearData): SourcedDocument[] {
  const forms = archivedForms().map(({ form }) => form.id)
  return documentsOf(year, planSheets(year.evaluation, forms, null))
}

/** The planned sheets that are archived, as documents in the order of their numbers, without pages. */
export function documentsOf(year: YearData, plan: readonly PlannedSheet[]): SourcedDocument[] {
  const { evaluation, score } = year
  const people = new Map(score.people.map(person => [String(person.instructor.id), person]))
  return archivedForms().flatMap(({ form, kind, title, holds }) =>
    plan
      .filter(sheet => sheet.form === form.id)
      .flatMap((sheet): SourcedDocument[] => {
        const person = sheet.instructor === null ? null : (people.get(sheet.instructor) ?? null)
        if (holds && !holds(year, person)) return []
        const whose = person ? `（${oneLine(person.instructor.name)}）` : ''
        const dismissal = form.id === 'renewal-approval' && person !== null && isDismissal(year, person)
        return [
          {
            kind: dismissal ? 'dismissal' : kind,
            title: `${evaluation.year}年度${appraisedText(evaluation)}${title}${whose}`,
            responsible: documentAuthor(form.id, year, person),
            date: documentDate(form.id, year, person),
            pages: 0,
            note: sheet.instructor === null ? '' : `编号 ${sheet.instructor}`,
            source: { kind: 'sheet', sheet },
          },
        ]
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
