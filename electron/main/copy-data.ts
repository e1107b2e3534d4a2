import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { copyName } from './words.ts'

/** What a copy of the data holds. Never the boxes: an old copy of an urn is a danger to the vote (PROMISES.md). */
const COPIED = ['years', 'attachments'] as const

/**
 * Copies the years and what is attached to them into a new folder of `target` and resolves to it. Rejects with the system's
 * error; then nothing half-copied is left.
 */
export async function copyData(data: string, target: string, at: Date): Promise<string> {
  const time = new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString()
  const folder = join(target, copyName(time.slice(0, 19).replaceAll(':', '').replace('T', '-')))
  try {
    for (const name of COPIED)
      await cp(join(data, name), join(folder, name), { recursive: true, errorOnExist: true, force: false }).catch(
        (error: NodeJS.ErrnoException) => {
          // A year without attachments has no such folder.
          if (error.code !== 'ENOENT') throw error
        },
      )
    return folder
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}
