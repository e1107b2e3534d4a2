import { join } from 'node:path'
import { CATALOGUE_JSON, EVALUATION_JSON, MANIFEST, SUPPLEMENT_JSON } from '#shared/domain/archive/archive-paths.ts'
import type { CatalogueEntry } from '#shared/domain/archive/catalogue.ts'
import { readCatalogue } from '#shared/domain/archive/catalogue-file.ts'
import { readReferenceNumber } from '#shared/domain/archive/reference-number.ts'
import { readSupplement } from '#shared/domain/archive/supplement.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { destroyedNumbers } from './destroyed-numbers.ts'
import { readArchivedText } from './read-archived-text.ts'
import { sha256 } from './sha256.ts'

/** What a supplement needs of the archive that it continues. */
export type Original = {
  readonly digest: string
  readonly entries: readonly CatalogueEntry[]
  /** Null where it was destroyed with the last document. */
  readonly evaluation: Evaluation | null
  /** The last 件号 of each retention, those of the archives before it included. */
  readonly lastItems: Readonly<Record<string, number>>
}

/** Reads the archive in a folder; null where one of its files is missing or cannot be read. */
export async function readOriginal(folder: string): Promise<Original | null> {
  const manifest = await readArchivedText(join(folder, MANIFEST))
  const catalogueText = await readArchivedText(join(folder, CATALOGUE_JSON))
  const evaluationText = await readArchivedText(join(folder, EVALUATION_JSON))
  if (!manifest.ok || !catalogueText.ok) return null
  if (!evaluationText.ok && (await destroyedNumbers(folder)).size === 0) return null
  const catalogue = readCatalogue(catalogueText.value)
  const evaluation = evaluationText.ok ? readEvaluation(evaluationText.value) : null
  if (!catalogue.ok || evaluation?.ok === false) return null
  const { entries } = catalogue.value
  const supplementText = await readArchivedText(join(folder, SUPPLEMENT_JSON))
  const supplement = supplementText.ok ? readSupplement(supplementText.value) : null
  const lastItems: Record<string, number> = { ...(supplement?.ok ? supplement.value.lastItems : {}) }
  for (const { number } of entries) {
    const parts = readReferenceNumber(number)
    if (parts) lastItems[parts.retention] = Math.max(lastItems[parts.retention] ?? 0, parts.item)
  }
  return { digest: sha256(manifest.value), entries, evaluation: evaluation?.value ?? null, lastItems }
}
