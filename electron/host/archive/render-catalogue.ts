import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import type { Definition } from '#shared/sheets/paper/definition.ts'

/** The catalogue as PDF. `worker` is the worker's file, where a bundler moved it. */
export async function renderCatalogue(definition: Definition, worker?: string | URL): Promise<Uint8Array> {
  const location = worker ?? new URL('./catalogue-worker.ts', import.meta.url)
  const pool = new Piscina<Definition, Uint8Array>({
    filename: typeof location === 'string' ? location : fileURLToPath(location),
    name: 'renderCatalogue',
    maxThreads: 1,
  })
  try {
    return await pool.run(definition)
  } finally {
    await pool.destroy()
  }
}
