import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import type { Definition } from '#shared/sheets/paper/definition.ts'
import type { Rendered } from './papers-worker.ts'

/** The archive's own papers as PDF, in the order given. `worker` is the worker's file, where a bundler moved it. */
export async function renderPapers(
  definitions: readonly Definition[],
  worker?: string | URL,
): Promise<readonly Rendered[]> {
  if (definitions.length === 0) return []
  const location = worker ?? new URL('./papers-worker.ts', import.meta.url)
  const pool = new Piscina<readonly Definition[], Rendered[]>({
    filename: typeof location === 'string' ? location : fileURLToPath(location),
    name: 'renderAll',
    maxThreads: 1,
  })
  try {
    return await pool.run(definitions)
  } finally {
    await pool.destroy()
  }
}
