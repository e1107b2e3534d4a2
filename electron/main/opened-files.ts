import { readFile, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { OpenedFile } from '#electron/host/create-handlers.ts'

const ENDINGS = ['.pingyi', '.pingyi.json']
const MOST_BYTES = 1024 * 1024 * 1024

/**
 * The last argument that names a file of ours: how Windows and Linux open a double-clicked one. `folder` is where the program
 * was started, which is another's for a second start. Linux hands over a `file:` URL.
 */
export function fileArgument(args: readonly string[], folder: string): string | null {
  const paths = args.slice(1).flatMap(arg => (arg.startsWith('-') ? [] : (pathOf(arg) ?? [])))
  const path = paths.findLast(each => ENDINGS.some(ending => each.toLowerCase().endsWith(ending)))
  return path === undefined ? null : resolve(folder, path)
}

function pathOf(argument: string): string | null {
  if (!argument.startsWith('file:')) return argument
  try {
    return fileURLToPath(argument)
  } catch {
    return null
  }
}

export type OpenedFiles = {
  readonly offer: (path: string | null) => void
  readonly take: () => Promise<OpenedFile | null>
}

/** The file that waits for the page; a newer one takes its place. */
export function createOpenedFiles(told: () => void): OpenedFiles {
  let waiting: string | null = null
  return {
    offer: path => {
      if (path === null) return
      waiting = path
      told()
    },
    take: async () => {
      const path = waiting
      waiting = null
      if (path === null) return null
      try {
        const found = await stat(path)
        if (!found.isFile() || found.size > MOST_BYTES) return null
        return { name: basename(path), bytes: new Uint8Array(await readFile(path)) }
      } catch {
        // Moved or removed since: there is nothing to open.
        return null
      }
    },
  }
}
