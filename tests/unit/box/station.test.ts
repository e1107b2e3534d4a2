import { connect, createServer } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterEach, describe, expect, test } from 'vitest'
import { connectStation } from '#electron/host/box/connect-station.ts'
import { serveBox } from '#electron/host/box/serve-box.ts'
import { PLAIN_PAGE } from '#electron/host/station/station-page.ts'
import { castBytes } from '#shared/domain/ballot/cast/cast-message.ts'
import type { CastReply } from '#shared/domain/ballot/cast/cast-reply.ts'
import { submitCast } from '#shared/domain/ballot/cast/submit-cast.ts'
import { buildVote, slipsOf } from './build-box.ts'
import { buildSetUp } from './build-set-up.ts'
import { type RunningStation, startBox } from './build-station.ts'
import { rawExchange } from './raw-http.ts'

const setUp = buildSetUp()
let running: RunningStation | undefined

async function start(...parameters: Parameters<typeof startBox> | []): Promise<RunningStation> {
  running = await startBox(parameters[0] ?? setUp, parameters[1])
  return running
}

afterEach(async () => {
  await running?.station.stop()
  running = undefined
})

const voteOf = ({ phone, slips }: RunningStation, group: string, place = 0) => {
  const ballot = group === 'D' ? { marks: {}, self: 'i01' } : { marks: { i01: { overall: 'basic' } } }
  return buildVote(phone.box, slipsOf(slips, group)[place]?.digits ?? '', ballot)
}

describe('a station', () => {
  test('tells everybody what is voted on, and nothing of who has voted', async () => {
    const box = await start()
    const before = await (await fetch(new URL('/meeting', box.station.url))).text()
    expect(JSON.parse(before)).toMatchObject({ format: 'pingyi/box', meeting: { title: setUp.title } })
    expect(before).not.toContain('slips')
    await box.phone.submit(voteOf(box, 'A'))
    expect(await (await fetch(new URL('/meeting', box.station.url))).text()).toBe(before)
  })

  // Catches: a slip counted twice by two phones, a double tap, a retry.
  test('takes a slip that is shown a hundred times at once exactly once', async () => {
    const box = await start()
    const votes = ['basic', 'excellent'].map(mark =>
      buildVote(box.phone.box, slipsOf(box.slips, 'A')[0]?.digits ?? '', { marks: { i01: { overall: mark } } }),
    )
    const replies = await Promise.all(
      Array.from({ length: 100 }, (_, index) => box.phone.submit(votes[index % 2] ?? new Uint8Array())),
    )
    expect(replies.filter(reply => reply?.status === 'recorded')).toHaveLength(1)
    expect(replies.filter(reply => reply?.status === 'already-recorded')).toHaveLength(99)
    // A browser that sent the recorded vote again by itself is told that it is its own; the other phone never.
    const winner = replies.findIndex(reply => reply?.status === 'recorded') % 2
    const own = replies.map(
      reply => reply?.status === 'recorded' || (reply?.status === 'already-recorded' && reply.own),
    )
    expect(own.map(Boolean)).toEqual(replies.map((_, index) => index % 2 === winner))
    expect(box.store.filled().get('A')).toBe(1)
    expect(box.bugs).toEqual([])
  })

  test('takes many slips at once, each', async () => {
    const box = await start()
    const votes = ['A', 'B', 'C', 'D'].flatMap(group =>
      slipsOf(box.slips, group).map((_, place) => voteOf(box, group, place)),
    )
    const replies = await Promise.all(votes.map(vote => box.phone.submit(vote)))
    expect(replies).toEqual(votes.map(() => ({ status: 'recorded' })))
    expect([...box.store.filled().values()]).toEqual([8, 6, 6, 5])
  })

  test.each<[string, (box: RunningStation) => Uint8Array | Promise<Uint8Array>, CastReply]>([
    [
      'a slip of another box',
      async () => {
        const other = await startBox(setUp)
        await other.station.stop()
        return voteOf(other, 'A')
      },
      { status: 'refused', reason: 'unknown-slip' },
    ],
    [
      'rubbish of the right size',
      box => new Uint8Array(castBytes(box.phone.box.meeting)),
      { status: 'refused', reason: 'unknown-slip' },
    ],
    ['a vote cut short', box => voteOf(box, 'A').slice(1), { status: 'refused', reason: 'bad-request' }],
    ['nothing', () => new Uint8Array(0), { status: 'refused', reason: 'bad-request' }],
    ['a megabyte', () => new Uint8Array(1_000_000), { status: 'refused', reason: 'bad-request' }],
  ])('refuses %s', async (_, vote, reply) => {
    const box = await start()
    const answer = await box.phone.submit(await vote(box))
    // A body that is far too long may not be read to its end: then no answer comes, and none is promised.
    expect([reply, null]).toContainEqual(answer)
    expect([...box.store.filled().values()]).toEqual([0, 0, 0, 0])
  })

  test('says so when the box is closed, and when the disk fails', async () => {
    const box = await start()
    box.disk.trouble({ kind: 'fail', at: 1, code: 'ENOSPC', times: 10_000 })
    expect(await box.phone.submit(voteOf(box, 'A'))).toEqual({ status: 'refused', reason: 'storage' })
    box.disk.trouble(null)
    expect(await box.phone.submit(voteOf(box, 'A'))).toEqual({ status: 'recorded' })
    await box.store.close()
    expect(await box.phone.submit(voteOf(box, 'B'))).toEqual({ status: 'refused', reason: 'closed' })
  })

  // Catches: a voter whose answer was lost in the last minute, and who reads that the vote came too late.
  test('knows a vote again after the box is closed, and whose it was', async () => {
    const box = await start()
    const vote = voteOf(box, 'A')
    expect(await box.phone.submit(vote)).toEqual({ status: 'recorded' })
    await box.store.close()
    expect(await box.phone.submit(vote)).toEqual({ status: 'already-recorded', own: true })
    expect(await box.phone.submit(voteOf(box, 'A'))).toEqual({ status: 'already-recorded' })
  })

  // Catches: a bug of ours that takes the station down, or that writes what it was working on somewhere.
  test('survives a bug of its own and shows nothing of it', async () => {
    const box = await start()
    box.disk.trouble({ kind: 'stop', at: 1 })
    const response = await fetch(box.station.url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: voteOf(box, 'A'),
    })
    expect([response.status, await response.json()]).toEqual([500, { status: 'refused', reason: 'storage' }])
    expect(box.bugs).toEqual(['Error'])
    expect((await fetch(box.station.url)).status).toBe(200)
  })

  test('serves the page it is given, with its policy', async () => {
    const page = { html: Buffer.from('<p>票'), contentSecurityPolicy: "default-src 'self'" }
    const box = await start(setUp, { page })
    const response = await fetch(box.station.url)
    expect(await response.text()).toBe('<p>票')
    expect(response.headers.get('content-security-policy')).toBe("default-src 'self'")
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  })
})

