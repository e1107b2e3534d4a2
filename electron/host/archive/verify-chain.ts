import { basename, dirname, join, resolve } from 'node:path'
import type { Result } from '#shared/lib/result.ts'
import { type Verified, type VerifyOptions, verifyArchive } from './verify-archive.ts'

/** Nobody corrects a year a hundred times: a longer chain is a circle. */
const MOST_ARCHIVES = 100

export type ChainVerified = Verified & {
  /** The archives before a 补充卷 that lay beside it and were verified too, the nearest first. */
  readonly chain: readonly string[]
}

/**
 * Checks an archive, and where it is a 补充卷 the archives that it continues, as far as they lie beside it. What is wrong
 * with an earlier one is told under its folder's name: `../2026年度归档/data/results.json`.
 */
export async function verifyChain(
  folder: string,
  options: VerifyOptions = {},
): Promise<Result<ChainVerified, 'not-an-archive'>> {
  const first = await verifyArchive(folder, options)
  if (!first.ok) return first
  const beside = dirname(resolve(folder))
  const findings = [...first.value.findings]
  const chain: string[] = []
  const seen = new Set([basename(resolve(folder))])
  let next = first.value.supplement
  while (next?.found && !seen.has(next.folder) && chain.length < MOST_ARCHIVES) {
    const name = next.folder
    seen.add(name)
    const earlier = await verifyArchive(join(beside, name), options)
    if (!earlier.ok) break
    chain.push(name)
    findings.push(...earlier.value.findings.map(finding => ({ ...finding, path: `../${name}/${finding.path}` })))
    next = earlier.value.supplement
  }
  return { ok: true, value: { ...first.value, findings, chain } }
}
