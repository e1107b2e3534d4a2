import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import type { prepare, verify, verifyOne } from './check-worker.ts'

/** `check-worker.ts` run in a thread that lives as long as the work. `worker` is its file, where a bundler moved it. */
export function checkInWorker(worker?: string | URL): {
  readonly verify: typeof verify
  readonly verifyOne: typeof verifyOne
  readonly prepare: typeof prepare
} {
  return {
    verify: folder => runOnce(worker, 'verify', folder),
    verifyOne: folder => runOnce(worker, 'verifyOne', folder),
    prepare: request => runOnce(worker, 'prepare', request),
  }
}

async function runOnce<T>(worker: string | URL | undefined, name: string, task: unknown): Promise<T> {
  const location = worker ?? new URL('./check-worker.ts', import.meta.url)
  const pool = new Piscina<unknown, T>({
    filename: typeof location === 'string' ? location : fileURLToPath(location),
    name,
    maxThreads: 1,
  })
  const broken = new Promise<never>((_, reject) => pool.on('error', reject))
  broken.catch(() => undefined)
  try {
    return await Promise.race([pool.run(task), broken])
  } finally {
    await pool.destroy()
  }
}
