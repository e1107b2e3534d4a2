import type { CallInput, CallOutput, HostClient } from '#shared/contract/contract.ts'
import { ERROR_CODES, type ErrorCode, type Reply } from '#shared/contract/reply.ts'
import { isAtWork, nextPrintJob, type PrintEvent, type PrintJob } from './print-job.ts'

export type Printer = {
  readonly state: () => PrintJob
  readonly subscribe: (listener: () => void) => () => void
  readonly start: (input: CallInput<'sheets.start'>) => Promise<void>
  readonly cancel: () => Promise<void>
  readonly pause: () => Promise<void>
  /** Goes on with the job that can be resumed. */
  readonly resume: () => Promise<void>
  /** Gives up the job that could be resumed; its finished files stay. */
  readonly discard: () => Promise<void>
  readonly reset: () => void
}

/** How often the host is asked whether it still lives while it prints, in milliseconds. */
const HEARTBEAT = 5000

const printers = new WeakMap<HostClient, Printer>()

/** The host's printer: it lives as long as the page, so that a job goes on in view when a person looks elsewhere. */
export function printerOf(client: HostClient): Printer {
  const known = printers.get(client)
  if (known) return known
  const printer = createPrinter(client)
  printers.set(client, printer)
  return printer
}

function createPrinter(client: HostClient): Printer {
  let state: PrintJob = { kind: 'idle' }
  const listeners = new Set<() => void>()
  const happen = (event: PrintEvent) => {
    state = nextPrintJob(state, event)
    for (const listener of listeners) listener()
  }
  client.on('sheets.progress', payload => happen({ type: 'progress', ...payload }))
  client.on('sheets.finished', payload => happen({ type: 'finished', ...payload }))
  client.on('sheets.paused', payload => happen({ type: 'paused', ...payload }))
  client.on('sheets.failed', ({ job, code, details, resumable }) =>
    happen({ type: 'failed', job, error: { code: errorCode(code), details }, resumable }),
  )
  // What an earlier window, or a crash, left half done.
  const look = async () => {
    const reply = await client.request('sheets.unfinished', {})
    if (reply.ok && reply.data.job) happen({ type: 'found', ...reply.data.job })
  }
  void look()
  // A host that was closed in the middle sends nothing at all: without asking, the bar would stand for ever.
  const watch = async () => {
    while (isAtWork(state)) {
      await new Promise(resolve => setTimeout(resolve, HEARTBEAT))
      if (isAtWork(state) && !(await client.request('app.capabilities', {})).ok) happen({ type: 'lost' })
    }
  }
  const begin = async (ask: () => Promise<Reply<CallOutput<'sheets.start'>>>) => {
    if (isAtWork(state)) return
    happen({ type: 'asked' })
    void watch()
    const reply = await ask()
    happen(reply.ok ? { type: 'accepted', ...reply.data } : { type: 'refused', error: reply.error })
  }
  return {
    state: () => state,
    subscribe: listener => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    start: input => begin(() => client.request('sheets.start', input)),
    resume: () => begin(() => client.request('sheets.resume', {})),
    discard: async () => {
      await client.request('sheets.discard', {})
      happen({ type: 'reset' })
    },
    pause: async () => {
      if (state.kind !== 'running') return
      const { job } = state
      happen({ type: 'pause' })
      await client.request('sheets.pause', { job })
    },
    cancel: async () => {
      if (state.kind !== 'running') return
      const { job } = state
      happen({ type: 'cancel' })
      await client.request('sheets.cancel', { job })
    },
    reset: () => happen({ type: 'reset' }),
  }
}

function errorCode(code: string): ErrorCode {
  return ERROR_CODES.find(known => known === code) ?? 'internal'
}
