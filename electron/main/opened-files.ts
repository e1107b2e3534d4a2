import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { OpenedFile } from '#electron/host/create-handlers.ts'

const ENDINGS = ['.pingyi', '.pingyi.json']
const MOST_BYTES = 1024 * 1024 * 1024

/** The last argument that names a file of ours: how Windows and Linux open a double-clicked one. */
export function fileArgument(args: readonly string[]): string | null {
  return args.slice(1).findLast(arg => ENDINGS.some(ending => arg.toLowerCase().endsWith(ending))) ?? null
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
        if ((await stat(path)).size > MOST_BYTES) return null
        return { name: basename(path), bytes: new Uint8Array(await readFile(path)) }
      } catch {
        // Moved or removed since: there is nothing to open.
        return null
      }
    },
  }
}