describe('every answer', () => {
  // Catches: a cookie, a date, CORS, a server's name, a copy kept on the phone.
  test.each([
    ['GET', '/'],
    ['GET', '/meeting'],
    ['GET', '/none'],
    ['OPTIONS', '/'],
    ['POST', '/'],
  ])('%s %s has the headers that keep it to itself', async (method, path) => {
    const box = await start()
    const response = await fetch(new URL(path, box.station.url), {
      method,
      headers: { Origin: new URL(box.station.url).origin },
    })
    const headers = Object.fromEntries(response.headers)
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    })
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    for (const name of ['set-cookie', 'date', 'server', 'x-powered-by', 'etag', 'access-control-allow-origin'])
      expect(headers).not.toHaveProperty(name)
  })
})

describe('what is not quite HTTP', () => {
  const post = (headers: string) => `POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n${headers}\r\n\r\n`

  test.each<[string, string]>([
    ['rubbish', '\u0000\u0001\u0002\r\n\r\n'],
    ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc'.repeat(4)],
    ['no host', 'GET / HTTP/1.1\r\n\r\n'],
    ['two lengths', post('Content-Length: 1\r\nContent-Length: 2')],
    ['two hosts', 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil\r\nConnection: close\r\n\r\n'],
    ['length and chunks', post('Content-Length: 4\r\nTransfer-Encoding: chunked')],
    ['a header without end', `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${'x'.repeat(20_000)}`],
    ['a header in two lines', 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n folded\r\nConnection: close\r\n\r\n'],
    ['an absolute address', 'GET http://evil/ HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n'],
    ['a tunnel', 'CONNECT evil:80 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'],
  ])('%s is refused and the connection ends', async (_, text) => {
    const box = await start()
    const answer = await rawExchange(box.station.url, text)
    expect(answer === '' || /^HTTP\/1\.1 4\d\d /.test(answer)).toBe(true)
    expect(answer).not.toContain(setUp.title)
    expect((await fetch(box.station.url)).status).toBe(200)
    expect(box.bugs).toEqual([])
  })

  // Catches: connections held open by a byte now and then (slowloris), or by nothing at all, until no phone gets in.
  test.each<[string, string, string | undefined]>([
    ['never ends its headers', 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ', 'x'],
    ['says nothing', '', undefined],
    [
      'never ends its body',
      'POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/octet-stream\r\nContent-Length: 112\r\n\r\n',
      undefined,
    ],
  ])('a request that %s is ended', async (_, text, drip) => {
    const timeouts = { headers: 60, request: 90, check: 20, silence: 60_000 }
    const box = await start(setUp, { timeouts })
    expect(await rawExchange(box.station.url, text, drip)).not.toContain('200 OK')
    expect(box.bugs).toEqual([])
  })

  // Catches: a phone that goes away in mid-sentence taken for a vote, or for a fault of ours.
  test('half a vote is no vote', async () => {
    const box = await start()
    const { hostname, port } = new URL(box.station.url)
    const vote = voteOf(box, 'A')
    const head = `POST / HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/octet-stream\r\nContent-Length: ${vote.length}\r\n\r\n`
    await new Promise<void>(resolve => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(head)
        socket.write(vote.slice(0, 100), () => socket.resetAndDestroy())
      })
      socket.on('close', () => resolve())
    })
    expect(await box.phone.submit(vote)).toEqual({ status: 'recorded' })
    expect(box.bugs).toEqual([])
  })
})

