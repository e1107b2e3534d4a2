import type { CallOutput } from '#shared/contract/contract.ts'
import { dueSeries } from '#shared/domain/archive/due-documents.ts'
import { keptDocuments } from './kept-documents.ts'
import { archivedYears, madeArchives } from './made-archives.ts'

/** The retention of every archive that lies here, what is due first in front; one whose catalogue cannot be read is left out. */
export async function dueArchives(folderOf: (year: number) => string): Promise<CallOutput<'archive.due'>['series']> {
  const series: CallOutput<'archive.due'>['series'] = []
  for (const year of await archivedYears(folderOf))
    for (const { number, name, folder } of await madeArchives(folderOf(year), year)) {
      const kept = await keptDocuments(folder)
      for (const { retention, due, documents, from, to } of dueSeries(kept ?? []))
        series.push({ year, number, name, retention, due, documents, from, to })
    }
  return series.sort((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'))
}
