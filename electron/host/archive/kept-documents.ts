import { join } from 'node:path'
import { CATALOGUE_JSON } from '#shared/domain/archive/archive-paths.ts'
import type { CatalogueEntry } from '#shared/domain/archive/catalogue.ts'
import { readCatalogue } from '#shared/domain/archive/catalogue-file.ts'
import { destroyedNumbers } from './destroyed-numbers.ts'
import { readArchivedText } from './read-archived-text.ts'

/** An archive's documents but for those destroyed; null where its catalogue cannot be read. */
export async function keptDocuments(folder: string): Promise<readonly CatalogueEntry[] | null> {
  const text = await readArchivedText(join(folder, CATALOGUE_JSON))
  const catalogue = text.ok ? readCatalogue(text.value) : null
  if (!catalogue?.ok) return null
  const destroyed = await destroyedNumbers(folder)
  return catalogue.value.entries.filter(({ number }) => !destroyed.has(number))
}
