import type { EventPayload } from '#shared/contract/contract.ts'
import type { ContractError } from '#shared/contract/reply.ts'

type Progress = { readonly done: number; readonly total: number; readonly file: string }

/** Where printing stands. The host runs one job at a time, so there is one state for the whole app. */
export type PrintJob =
  | { readonly kind: 'idle' }
  | { readonly kind: 'starting' }
  | ({ readonly kind: 'running' | 'cancelling'; readonly job: string } & Progress)
  | ({ readonly kind: 'finished' } & EventPayload<'sheets.finished'>)
  | { readonly kind: 'cancelled'; readonly job: string }
  | { readonly kind: 'failed'; readonly job: string | null; readonly error: ContractError | 'lost' }

export type PrintEvent =
  | { readonly type: 'asked' }
  | { readonly type: 'accepted'; readonly job: string; readonly total: number }
  | { readonly type: 'refused'; readonly error: ContractError }
  | { readonly type: 'cancel' }
  | { readonly type: 'lost' }
  | { readonly type: 'reset' }
  | ({ readonly type: 'progress' } & EventPayload<'sheets.progress'>)
  | ({ readonly type: 'finished' } & EventPayload<'sheets.finished'>)
  | { readonly type: 'failed'; readonly job: string; readonly error: ContractError }

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
      return { kind: 'failed', job: null, error: event.error }
    case 'cancel':
      return state.kind === 'running' ? { ...state, kind: 'cancelling' } : state
    case 'lost':
      return isAtWork(state) ? { kind: 'failed', job: jobOf(state), error: 'lost' } : state
    case 'reset':
      return isAtWork(state) ? state : { kind: 'idle' }
    case 'progress': {
      if (isOver(state) && state.job === event.job) return state
      const { job, done, total, file } = event
      return { kind: state.kind === 'cancelling' ? 'cancelling' : 'running', job, done, total, file }
    }
    case 'finished':
      return { kind: 'finished', job: event.job, folder: event.folder, files: event.files }
    case 'failed':
      if (event.error.code === 'cancelled') return { kind: 'cancelled', job: event.job }
      return { kind: 'failed', job: event.job, error: event.error }
  }
}

export function isAtWork(state: PrintJob): state is Extract<PrintJob, { kind: 'starting' | 'running' | 'cancelling' }> {
  return state.kind === 'starting' || state.kind === 'running' || state.kind === 'cancelling'
}

function isOver(state: PrintJob): state is Extract<PrintJob, { kind: 'finished' | 'cancelled' | 'failed' }> {
  return state.kind === 'finished' || state.kind === 'cancelled' || state.kind === 'failed'
}

function jobOf(state: PrintJob): string | null {
  return 'job' in state ? state.job : null
}
