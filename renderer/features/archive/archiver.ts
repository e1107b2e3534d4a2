import type { CallInput, HostClient } from '#shared/contract/contract.ts'
import { ERROR_CODES, type ErrorCode } from '#shared/contract/reply.ts'
import { type ArchiveEvent, type ArchiveJob, isArchiving, nextArchiveJob } from './archive-job.ts'

export type Archiver = {
  readonly state: () => ArchiveJob
  readonly subscribe: (listener: () => void) => () => void
  readonly start: (input: CallInput<'archive.create'>) => Promise<void>
  readonly cancel: () => Promise<void>
  readonly reset: () => void
}

/** How often the host is asked whether it still lives while it archives, in milliseconds. */
const HEARTBEAT = 5000

const archivers = new WeakMap<HostClient, Archiver>()

/** The host's archiver: it lives as long as the page, so that a job goes on in view when a person looks elsewhere. */
export function archiverOf(client: HostClient): Archiver {
  const known = archivers.get(client)
  if (known) return known
  const archiver = createArchiver(client)
  archivers.set(client, archiver)
  return archiver
}

function createArchiver(client: HostClient): Archiver {
  let state: ArchiveJob = { kind: 'idle' }
  const listeners = new Set<() => void>()
  const happen = (event: ArchiveEvent) => {
    state = nextArchiveJob(state, event)
    for (const listener of listeners) listener()
  }
  client.on('archive.progress', payload => happen({ type: 'progress', ...payload }))
  client.on('archive.finished', payload => happen({ type: 'finished', ...payload }))
  client.on('archive.failed', ({ job, code, details }) =>
    happen({ type: 'failed', job, error: { code: errorCode(code), details } }),
  )
  // A host that was closed in the middle sends nothing at all: without asking, the bar would stand for ever.
  const watch = async () => {
    while (isArchiving(state)) {
      await new Promise(resolve => setTimeout(resolve, HEARTBEAT))
      if (isArchiving(state) && !(await client.request('app.capabilities', {})).ok) happen({ type: 'lost' })
    }
  }
  return {
    state: () => state,
    subscribe: listener => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    start: async input => {
      if (isArchiving(state)) return
      happen({ type: 'asked' })
      void watch()
      const reply = await client.request('archive.create', input)
      happen(reply.ok ? { type: 'accepted', ...reply.data } : { type: 'refused', error: reply.error })
    },
    cancel: async () => {
      if (state.kind !== 'running') return
      const { job } = state
      happen({ type: 'cancel' })
      await client.request('archive.cancel', { job })
    },
    reset: () => happen({ type: 'reset' }),
  }
}

function errorCode(code: string): ErrorCode {
  return ERROR_CODES.find(known => known === code) ?? 'internal'
}
