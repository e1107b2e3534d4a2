import { rm, writeFile } from 'node:fs/promises'
import { newSlips } from '#electron/host/box/new-slips.ts'
import { proofsOf } from '#electron/host/box/slip-proofs.ts'
import { slipsFile } from '#electron/host/box/slips-text.ts'
import { isDiskError } from '#electron/host/urn/urn-file.ts'
import type { RandomBytes } from '#shared/domain/ballot/random-bytes.ts'
import type { MeetingSetUp } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { createHubBox } from './create-hub-box.ts'
import type { HubDatabase } from './hub-database.ts'
import { HubFailure } from './hub-failure.ts'
import { migrate } from './migrations.ts'

export type MakeFault =
  | { readonly code: 'newer-version' }
  | { readonly code: 'exists' }
  | { readonly code: 'disk'; readonly place: string }
  | { readonly code: 'unreachable'; readonly state: string }

/** Makes an empty box in a database and its slips as a new file; neither without the other. Gives the box's id. */
export async function makeHubBox(
  db: HubDatabase,
  setUp: MeetingSetUp,
  slipsPath: string,
  random: RandomBytes,
): Promise<Result<string, MakeFault>> {
  const slips = newSlips(setUp, random)
  const box = Buffer.from(random(16)).toString('hex')
  let written = false
  try {
    const migrated = await migrate(db)
    if (!migrated.ok) return failure({ code: migrated.error })
    await writeFile(slipsPath, slipsFile(slipsPath, slips), { flag: 'wx', mode: 0o600, flush: true })
    written = true
    await createHubBox(db, { box, setUp, proofs: proofsOf(setUp, slips, box) }, random)
    return success(box)
  } catch (error) {
    if (written) await rm(slipsPath, { force: true })
    if (error instanceof HubFailure) return failure({ code: 'unreachable', state: error.state })
    if (!isDiskError(error)) throw error
    return failure(error.code === 'EEXIST' ? { code: 'exists' } : { code: 'disk', place: error.code ?? '' })
  }
}
