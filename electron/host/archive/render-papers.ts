import { threadPool } from '#electron/host/thread-pool.ts'
import type { Definition } from '#shared/sheets/paper/definition.ts'
import type { Rendered } from './papers-worker.ts'

/** The archive's own papers as PDF, in the order given. `worker` is the worker's file, where a bundler moved it. */
export async function renderPapers(
  definitions: readonly Definition[],
  worker?: string | URL,
): Promise<readonly Rendered[]> {
  if (definitions.length === 0) return []
  const pool = threadPool(worker ?? new URL('./papers-worker.ts', import.meta.url), 1)
  try {
    return await pool.run<readonly Rendered[]>('renderAll', definitions)
  } finally {
    await pool.stop()
  }
}
