import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Phones } from './phones.ts'
import type { Voted } from './post-votes.ts'

// Kept from round to round: a new thread is slow at first, and its slowness would be taken for the station's.
const idle: Worker[] = []

/** Lets phones in a thread of their own post all votes over so many connections, each one after the other. */
export async function voteByPhone(phones: Phones): Promise<Voted> {
  const worker = idle.pop() ?? new Worker(new URL('phones.ts', import.meta.url))
  worker.ref()
  worker.postMessage(phones)
  const [voted]: Voted[] = await once(worker, 'message')
  if (!voted) throw new Error('the phones told nothing')
  worker.unref()
  idle.push(worker)
  return voted
}
