import { lstat, mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { failure, type Result } from '#shared/lib/result.ts'

/**
 * Makes a folder whole or not at all: `build` fills a folder beside it, which is flushed and renamed when everything is
 * there. `exists` where the folder is there already and holds something. On any failure nothing is left. A process that
 * is killed leaves `<beside>.未完成-<pid>`, never anything under the folder's own name; `beside` is the folder itself where it is
 * left out.
 */
export async function buildFolder<T, E>(
  where: string,
  build: (part: string) => Promise<Result<T, E>>,
  beside = where,
): Promise<Result<T, E | 'exists'>> {
  // `archiv/` is the folder itself, not something in it.
  const folder = resolve(where)
  if (await isTaken(folder)) return failure('exists')
  const part = `${resolve(beside)}${UNFINISHED}${process.pid}`
  try {
    await mkdir(dirname(folder), { recursive: true })
    // What lies there is a dead process's that had this one's number.
    await rm(part, { recursive: true, force: true })
    await mkdir(part)
    const built = await build(part)
    if (!built.ok) return await dropped(part, built)
    await syncFolders(part)
    if (!(await putInPlace(part, folder))) return await dropped(part, failure('exists'))
    await syncFolder(dirname(folder))
    return built
  } catch (error) {
    // The first error is the one to tell; this folder cannot be dropped where the disk is gone.
    await dropped(part, null).catch(() => undefined)
    throw error
  }
}

async function dropped<R>(part: string, result: R): Promise<R> {
  await rm(part, { recursive: true, force: true })
  return result
}

const UNFINISHED = '.未完成-'

/** Names of what killed processes left beside a folder; none where nobody can look. */
export async function unfinishedOf(where: string): Promise<string[]> {
  const folder = resolve(where)
  const start = `${basename(folder)}${UNFINISHED}`
  const names = await readdir(dirname(folder)).catch(() => [])
  return names.filter(name => name.startsWith(start)).sort()
}

/** Whether something lies there already: a file, or a folder that holds anything. */
export async function isTaken(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length > 0
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    if (codeOf(error) !== 'ENOTDIR') throw error
    // A file stands there, or above it: then this rejects likewise.
    await lstat(folder)
    return true
  }
}

/** False where something has come to stand there meanwhile. */
async function putInPlace(part: string, folder: string): Promise<boolean> {
  try {
    // Windows does not rename onto a folder, not even onto an empty one.
    await rmdir(folder).catch((error: unknown) => {
      if (codeOf(error) !== 'ENOENT') throw error
    })
    await rename(part, folder)
    return true
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(codeOf(error))) return false
    throw error
  }
}

async function syncFolders(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true }))
    if (entry.isDirectory()) await syncFolders(join(folder, entry.name))
  await syncFolder(folder)
}

/** Flushes a folder's names. Windows opens no folder as a file, and flushes names by itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
