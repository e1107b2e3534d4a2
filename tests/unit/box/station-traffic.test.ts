import { connect } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { type ConnectedStation, connectStation } from '#electron/host/box/connect-station.ts'
import { type ServeOptions, serveBox } from '#electron/host/box/serve-box.ts'
import type { Station, StationAnswer } from '#electron/host/station/station.ts'
import { PLAIN_PAGE } from '#electron/host/station/station-page.ts'
import { CAST_TYPE } from '#shared/domain/ballot/cast/cast-message.ts'
import { submitCast } from '#shared/domain/ballot/cast/submit-cast.ts'
import { buildVote, slipsOf } from './build-box.ts'
import { buildSetUp } from './build-set-up.ts'
import { startBox } from './build-station.ts'

const setUp = buildSetUp()
let station: Station | null = null

afterEach(async () => {
  await station?.stop()
  station = null
})

/** A station whose store takes no vote before it is let go. */
async function heldStation(options: Partial<ServeOptions>) {
  const box = await startBox(setUp)
  await box.station.stop()
  const held = Promise.withResolvers<void>()
  const reached = Promise.withResolvers<void>()
  let waiting = 0
  const answers: StationAnswer[] = []
  const serve = await serveBox(
    {
      ...box.store,
      cast: async (proof, sealed) => {
        waiting++
        reached.resolve()
        await held.promise
        return box.store.cast(proof, sealed)
      },
    },
    {
      host: '127.0.0.1',
      port: 0,
      page: PLAIN_PAGE,
      onBug: () => undefined,
      onAnswer: each => answers.push(each),
      ...options,
    },
  )
  if (!serve.ok) throw new Error(serve.error)
  station = serve.value
  const phone = await phoneAt(serve.value.url)
  const votes = slipsOf(box.slips, 'A').map(({ digits }) =>
    buildVote(phone.box, digits, { marks: { i01: { overall: 'basic' } } }),
  )
  return {
    url: serve.value.url,
    station: serve.value,
    store: box.store,
    phone,
    votes,
    reached: reached.promise,
    letGo: held.resolve,
    waiting: () => waiting,
    answers,
  }
}

async function phoneAt(url: string): Promise<ConnectedStation> {
  const phone = await connectStation(url)
  if (!phone) throw new Error('no station')
  return phone
}

const vote = (votes: readonly Uint8Array[], place: number) => votes[place] ?? new Uint8Array()

describe('a station that is full', () => {
  // Catches: votes that queue up without end, and a refusal that the phone takes for good.
  test('asks the next phone to come again, and takes its vote then', async () => {
    const held = await heldStation({ mostAtOnce: 1 })
    const first = held.phone.submit(vote(held.votes, 0))
    await held.reached
    const refused = await fetch(held.url, {
      method: 'POST',
      headers: { 'Content-Type': CAST_TYPE },
      body: Uint8Array.from(vote(held.votes, 1)),
    })
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1'])
    expect(await refused.json()).toEqual({ status: 'refused', reason: 'busy' })
    expect(held.waiting()).toBe(1)
    const link = {
      submit: held.phone.submit,
      pause: async () => {
        held.letGo()
        await first
      },
    }
    expect(await submitCast(vote(held.votes, 1), link, 5)).toEqual({ reply: { status: 'recorded' }, lost: false })
    expect(await first).toEqual({ status: 'recorded' })
    expect(held.answers.map(({ route, answer }) => `${route} ${answer}`).sort()).toEqual([
      'cast busy',
      'cast busy',
      'cast recorded',
      'cast recorded',
    ])
  })
})

describe('a station that is told to stop', () => {
  // Catches: a vote under way whose phone is cut off because another phone does not finish.
  test('answers what it has, however long that takes, and waits for no half request', async () => {
    const held = await heldStation({ timeouts: { stop: 0 } })
    const { hostname, port, host } = new URL(held.url)
    const half = connect(Number(port), hostname)
    const cut = new Promise<void>(resolve => half.once('close', () => resolve()))
    half.on('error', () => undefined)
    half.write(`POST / HTTP/1.1\r\nHost: ${host}\r\nContent-Type: ${CAST_TYPE}\r\n`)
    const under = held.phone.submit(vote(held.votes, 0))
    await held.reached
    const stopped = held.station.stop()
    await cut
    held.letGo()
    expect(await under).toEqual({ status: 'recorded' })
    await stopped
    expect(held.store.filled().get('A')).toBe(1)
    expect(await held.phone.submit(vote(held.votes, 1))).toBeNull()
    station = null
  })
})
