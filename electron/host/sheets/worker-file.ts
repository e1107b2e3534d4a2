import { fileURLToPath } from 'node:url'

// Without limits a worker keeps its garbage. A sheet leaves 3.6 MB of it: with a young generation of 16 MB half of the sheets
// were copied about while they were made, a seventh of their time. 3,000 people in one list still fit.
export const WORKER_LIMITS = { maxYoungGenerationSizeMb: 64, maxOldGenerationSizeMb: 1024 } as const

/** The sheets' worker as a path; `worker` where a bundler moved it. */
export function workerFile(worker: string | URL | undefined): string {
  const location = worker ?? new URL('./sheet-worker.ts', import.meta.url)
  return typeof location === 'string' ? location : fileURLToPath(location)
}
