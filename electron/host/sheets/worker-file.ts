import { fileURLToPath } from 'node:url'

// Without limits a worker keeps its garbage; with them 1,000 people's sheets take 0.42 GB in all (npm run bench). 3,000
// people in one list still fit.
export const WORKER_LIMITS = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 1024 } as const

/** The sheets' worker as a path; `worker` where a bundler moved it. */
export function workerFile(worker: string | URL | undefined): string {
  const location = worker ?? new URL('./sheet-worker.ts', import.meta.url)
  return typeof location === 'string' ? location : fileURLToPath(location)
}
