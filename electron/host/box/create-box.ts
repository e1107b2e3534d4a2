import { rm, writeFile } from 'node:fs/promises'
import { createUrn } from '#electron/host/urn/create-urn.ts'
import type { UrnFault } from '#electron/host/urn/urn-fault.ts'
import { isDiskError, openUrnFile } from '#electron/host/urn/urn-file.ts'
import type { RandomBytes } from '#shared/domain/ballot/random-bytes.ts'
import type { MeetingSetUp } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { newSlips, type Slip } from './new-slips.ts'
import { proofsOf } from './slip-proofs.ts'
import { slipsFile } from './slips-text.ts'

/** `slips` null: the codes go into no file at all. */
export type BoxPaths = { readonly urn: string; readonly slips: string | null }

/**
 * Makes an empty urn and its slips, as two new files: the urn holds only the slips' keyed hashes, the slips file only
 * group and code in random order. Where either cannot be written, neither is left.
 */
export async function createBox(
  setUp: MeetingSetUp,
  paths: BoxPaths,
  random: RandomBytes,
): Promise<Result<readonly Slip[], UrnFault>> {
  const slips = newSlips(setUp, random)
  const box = Buffer.from(random(16)).toString('hex')
  const proofs = proofsOf(setUp, slips, box)
  const written: string[] = []
  try {
    // The slips first: they are small, and a name that is taken is found before a large file is filled.
    if (paths.slips !== null) {
      await writeFile(paths.slips, slipsFile(paths.slips, slips), { flag: 'wx', mode: 0o600, flush: true })
      written.push(paths.slips)
    }
    const file = await openUrnFile(paths.urn, { create: true })
    written.push(paths.urn)
    try {
      await createUrn(file, { box, setUp, proofs }, random)
    } finally {
      await file.close()
    }
    return success(slips)
  } catch (error) {
    for (const path of written) await rm(path, { force: true })
    if (!isDiskError(error)) throw error
    return failure(error.code === 'EEXIST' ? { code: 'exists', place: error.path ?? '' } : disk(error))
  }
}

function disk(error: NodeJS.ErrnoException): UrnFault {
  return { code: 'disk', place: error.code ?? '' }
}
