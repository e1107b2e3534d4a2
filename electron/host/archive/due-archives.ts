import type { CallOutput } from '#shared/contract/contract.ts'
import { dueSeries } from '#shared/domain/archive/due-documents.ts'
import { keptDocuments } from './kept-documents.ts'
import { archivedYears, madeArchives } from './made-archives.ts'
import { unfinishedDestruction } from './unfinished-destruction.ts'

/**
 * The retention of every archive that lies here, what is due first in front (one whose catalogue cannot be read is left out),
 * and where a destruction was interrupted.
 */
export async function dueArchives(folderOf: (year: number) => string): Promise<CallOutput<'archive.due'>> {
  const series: CallOutput<'archive.due'>['series'] = []
  const unfinished: CallOutput<'archive.due'>['unfinished'] = []
  for (const year of await archivedYears(folderOf))
    for (const { number, name, folder } of await madeArchives(folderOf(year), year)) {
      const kept = await keptDocuments(folder)
      for (const { retention, due, documents, from, to } of dueSeries(kept ?? []))
        series.push({ year, number, name, retention, due, documents, from, to })
      const files = await unfinishedDestruction(folder)
      if (files > 0) unfinished.push({ year, number, name, files })
    }
  return { series: series.sort((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999')), unfinished }
}
