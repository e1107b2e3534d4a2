import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/** What `stat` says of a file and may say of a vote. ctime cannot be set by any program; it is told, not judged. */
export type FileFacts = {
  readonly size: number
  readonly mtimeMs: number
  readonly birthtimeMs: number
  readonly ctimeMs: number
  readonly ino: number
}

/** All that a thief of the computer gets at one moment: each file's bytes and facts, by its path in the folder. */
export type Evidence = {
  readonly files: ReadonlyMap<string, Buffer>
  readonly facts: ReadonlyMap<string, FileFacts>
}

/** Every file below a folder with its bytes and facts, by path with `/`. */
export async function collectEvidence(folder: string): Promise<Evidence> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = new Map<string, Buffer>()
  const facts = new Map<string, FileFacts>()
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const name = relative(folder, path).split(sep).join('/')
    // The facts first: reading sets a file's atime.
    const { size, mtimeMs, birthtimeMs, ctimeMs, ino } = await stat(path)
    facts.set(name, { size, mtimeMs, birthtimeMs, ctimeMs, ino })
    files.set(name, await readFile(path))
  }
  return { files, facts }
}

/** The same evidence with one more thing, e.g. what a process has said. */
export function withFile(evidence: Evidence, name: string, bytes: Uint8Array): Evidence {
  return { ...evidence, files: new Map([...evidence.files, [name, Buffer.from(bytes)]]) }
}
