import { saveEvaluation } from '#renderer/db/repositories/evaluation.ts'
import { listYears } from '#renderer/db/repositories/years.ts'
import type { Database } from '#renderer/db/schema/database.ts'
import type { HostClient } from '#shared/contract/contract.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { keepMirrorBase } from './mirror-base.ts'

export type Restored = { readonly years: readonly number[]; readonly damaged: readonly number[] }

/**
 * Brings back every year that the host has mirrored and the tables do not hold: the profile was wiped, broke, or is new.
 * A removed year has no mirror. A mirror that cannot be read is named and left alone.
 */
export async function restoreYears(database: Database, host: HostClient, now: () => Date): Promise<Restored> {
  const listed = await host.request('years.list', {})
  if (!listed.ok) return { years: [], damaged: [] }
  const here = new Set((await listYears(database)).map(row => row.year))
  const years: number[] = []
  const damaged: number[] = []
  for (const { year } of listed.data.years) {
    if (here.has(year)) continue
    const mirror = await host.request('years.read', { year, version: null })
    const read = mirror.ok ? readEvaluation(mirror.data.evaluation) : null
    if (!mirror.ok || !read?.ok || read.value.year !== year) {
      damaged.push(year)
      continue
    }
    const importedAt = now().toISOString()
    const saved = await saveEvaluation(database, read.value, { sample: false, importedAt, replace: false })
    if (!saved.ok) continue
    await keepMirrorBase(database, year, mirror.data.digest)
    years.push(year)
  }
  return { years, damaged }
}
