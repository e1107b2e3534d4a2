import { open, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { groupCommit } from '#electron/host/urn/group-commit.ts'
import { CAST_TYPE } from '#shared/domain/ballot/cast/cast-message.ts'
import { peer } from '#tests/bench/peer.ts'
import { timeEach } from '#tests/bench/rounds.ts'
import { inFolder, type VotedBox } from './voted-box.ts'

const PAGE = 4096
// Far apart, and a prime, so that every page comes up once before any comes twice.
const STEP = 1009

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

/**
 * The bare disk doing what the station asks of it and nothing else: each batch's votes on pages here and there, a flush, one
 * header page, a flush, its copy, a flush. No network, no slips, no checks. Milliseconds until the last vote of so many writers is safe.
 */
export async function flushVotes({ image, votes }: VotedBox, writers: number, flushMs: number): Promise<number> {
  return inFolder(async path => {
    await writeFile(path, image, { flush: true })
    const file = await open(path, 'r+')
    const writePage = (place: number) => file.write(image, place * PAGE, PAGE, place * PAGE)
    const flush = () => (flushMs === 0 ? file.datasync() : pause(flushMs))
    const pages = Math.floor(image.length / PAGE)
    let page = 0
    const commits = groupCommit(async (batch: readonly Uint8Array[]) => {
      const written = batch.map(() => {
        page = (page + STEP) % pages
        return writePage(page)
      })
      await Promise.all(written)
      await flush()
      for (const header of [0, 1]) {
        await writePage(header)
        await flush()
      }
      return batch
    }, 256)
    let next = 0
    const lane = async () => {
      for (let vote = votes[next++]; vote; vote = votes[next++]) await commits.add(vote)
    }
    const ms = await timeEach(1, () => Promise.all(Array.from({ length: writers }, lane)))
    await file.close()
    return ms
  })
}
