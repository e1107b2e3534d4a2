import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Phones } from './phones.ts'

/** What came of a round of votes: milliseconds from the first vote to the last answer, and those of every answer. */
export type Voted = { readonly ms: number; readonly answers: readonly number[] }

/** Lets phones in a thread of their own post all votes over so many connections, each one after the other. */
export async function voteByPhone(phones: Phones): Promise<Voted> {
  const worker = new Worker(new URL('phones.ts', import.meta.url), { workerData: phones })
  const [voted]: Voted[] = await once(worker, 'message')
  if (!voted) throw new Error('the phones told nothing')
  await worker.terminate()
  return voted
}
