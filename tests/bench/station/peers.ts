import { open } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { groupCommit } from '#electron/host/urn/group-commit.ts'
import { CAST_TYPE } from '#shared/domain/ballot/cast/cast-message.ts'
import { peer } from '#tests/bench/peer.ts'
import { inFolder } from './voted-box.ts'

type Fastify = () => {
  readonly addContentTypeParser: (
    type: string,
    options: { readonly parseAs: 'buffer' },
    parse: (request: unknown, body: Buffer, done: (error: null, body: Buffer) => void) => void,
  ) => void
  readonly post: (path: string, answer: () => Promise<object>) => void
  readonly listen: (address: { readonly host: string; readonly port: number }) => Promise<string>
  readonly server: { readonly address: () => AddressInfo | string | null }
  readonly close: () => Promise<void>
}

/** A Fastify server that takes the same posts and keeps nothing. */
export async function withFastify<T>(use: (url: string) => Promise<T>): Promise<T> {
  const server = peer<Fastify>('fastify')()
  server.addContentTypeParser(CAST_TYPE, { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  server.post('/', async () => ({ status: 'recorded' }))
  const url = await server.listen({ host: '127.0.0.1', port: 0 })
  try {
    return await use(`${url}/`)
  } finally {
    await server.close()
  }
}

/** The bare disk: each vote written to a file, flushed in groups by so many writers at once. No network, no slips, no sealing. */
export async function flushVotes(votes: readonly Uint8Array[], writers: number): Promise<void> {
  await inFolder(async path => {
    const file = await open(path, 'w')
    let position = 0
    const commits = groupCommit(async (batch: readonly Uint8Array[]) => {
      for (const vote of batch) {
        await file.write(vote, 0, vote.length, position)
        position += vote.length
      }
      await file.datasync()
      return batch
    }, 256)
    let next = 0
    const lane = async () => {
      for (let vote = votes[next++]; vote; vote = votes[next++]) await commits.add(vote)
    }
    await Promise.all(Array.from({ length: writers }, lane))
    await file.close()
  })
}
