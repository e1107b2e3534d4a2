import type { RandomBytes } from '#shared/domain/ballot/random-bytes.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import type { BallotStore } from './ballot-store.ts'
import { readPreamble } from './read-preamble.ts'
import { readUrn } from './read-urn.ts'
import { recoverUrn } from './recover-urn.ts'
import { secureRandom } from './secure-random.ts'
import { urnStore } from './urn.ts'
import type { UrnFault } from './urn-fault.ts'
import { isDiskError, openUrnFile, type UrnFile } from './urn-file.ts'
import { lockUrn } from './urn-lock.ts'

/**
 * Opens the urn at a path for this process alone, put right (`recoverUrn`) and ready; nobody else has it until it is
 * released. A file that is no urn is not touched, nor is a lock put beside it. `thread`: where people will vote, the file of the
 * thread that writes it (see `openUrnFile`).
 */
export async function openUrn(path: string, thread?: string | URL): Promise<Result<BallotStore, UrnFault>> {
  let file: UrnFile | null = null
  try {
    file = await openUrnFile(path, { create: false, thread })
    const store = await openLocked(path, file)
    if (!store.ok) await file.close()
    return store
  } catch (error) {
    await file?.close()
    return failure(diskFault(error))
  }
}

async function openLocked(path: string, file: UrnFile): Promise<Result<BallotStore, UrnFault>> {
  const preamble = await readPreamble(file)
  if (!preamble.ok) return preamble
  const lock = await lockUrn(path)
  if (!lock.ok) return lock
  const close = async () => {
    await file.close()
    lock.value.release()
  }
  const store = await openUrnOn({ ...file, close }, secureRandom)
  if (!store.ok) lock.value.release()
  return store
}

/** Opens the urn in a file that is already this process's own. A disk's error is a fault here too. */
export async function openUrnOn(file: UrnFile, random: RandomBytes): Promise<Result<BallotStore, UrnFault>> {
  try {
    const urn = await readUrn(file, random)
    if (!urn.ok) return urn
    await recoverUrn(urn.value)
    return success(urnStore(urn.value))
  } catch (error) {
    return failure(diskFault(error))
  }
}

/** The fault that a disk's error is; any other error is a bug and goes on. */
function diskFault(error: unknown): UrnFault {
  if (!isDiskError(error)) throw error
  if (error.code === 'ENOENT') return { code: 'not-found' }
  return error.code === 'EISDIR' ? { code: 'not-an-urn' } : { code: 'disk', place: error.code ?? '' }
}
