import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { threadId } from 'node:worker_threads'

/**
 * Writes a whole file or none: beside it first, flushed, then renamed. Not by write-file-atomic, which takes a disk's
 * short write for a whole one and would leave half a PDF under the real name on a full disk. `mode` is a new file's, less the umask. Rejects with the
 * system's error.
 */
export async function writeWholeFile(path: string, bytes: Uint8Array, mode = 0o666): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await placeWholeFile(path, bytes, mode)
  await syncFolder(dirname(path))
}

/**
 * As `writeWholeFile`, in a folder that is there; the file's name survives a power cut only once the folder is synced, which
 * is left to who writes many.
 */
export async function placeWholeFile(path: string, bytes: Uint8Array, mode = 0o666): Promise<void> {
  const part = `${path}.${process.pid}-${threadId}.part`
  try {
    const file = await open(part, 'w', mode)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    throw error
  }
}

/**
 * The new name itself should survive a power cut. As well as it can be had: Windows and some network folders sync no folder,
 * and the file is written by now, whole under one name or the other, whatever a disk says to this.
 */
export async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r')
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
  }
}
