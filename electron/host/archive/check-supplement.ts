import { basename, dirname, join, resolve } from 'node:path'
import { EVALUATION_JSON, SUPPLEMENT_JSON } from '#shared/domain/archive/archive-paths.ts'
import type { CatalogueEntry } from '#shared/domain/archive/catalogue.ts'
import type { Finding } from '#shared/domain/archive/finding.ts'
import { readReferenceNumber } from '#shared/domain/archive/reference-number.ts'
import { readSupplement, type Supplement } from '#shared/domain/archive/supplement.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { readArchivedText } from './read-archived-text.ts'
import { type Original, readOriginal } from './read-original.ts'
import { resultChanges } from './result-changes.ts'

export type SupplementChecked = {
  readonly findings: readonly Finding[]
  /** Null where it cannot be read. */
  readonly supplement: Supplement | null
  /** Whether the archive that it continues lies beside it. */
  readonly found: boolean
}

/**
 * Chains a 补充卷 to the archive that it continues, which is looked for beside it: the manifest's digest, the numbers to
 * go on with, and both figures of everybody must be those of the two archives. The chain goes on by itself: the original
 * is verified as its own.
 */
export async function checkSupplement(folder: string, entries: readonly CatalogueEntry[]): Promise<SupplementChecked> {
  const text = await readArchivedText(join(folder, SUPPLEMENT_JSON))
  const read = text.ok ? readSupplement(text.value) : null
  if (!read?.ok) return { findings: [chain('不是补充卷数据')], supplement: null, found: false }
  const supplement = read.value
  const original = await findOriginal(folder, supplement)
  const findings = original ? await compare(folder, supplement, original, entries) : []
  return { findings, supplement, found: original !== null }
}

function chain(detail: string): Finding {
  return { kind: 'chain', path: SUPPLEMENT_JSON, detail }
}

/** The folder of that name beside the supplement; a name is never a path out of there. */
async function findOriginal(folder: string, { continues }: Supplement): Promise<Original | null> {
  const name = basename(continues.folder)
  if (name !== continues.folder || name === '' || name === '.' || name === '..') return null
  return await readOriginal(join(dirname(resolve(folder)), name))
}

async function compare(
  folder: string,
  supplement: Supplement,
  original: Original,
  entries: readonly CatalogueEntry[],
): Promise<Finding[]> {
  const { continues, lastItems, changes } = supplement
  if (continues.digest !== original.digest) return [chain(`原卷“${continues.folder}”的清单不是当时的清单`)]
  const findings: Finding[] = []
  if (JSON.stringify(sorted(lastItems)) !== JSON.stringify(sorted(original.lastItems)))
    findings.push(chain('接续的件号与原卷不一致'))
  const taken = new Set(original.entries.map(entry => entry.number))
  for (const { number } of entries)
    if (taken.has(number) || readReferenceNumber(number) === null)
      findings.push(chain(`${number}：与原卷档号重复或不合规`))
  const text = await readArchivedText(join(folder, EVALUATION_JSON))
  const evaluation = text.ok ? readEvaluation(text.value) : null
  // What is wrong with the evaluation itself is told elsewhere.
  if (
    evaluation?.ok &&
    original.evaluation !== null &&
    JSON.stringify(resultChanges(original.evaluation, evaluation.value)) !== JSON.stringify(changes)
  )
    findings.push(chain('更正前后的总分或等次与两卷的数据不一致'))
  return findings
}

function sorted(items: Readonly<Record<string, number>>): readonly (readonly [string, number])[] {
  return Object.entries(items).sort(([a], [b]) => (a < b ? -1 : 1))
}
