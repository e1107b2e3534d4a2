import type { EventPayload } from '#shared/contract/contract.ts'
import type { ContractError } from '#shared/contract/reply.ts'

type Progress = { readonly done: number; readonly total: number; readonly file: string }

/** Where archiving stands. The host makes one archive at a time, so there is one state for the whole app. */
export type ArchiveJob =
  | { readonly kind: 'idle' }
  | { readonly kind: 'starting' }
  | ({ readonly kind: 'running' | 'cancelling'; readonly job: string } & Progress)
  | ({ readonly kind: 'finished' } & EventPayload<'archive.finished'>)
  | { readonly kind: 'cancelled'; readonly job: string }
  | { readonly kind: 'failed'; readonly job: string | null; readonly error: ContractError | 'lost' }

export type ArchiveEvent =
  | { readonly type: 'asked' }
  | { readonly type: 'accepted'; readonly job: string; readonly total: number }
  | { readonly type: 'refused'; readonly error: ContractError }
  | { readonly type: 'cancel' }
  | { readonly type: 'lost' }
  | { readonly type: 'reset' }
  | ({ readonly type: 'progress' } & EventPayload<'archive.progress'>)
  | ({ readonly type: 'finished' } & EventPayload<'archive.finished'>)
  | { readonly type: 'failed'; readonly job: string; readonly error: ContractError }

/**
 * The next state. The host's events come on a wire of their own and may overtake its answer to the start; a page that was
 * reloaded meanwhile takes up the job that it hears of.
 */
export function nextArchiveJob(state: ArchiveJob, event: ArchiveEvent): ArchiveJob {
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
      return isArchiving(state) ? { kind: 'failed', job: 'job' in state ? state.job : null, error: 'lost' } : state
    case 'reset':
      return isArchiving(state) ? state : { kind: 'idle' }
    case 'progress': {
      if (isOver(state) && state.job === event.job) return state
      const { job, done, total, file } = event
      return { kind: state.kind === 'cancelling' ? 'cancelling' : 'running', job, done, total, file }
    }
    case 'finished':
      return { kind: 'finished', job: event.job, archive: event.archive, digest: event.digest }
    case 'failed':
      if (event.error.code === 'cancelled') return { kind: 'cancelled', job: event.job }
      return { kind: 'failed', job: event.job, error: event.error }
  }
}

export type ArchivingJob = Extract<ArchiveJob, { kind: 'starting' | 'running' | 'cancelling' }>

export function isArchiving(state: ArchiveJob): state is ArchivingJob {
  return state.kind === 'starting' || state.kind === 'running' || state.kind === 'cancelling'
}

function isOver(state: ArchiveJob): state is Extract<ArchiveJob, { kind: 'finished' | 'cancelled' | 'failed' }> {
  return state.kind === 'finished' || state.kind === 'cancelled' || state.kind === 'failed'
}
