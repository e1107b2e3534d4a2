import type { JobFailed, JobProgress } from '#shared/contract/jobs.ts'
import type { ContractError } from '#shared/contract/reply.ts'

type Named = { readonly job: string }

/**
 * Where a job of the host stands. The host runs one of a kind at a time, so there is one state for the whole app. `Done` is
 * what its end tells; `Left` what is known of one that can go on later, never where a job cannot be put off.
 */
export type HostJob<Done extends Named, Left extends Named = never> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'starting' }
  | ({ readonly kind: 'running' | 'cancelling' | 'pausing' } & JobProgress)
  | ({ readonly kind: 'finished' } & Done)
  | ({ readonly kind: 'cancelled' } & Named)
  /** Put off by a person, or left over from a window that was closed. */
  | ({ readonly kind: 'paused' } & Left)
  | FailedJob

export type FailedJob = {
  readonly kind: 'failed'
  readonly job: string | null
  /** `lost`: the host answers no longer. */
  readonly error: ContractError | 'lost'
  readonly resumable: boolean
}

export type JobAtWork = { readonly kind: 'starting' } | RunningJob
type RunningJob = { readonly kind: 'running' | 'cancelling' | 'pausing' } & JobProgress

export type JobEvent<Done extends Named, Left extends Named = never> =
  | { readonly type: 'asked' | 'cancel' | 'pause' | 'lost' | 'reset' }
  | { readonly type: 'accepted'; readonly job: string; readonly total: number }
  | { readonly type: 'refused'; readonly error: ContractError }
  | ({ readonly type: 'progress' } & JobProgress)
  | { readonly type: 'finished'; readonly done: Done }
  | { readonly type: 'paused' | 'found'; readonly left: Left }
  | { readonly type: 'failed'; readonly failed: Pick<JobFailed, 'job' | 'resumable'>; readonly error: ContractError }

/**
 * The next state. The host's events come on a wire of their own and may overtake its answer to the start; a page that was
 * reloaded meanwhile takes up the job that it hears of.
 */
export function nextHostJob<Done extends Named, Left extends Named>(
  state: HostJob<Done, Left>,
  event: JobEvent<Done, Left>,
): HostJob<Done, Left> {
  switch (event.type) {
    case 'asked':
      return { kind: 'starting' }
    case 'accepted':
      return jobOf(state) === event.job
        ? state
        : { kind: 'running', job: event.job, done: 0, total: event.total, file: '' }
    case 'refused':
      return { kind: 'failed', job: null, error: event.error, resumable: false }
    case 'cancel':
      return isRunning(state) && state.kind === 'running' ? { ...progressOf(state), kind: 'cancelling' } : state
    case 'pause':
      return isRunning(state) && state.kind === 'running' ? { ...progressOf(state), kind: 'pausing' } : state
    case 'found':
      return state.kind === 'idle' ? { kind: 'paused', ...event.left } : state
    case 'paused':
      return { kind: 'paused', ...event.left }
    case 'lost':
      return isAtWork(state) ? { kind: 'failed', job: jobOf(state), error: 'lost', resumable: false } : state
    case 'reset':
      return isAtWork(state) ? state : { kind: 'idle' }
    case 'progress': {
      if (!isAtWork(state) && jobOf(state) === event.job) return state
      const ending = state.kind === 'cancelling' || state.kind === 'pausing'
      return { ...progressOf(event), kind: ending ? state.kind : 'running' }
    }
    case 'finished':
      return { kind: 'finished', ...event.done }
    case 'failed': {
      const { job, resumable } = event.failed
      if (event.error.code === 'cancelled') return { kind: 'cancelled', job }
      return { kind: 'failed', job, error: event.error, resumable }
    }
  }
}

/** Whether a job is under way, so that no other can start. */
export function isAtWork(state: { readonly kind: string }): state is JobAtWork {
  return state.kind === 'starting' || isRunning(state)
}

function isRunning(state: { readonly kind: string }): state is RunningJob {
  return state.kind === 'running' || state.kind === 'cancelling' || state.kind === 'pausing'
}

function progressOf({ job, done, total, file }: JobProgress): JobProgress {
  return { job, done, total, file }
}

function jobOf(state: HostJob<Named, Named>): string | null {
  return 'job' in state ? state.job : null
}
