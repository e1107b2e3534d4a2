import type { HostClient } from '#shared/contract/contract.ts'
import type { JobFailed, JobProgress, JobStarted } from '#shared/contract/jobs.ts'
import { ERROR_CODES, type ErrorCode, type Reply } from '#shared/contract/reply.ts'
import { type HostJob, isAtWork, type JobEvent, nextHostJob } from './host-job.ts'

type Named = { readonly job: string }
type Listen<Payload> = (listener: (payload: Payload) => void) => void

/** A kind of job by the host's calls and events. */
export type JobCalls<Input, Done, Left> = {
  readonly start: (input: Input) => Promise<Reply<JobStarted>>
  readonly cancel: (job: string) => Promise<unknown>
  readonly onProgress: Listen<JobProgress>
  readonly onFinished: Listen<Done>
  readonly onFailed: Listen<JobFailed>
  /** Of a kind that can be put off and go on later. */
  readonly rest?: {
    readonly pause: (job: string) => Promise<unknown>
    readonly resume: () => Promise<Reply<JobStarted>>
    readonly discard: () => Promise<unknown>
    /** The job that an earlier window, or a crash, left half done. */
    readonly left: () => Promise<Left | null>
    readonly onPaused: Listen<Left>
  }
}

export type JobRunner<Input, Done extends Named, Left extends Named = never> = {
  readonly state: () => HostJob<Done, Left>
  readonly subscribe: (listener: () => void) => () => void
  /** `input` is asked for what the call says once the view has changed: of 1,000 people it is megabytes. */
  readonly start: (input: () => Input) => Promise<void>
  readonly cancel: () => Promise<void>
  readonly pause: () => Promise<void>
  /** Goes on with the job that can be resumed. */
  readonly resume: () => Promise<void>
  /** Gives up the job that could be resumed; its finished files stay. */
  readonly discard: () => Promise<void>
  readonly reset: () => void
}

/** How often the host is asked whether it still lives while it works, in milliseconds. */
const HEARTBEAT = 5000

/**
 * One runner for each host of a kind of job. It lives as long as the page, so that a job goes on in view when a person looks
 * elsewhere.
 */
export function jobRunners<Input, Done extends Named, Left extends Named = never>(
  callsOf: (client: HostClient) => JobCalls<Input, Done, Left>,
): (client: HostClient) => JobRunner<Input, Done, Left> {
  const runners = new WeakMap<HostClient, JobRunner<Input, Done, Left>>()
  return client => {
    const known = runners.get(client)
    if (known) return known
    const runner = createJobRunner(client, callsOf(client))
    runners.set(client, runner)
    return runner
  }
}

function createJobRunner<Input, Done extends Named, Left extends Named>(
  client: HostClient,
  { start, cancel, rest, ...told }: JobCalls<Input, Done, Left>,
): JobRunner<Input, Done, Left> {
  let state: HostJob<Done, Left> = { kind: 'idle' }
  const listeners = new Set<() => void>()
  const happen = (event: JobEvent<Done, Left>) => {
    state = nextHostJob(state, event)
    for (const listener of listeners) listener()
  }
  told.onProgress(progress => happen({ type: 'progress', ...progress }))
  told.onFinished(done => happen({ type: 'finished', done }))
  told.onFailed(({ code, details, ...failed }) =>
    happen({ type: 'failed', failed, error: { code: errorCode(code), details } }),
  )
  rest?.onPaused(left => happen({ type: 'paused', left }))
  void rest?.left().then(left => left && happen({ type: 'found', left }))
  // A host that was closed in the middle sends nothing at all: without asking, the bar would stand for ever.
  const watch = async () => {
    while (isAtWork(state)) {
      await new Promise(resolve => setTimeout(resolve, HEARTBEAT))
      if (isAtWork(state) && !(await client.request('app.capabilities', {})).ok) happen({ type: 'lost' })
    }
  }
  const begin = async (ask: () => Promise<Reply<JobStarted>>) => {
    if (isAtWork(state)) return
    happen({ type: 'asked' })
    void watch()
    await nextTask()
    const reply = await ask()
    happen(reply.ok ? { type: 'accepted', ...reply.data } : { type: 'refused', error: reply.error })
  }
  const end = async (type: 'cancel' | 'pause', call: (job: string) => Promise<unknown>) => {
    if (state.kind !== 'running') return
    const { job } = state
    happen({ type })
    await call(job)
  }
  return {
    state: () => state,
    subscribe: listener => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    start: input =>
      begin(async () => {
        const made = input()
        await nextTask()
        return await start(made)
      }),
    cancel: () => end('cancel', cancel),
    pause: async () => {
      if (rest) await end('pause', rest.pause)
    },
    resume: async () => {
      if (rest) await begin(rest.resume)
    },
    discard: async () => {
      await rest?.discard()
      happen({ type: 'reset' })
    },
    reset: () => happen({ type: 'reset' }),
  }
}

/** What follows is a task of its own, so that the page can be used in between. */
function nextTask(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve))
}

function errorCode(code: string): ErrorCode {
  return ERROR_CODES.find(known => known === code) ?? 'internal'
}