describe('the address', () => {
  // Catches: a station that listens on all addresses when asked for one.
  test('is only the one that was asked for', async () => {
    const box = await start()
    expect(box.station.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    const others = Object.values(networkInterfaces()).flatMap(list => (list ?? []).filter(one => !one.internal))
    for (const { address, family } of others.filter(one => one.family === 'IPv4')) {
      expect(family).toBe('IPv4')
      await expect(fetch(`http://${address}:${new URL(box.station.url).port}/`)).rejects.toThrow()
    }
    await expect(fetch(`http://127.0.0.2:${new URL(box.station.url).port}/`)).rejects.toThrow()
  })

  test('that is taken, or not ours, is told', async () => {
    const box = await start()
    const other = createServer()
    await new Promise<void>(resolve => {
      other.listen(0, '127.0.0.1', resolve)
    })
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const options = { host: '127.0.0.1', port, page: PLAIN_PAGE, onBug: () => undefined }
    expect(await serveBox(box.store, options)).toEqual({ ok: false, error: 'port-taken' })
    expect(await serveBox(box.store, { ...options, host: '192.0.2.1', port: 0 })).toEqual({
      ok: false,
      error: 'no-such-address',
    })
    await new Promise(resolve => {
      other.close(resolve)
    })
  })
})

describe('a phone', () => {
  test('finds no station where another server, or none, answers', async () => {
    const box = await start()
    expect(await connectStation(new URL(box.station.url).href.replace(/:\d+/, ':1'))).toBeNull()
    expect(await connectStation('ftp://127.0.0.1/')).toBeNull()
    expect(await connectStation('not a url')).toBeNull()
  })

  // Catches: a vote given up at the first lost packet; another ballot sent the second time; a lost answer taken for another's vote.
  test('sends the same bytes until it is answered, with longer and longer pauses', async () => {
    const vote = Uint8Array.of(1, 2, 3)
    const answers: (CastReply | null)[] = [
      null,
      { status: 'refused', reason: 'busy' },
      null,
      { status: 'already-recorded' },
    ]
    const pauses: number[] = []
    const sent: Uint8Array[] = []
    const link = {
      submit: async (message: Uint8Array) => {
        sent.push(message)
        return answers.shift() ?? null
      },
      pause: async (milliseconds: number) => {
        pauses.push(milliseconds)
      },
    }
    expect(await submitCast(vote, link, 10)).toEqual({ reply: { status: 'recorded' }, lost: true })
    expect(pauses).toEqual([250, 500, 1_000])
    expect(sent).toEqual([vote, vote, vote, vote])
    expect(await submitCast(vote, link, 3)).toEqual({ reply: null, lost: true })
    expect(sent).toHaveLength(7)
  })

  test('that had no lost answer of its own has not voted before', async () => {
    const link = { submit: async () => ({ status: 'already-recorded' as const }), pause: async () => undefined }
    expect(await submitCast(new Uint8Array(), link, 3)).toEqual({
      reply: { status: 'already-recorded' },
      lost: false,
    })
  })
})

test('a station that stops finishes what it has, and takes nothing new', async () => {
  const box = await start()
  const votes = slipsOf(box.slips, 'A').map((_, place) => voteOf(box, 'A', place))
  const replies = votes.map(vote => box.phone.submit(vote))
  await box.station.stop()
  await box.store.release()
  const recorded = (await Promise.all(replies)).filter(reply => reply?.status === 'recorded').length
  expect(box.store.filled().get('A')).toBeGreaterThanOrEqual(recorded)
  expect(await box.phone.submit(voteOf(box, 'B'))).toBeNull()
  running = undefined
})
