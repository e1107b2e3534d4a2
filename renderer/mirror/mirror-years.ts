import { loadYear } from '#renderer/db/repositories/evaluation.ts'
import { watchYears } from '#renderer/db/repositories/years.ts'
import type { Database } from '#renderer/db/schema/database.ts'
import type { YearRow } from '#renderer/db/schema/rows.ts'
import type { HostClient } from '#shared/contract/contract.ts'
import type { ErrorCode } from '#shared/contract/reply.ts'
import { isMirrored, keepMirrorBase, mirrorBase, stateOf } from './mirror-base.ts'
import { packInPieces } from './pack-in-pieces.ts'

export type MirrorTrouble = { readonly year: number; readonly code: ErrorCode; readonly details: readonly string[] }

/** How long a year rests before it is mirrored: a crash of the profile costs less than two seconds of typing. */
const REST = 1000

/**
 * Mirrors every year but the sample, now and after each change, until `signal` aborts. One window at a time does it (a
 * lock of the browser's); when it closes, another goes on. `tell` hears what could not be mirrored, and null when all is
 * well again.
 */
export function mirrorYears(
  database: Database,
  host: HostClient,
  tell: (trouble: MirrorTrouble | null) => void,
  signal: AbortSignal,
): void {
  navigator.locks
    .request('pingyi-mirror', { signal }, () => whileLeading(database, host, tell, signal))
    // The window closed while it waited.
    .catch(() => undefined)
}

async function whileLeading(
  database: Database,
  host: HostClient,
  tell: (trouble: MirrorTrouble | null) => void,
  signal: AbortSignal,
): Promise<void> {
  const done = new Map<number, string>()
  const troubled = new Set<number>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let running = Promise.resolve()
  let rows: readonly YearRow[] = []

  /** What stands with the host already is not written again at every start. */
  const look = async () => {
    const listed = await host.request('years.list', {})
    const standing = new Map((listed.ok ? listed.data.years : []).map(({ year, digest }) => [year, digest]))
    for (const row of rows)
      if (await isMirrored(database, row, standing.get(row.year))) done.set(row.year, stateOf(row))
  }
  let looked = false
  const pass = async () => {
    if (!looked) await look()
    looked = true
    for (const row of rows) {
      const state = stateOf(row)
      if (row.sample || done.get(row.year) === state || signal.aborted) continue
      const trouble = await mirrorYear(database, host, row.year)
      if (trouble) {
        troubled.add(row.year)
        tell(trouble)
        // The same state is not tried again by itself when a person has to choose; a full disk is.
        if (trouble.code === 'changed-elsewhere') done.set(row.year, state)
        else timer ??= setTimeout(again, REST * 10)
      } else {
        done.set(row.year, state)
        if (troubled.delete(row.year) && troubled.size === 0) tell(null)
      }
    }
  }
  const again = () => {
    timer = undefined
    running = running.then(pass).catch(() => undefined)
  }
  const leave = watchYears(database, listed => {
    rows = listed
    timer ??= setTimeout(again, REST)
  })
  await new Promise<void>(resolve => signal.addEventListener('abort', () => resolve(), { once: true }))
  leave()
  clearTimeout(timer)
}

/** One year's mirror as it should be; what hindered it otherwise. */
export async function mirrorYear(
  database: Database,
  host: HostClient,
  year: number,
  force = false,
): Promise<MirrorTrouble | null> {
  const loaded = await loadYear(database, year)
  if (!loaded) return null
  const base = await mirrorBase(database, year)
  const evaluation = await packInPieces(loaded.evaluation)
  const written = await host.request('years.mirror', { evaluation, base, force })
  if (!written.ok) return { year, ...written.error }
  await keepMirrorBase(database, year, written.data.digest, stateOf(loaded.row))
  return null
}
