import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

/**
 * Keeps what Node makes of our code and the libraries', so that a later start need not make it again; it was a third of a
 * start. To be called before they are imported. Beside the code, not in the system's temporary folder: whoever can write
 * there could put other code in its place.
 */
export function keepCompiledCode(): void {
  // Set from outside, it is in force already.
  if (process.env['NODE_COMPILE_CACHE'] !== undefined) return
  const folder = fileURLToPath(new URL('../../node_modules/.cache/pingyi', import.meta.url))
  enableCompileCache(folder)
  // The workers' way to the same folder.
  process.env['NODE_COMPILE_CACHE'] = folder
}
