import { saveEvaluation } from '#renderer/db/repositories/evaluation.ts'
import type { Database } from '#renderer/db/schema/database.ts'
import type { HostClient } from '#shared/contract/contract.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { keepMirrorBase } from './mirror-base.ts'

/**
 * Puts the mirror of a year, or an earlier `version` of it, in the place of what the tables hold, which goes to the
 * removed years. `at` is ISO 8601. False where it cannot be read; nothing was changed then.
 */
export async function takeMirror(
  database: Database,
  host: HostClient,
  year: number,
  version: string | null,
  at: string,
): Promise<boolean> {
  const mirror = await host.request('years.read', { year, version })
  const read = mirror.ok ? readEvaluation(mirror.data.evaluation) : null
  if (!mirror.ok || !read?.ok || read.value.year !== year) return false
  const saved = await saveEvaluation(database, read.value, { sample: false, importedAt: at, replace: true })
  if (saved.ok && version === null) await keepMirrorBase(database, year, mirror.data.digest)
  return saved.ok
}
