import { join } from 'node:path'
import type { CallOutput } from '#shared/contract/contract.ts'
import { CATALOGUE_JSON } from '#shared/domain/archive/archive-paths.ts'
import { readCatalogue } from '#shared/domain/archive/catalogue-file.ts'
import { dueSeries } from '#shared/domain/archive/due-documents.ts'
import { archivedYears, madeArchives } from './made-archives.ts'
import { readArchivedText } from './read-archived-text.ts'

/** The retention of every archive that lies here, what is due first in front; one whose catalogue cannot be read is left out. */
export async function dueArchives(folderOf: (year: number) => string): Promise<CallOutput<'archive.due'>['series']> {
  const series: CallOutput<'archive.due'>['series'] = []
  for (const year of await archivedYears(folderOf))
    for (const { number, name, folder } of await madeArchives(folderOf(year), year)) {
      const text = await readArchivedText(join(folder, CATALOGUE_JSON))
      const catalogue = text.ok ? readCatalogue(text.value) : null
      if (!catalogue?.ok) continue
      for (const { retention, due, documents, from, to } of dueSeries(catalogue.value.entries))
        series.push({ year, number, name, retention, due, documents, from, to })
    }
  return series.sort((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'))
}
