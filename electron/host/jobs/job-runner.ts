import { randomUUID } from 'node:crypto'
import { refuse } from '#electron/host/answer-call.ts'
import { diskFailure } from '#electron/host/sheets/disk-failure.ts'
import type { ContractError } from '#shared/contract/reply.ts'
import { failure, type Result } from '#shared/lib/result.ts'

/** Why a job was ended from outside. */
export type Ending = 'cancel' | 'pause' | 'close'

export type JobWork<Done> = {
  /** Left out: a new one. */
  readonly id?: string
  readonly run: (job: { readonly id: string; readonly signal: AbortSignal }) => Promise<Result<Done, ContractError>>
  /** Puts in order what the job's end leaves behind; what it gives back tells of the end, when the next job may start. */
  readonly settle: (end: Result<Done, ContractError>, ending: Ending | null) => Promise<() => void> | (() => void)
}

export type JobRunner = {
  readonly running: () => boolean
  /** Starts a job and gives its id. The caller has asked `running`. */
  readonly start: <Done>(work: JobWork<Done>) => string
  /** Ends the job of an id; the first ending counts. */
  readonly end: (id: string, how: Ending) => void
  /** Runs what must not run beside a job: `busy` where one runs. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T | ReturnType<typeof refuse>>
  /** Ends what runs because the app ends, and waits for it. */
  readonly stop: () => Promise<void>
}

type Job = { readonly id: string; readonly end: (how: Ending) => void; readonly ended: Promise<void> }

/** Runs one job of a kind at a time. */
export function createJobRunner(): JobRunner {
  let current: Job | null = null
  let running = false
  return {
    running: () => running,
    start: ({ id = randomUUID(), run, settle }) => {
      const abort = new AbortController()
      let ending: Ending | null = null
      running = true
      const work = async () => {
        const end = await run({ id, signal: abort.signal }).catch((error: unknown) => failure(errorOf(error)))
        const tell = await settle(end, ending)
        running = false
        tell()
      }
      const end = (how: Ending) => {
        ending ??= how
        abort.abort()
      }
      current = { id, end, ended: work() }
      return id
    },
    end: (id, how) => {
      if (current?.id === id) current.end(how)
    },
    alone: async work => {
      if (running) return refuse('busy')
      running = true
      try {
        return await work()
      } finally {
        running = false
      }
    },
    stop: async () => {
      current?.end('close')
      await current?.ended
    },
  }
}

function errorOf(error: unknown): ContractError {
  return { code: diskFailure(error) ?? 'internal', details: [] }
}
