import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MANIFEST } from '#shared/domain/archive/archive-paths.ts'
import type { FolderContent } from '#shared/domain/archive/compare-files.ts'
import { hashFile } from './sha256.ts'
import { type Walked, walkFolder } from './walk-folder.ts'

export type ArchiveFolder = FolderContent & {
  /** The manifest's text; null where there is none that can be read. */
  readonly manifest: string | null
  readonly files: readonly string[]
}

export type FolderProgress = (progress: {
  readonly done: number
  readonly total: number
  readonly file: string
}) => void

/** Reads and hashes everything in a folder, one piece of one file in memory at a time. Rejects where the folder cannot be read. */
export async function readFolder(
  folder: string,
  onProgress: FolderProgress = () => undefined,
  signal?: AbortSignal,
): Promise<ArchiveFolder> {
  const walked = await walkFolder(folder)
  const paths = walked.files.filter(path => path !== MANIFEST)
  const hashes = new Map<string, string>()
  const emptyFiles = new Set<string>()
  const unreadable = new Map(walked.unreadable)
  for (const [index, path] of paths.entries()) {
    try {
      const { hash, size } = await hashFile(join(folder, path), signal)
      hashes.set(path, hash)
      if (size === 0) emptyFiles.add(path)
    } catch (error) {
      if (signal?.aborted) throw error
      unreadable.set(path, reasonOf(error))
    }
    onProgress({ done: index + 1, total: paths.length, file: path })
  }
  const manifest = await readManifestFile(folder, walked, unreadable)
  const { files, oddities, emptyFolders } = walked
  return { manifest, files, hashes, emptyFiles, unreadable, oddities, emptyFolders }
}

async function readManifestFile(
  folder: string,
  walked: Walked,
  unreadable: Map<string, string>,
): Promise<string | null> {
  if (!walked.files.includes(MANIFEST)) return null
  try {
    return await readFile(join(folder, MANIFEST), 'utf8')
  } catch (error) {
    unreadable.set(MANIFEST, reasonOf(error))
    return null
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
