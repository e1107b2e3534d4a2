import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

export type Walked = {
  /** Relative paths with `/`, sorted. */
  readonly files: readonly string[]
  /** Links, sockets, devices …: never followed or opened. */
  readonly oddities: readonly string[]
  readonly emptyFolders: readonly string[]
  /** Folders that could not be read, with the system's reason. */
  readonly unreadable: ReadonlyMap<string, string>
}

/** Everything in a folder. Links are not followed: an archive that points elsewhere is not whole. Rejects where the folder itself cannot be read. */
export async function walkFolder(folder: string): Promise<Walked> {
  const files: string[] = []
  const oddities: string[] = []
  const emptyFolders: string[] = []
  const unreadable = new Map<string, string>()
  const walk = async (inside: string): Promise<void> => {
    const entries = await readdir(join(folder, inside), { withFileTypes: true })
    if (entries.length === 0 && inside !== '') emptyFolders.push(inside)
    for (const entry of entries) {
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`
      if (entry.isFile()) files.push(path)
      else if (!entry.isDirectory()) oddities.push(path)
      else await walk(path).catch((error: NodeJS.ErrnoException) => unreadable.set(path, error.code ?? String(error)))
    }
  }
  await walk('')
  return { files: files.sort(), oddities: oddities.sort(), emptyFolders: emptyFolders.sort(), unreadable }
}
