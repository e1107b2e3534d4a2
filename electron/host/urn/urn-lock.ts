import { realpath } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { failure, type Result, success } from '#shared/lib/result.ts'
import type { UrnFault } from './urn-fault.ts'

/** Holds an urn for this process until it is released or the process ends, however it ends. */
export type UrnLock = { readonly release: () => void }

const SQLITE_BUSY = 5

/**
 * Takes the one lock of an urn, or tells that somebody has it (`in-use`) or that the lock file cannot be made (`disk`).
 *
 * Node has no file locks of its own. SQLite's are the operating system's (fcntl, LockFileEx): they die with the process,
 * also after `kill -9`, so that no stale lock is ever guessed at. The lock file beside the urn stays empty; nothing is stored
 * in it, and it is left behind because removing it could take it from under another process.
 */
export async function lockUrn(path: string): Promise<Result<UrnLock, UrnFault>> {
  const lockPath = `${await realpath(path)}.lock`
  let database: DatabaseSync | null = null
  try {
    database = new DatabaseSync(lockPath, { timeout: 0 })
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database?.close()
    if (!(error instanceof Error && 'errcode' in error && typeof error.errcode === 'number')) throw error
    return failure(error.errcode === SQLITE_BUSY ? { code: 'in-use' } : { code: 'disk', place: 'lock' })
  }
  const held = database
  return success({ release: () => held.close() })
}
