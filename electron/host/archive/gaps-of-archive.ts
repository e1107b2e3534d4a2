import type { ArchiveGap } from '#shared/domain/archive/archive-gap.ts'
import { archiveGaps, type SignedForm } from '#shared/domain/archive/archive-gaps.ts'
import { signedScans } from '#shared/domain/decision/attached.ts'
import { gapsOf } from '#shared/domain/score/gaps.ts'
import { oneLine } from '#shared/sheets/paper/text.ts'
import { isSignedForm } from '#shared/sheets/scans/signed-forms.ts'
import type { YearData } from '#shared/sheets/year-data.ts'
import { archivedForms } from './archived-forms.ts'
import { yearDocuments } from './documents-of.ts'

/** All that the year's archive would lack. `lost`: attached files that are gone; `assumedFonds` as in `archiveGaps`. */
export function gapsOfArchive(year: YearData, assumedFonds: string | null, lost: readonly string[]): ArchiveGap[] {
  return archiveGaps({ ...year.evaluation, gaps: gapsOf(year.score), assumedFonds, forms: signedForms(year), lost })
}

function signedForms(year: YearData): SignedForm[] {
  const key = (form: string, instructor: string | null) => JSON.stringify([form, instructor])
  const signed = new Set(signedScans(year.evaluation.attached).map(scan => key(scan.form, scan.instructor ?? null)))
  const names = new Map(year.evaluation.instructors.map(person => [String(person.id), oneLine(person.name)]))
  const sheets = yearDocuments(year).flatMap(({ source }) => (source.kind === 'sheet' ? [source.sheet] : []))
  return archivedForms().flatMap(({ form, title }): SignedForm[] => {
    const own = isSignedForm(form.id) ? sheets.filter(sheet => sheet.form === form.id) : []
    if (own.length === 0) return []
    const unsigned = own.filter(sheet => !signed.has(key(sheet.form, sheet.instructor)))
    return [
      {
        title,
        unsigned: unsigned.map(sheet => (sheet.instructor === null ? '' : (names.get(sheet.instructor) ?? ''))),
        signed: own.length - unsigned.length,
      },
    ]
  })
}
