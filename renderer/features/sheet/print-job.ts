import type { EventPayload } from '#shared/contract/contract.ts'
import type { ContractError } from '#shared/contract/reply.ts'
import type { UnfinishedJob } from '#shared/contract/sheets.ts'

type Progress = { readonly done: number; readonly total: number; readonly file: string }

/** Where printing stands. The host runs one job at a time, so there is one state for the whole app. */
export type PrintJob =
  | { readonly kind: 'idle' }
  | { readonly kind: 'starting' }
  | ({ readonly kind: 'running' | 'cancelling' | 'pausing'; readonly job: string } & Progress)
  | ({ readonly kind: 'finished' } & EventPayload<'sheets.finished'>)
  | { readonly kind: 'cancelled'; readonly job: string }
  /** Put off by a person, or left over from a window that was closed: it can go on. */
  | ({ readonly kind: 'paused' } & UnfinishedJob)
  | {
      readonly kind: 'failed'
      readonly job: string | null
      readonly error: ContractError | 'lost'
      readonly resumable: boolean
    }

export type PrintEvent =
  | { readonly type: 'asked' }
  | { readonly type: 'accepted'; readonly job: string; readonly total: number }
  | { readonly type: 'refused'; readonly error: ContractError }
  | { readonly type: 'cancel' }
  | { readonly type: 'pause' }
  | ({ readonly type: 'paused' | 'found' } & UnfinishedJob)
  | { readonly type: 'lost' }
  | { readonly type: 'reset' }
  | ({ readonly type: 'progress' } & EventPayload<'sheets.progress'>)
  | ({ readonly type: 'finished' } & EventPayload<'sheets.finished'>)
  | { readonly type: 'failed'; readonly job: string; readonly error: ContractError; readonly resumable: boolean }

/**
 * The next state. The host's events come on a wire of their own and may overtake its answer to the start; a page that was
 * reloaded meanwhile takes up the job that it hears of.
 */
export function nextPrintJob(state: PrintJob, event: PrintEvent): PrintJob {
  switch (event.type) {
    case 'asked':
      return { kind: 'starting' }
    case 'accepted':
      return 'job' in state && state.job === event.job
        ? state
        : { kind: 'running', job: event.job, done: 0, total: event.total, file: '' }
    case 'refused':
      return { kind: 'failed', job: null, error: event.error, resumable: false }
    case 'cancel':
      return state.kind === 'running' ? { ...state, kind: 'cancelling' } : state
    case 'pause':
      return state.kind === 'running' ? { ...state, kind: 'pausing' } : state
    case 'paused':
    case 'found': {
      if (event.type === 'found' && state.kind !== 'idle') return state
      const { job, year, done, total, folder } = event
      return { kind: 'paused', job, year, done, total, folder }
    }
    case 'lost':
      return isAtWork(state) ? { kind: 'failed', job: jobOf(state), error: 'lost', resumable: false } : state
    case 'reset':
      return isAtWork(state) ? state : { kind: 'idle' }
    case 'progress': {
      if (isOver(state) && state.job === event.job) return state
      const { job, done, total, file } = event
      const ending = state.kind === 'cancelling' || state.kind === 'pausing'
      return { kind: ending ? state.kind : 'running', job, done, total, file }
    }
    case 'finished':
      return { kind: 'finished', job: event.job, folder: event.folder, files: event.files }
    case 'failed':
      if (event.error.code === 'cancelled') return { kind: 'cancelled', job: event.job }
      return { kind: 'failed', job: event.job, error: event.error, resumable: event.resumable }
  }
}

export function isAtWork(
  state: PrintJob,
): state is Extract<PrintJob, { kind: 'starting' | 'running' | 'cancelling' | 'pausing' }> {
  return (
    state.kind === 'starting' || state.kind === 'running' || state.kind === 'cancelling' || state.kind === 'pausing'
  )
}

function isOver(state: PrintJob): state is Extract<PrintJob, { kind: 'finished' | 'cancelled' | 'failed' | 'paused' }> {
  return ['finished', 'cancelled', 'failed', 'paused'].includes(state.kind)
}

function jobOf(state: PrintJob): string | null {
  return 'job' in state ? state.job : null
}
