import { parentPort } from 'node:worker_threads'
import { postVotes } from './post-votes.ts'

// The phones' own thread: what they cost must not be taken for the station's time.
export type Phones = {
  readonly url: string
  readonly votes: readonly Uint8Array[]
  readonly connections: number
  /** Milliseconds over which the connections begin. */
  readonly overMs: number
}

parentPort?.on('message', async ({ url, votes, connections, overMs }: Phones) => {
  parentPort?.postMessage(await postVotes(url, votes, connections, overMs))
})
