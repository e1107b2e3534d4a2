import { planSheets } from '#electron/host/sheets/plan-sheets.ts'
import type { Supplement } from '#shared/domain/archive/supplement.ts'
import { appraisedText } from '#shared/sheets/appraised-text.ts'
import { supplementNote, supplementTitle } from '#shared/sheets/archive-papers/supplement-note.ts'
import { oneLine } from '#shared/sheets/paper/text.ts'
import type { YearData } from '#shared/sheets/year-data.ts'
import type { SourcedDocument } from './archive-document.ts'
import { documentsOf } from './documents-of.ts'

/** The forms of people that a correction makes anew, and the list of everybody. */
const PERSONAL = ['evaluation-record', 'renewal-approval', 'score-statement', 'result-notice']
const YEARLY = ['result-list', 'award-list']

/** A supplement's documents: the review's record with both figures, the corrected sheets of those concerned, the lists. */
export function supplementDocuments(
  year: YearData,
  supplement: Omit<Supplement, 'format' | 'version'>,
): SourcedDocument[] {
  const { evaluation } = year
  const people = supplement.changes.map(change => change.instructor)
  // Files that came later change no list.
  const yearly = people.length === 0 ? [] : YEARLY
  const plan = [...planSheets(evaluation, yearly, null), ...planSheets(evaluation, PERSONAL, people)]
  const note: SourcedDocument = {
    kind: 'result',
    title: `${evaluation.year}年度${appraisedText(evaluation)}考评${supplementTitle(supplement.changes)}`,
    responsible: oneLine(evaluation.organiser),
    date: supplement.date,
    pages: 0,
    note: '补充卷',
    source: { kind: 'paper', definition: supplementNote(year, supplement) },
  }
  return [note, ...documentsOf(year, plan).map(document => ({ ...document, note: noteOf(document.note) }))]
}

function noteOf(note: string): string {
  return note === '' ? '更正' : `${note}，更正`
}
