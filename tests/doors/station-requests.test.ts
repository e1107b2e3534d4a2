import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { checkRequest, type RequestHead } from '#electron/host/station/request-check.ts'
import { checkRequest as checkHostRequest, type GuardedRequest } from '#electron/node-host/check-request.ts'
import { PATIENCE, scaled } from '#tests/crash/depth.ts'
import { seeded } from '#tests/crash/seeded.ts'
import { buildSetUp } from '#tests/unit/box/build-set-up.ts'
import { startBox } from '#tests/unit/box/build-station.ts'
import { guardPrototypes, tryDoor } from './door.ts'
import { below, type Draw, mutateText, oneOf } from './mutate.ts'

// What a phone, or anything else in the room, sends to the station; and what a page sends to browser mode's host.

guardPrototypes()

const RULES = { names: ['room.test'], castBytes: 300 }
const TYPE = 'application/octet-stream'

const NAMES = [
  'Host',
  'host',
  'Origin',
  'Content-Type',
  'Content-Length',
  'Transfer-Encoding',
  'Sec-Fetch-Site',
  'Expect',
  'Upgrade',
  'Content-Encoding',
  'Cookie',
] as const
const WORDS = [
  '192.168.1.5:8080',
  '192.168.1.5',
  'room.test',
  'localhost:1',
  '[::1]:80',
  'evil.test',
  'http://192.168.1.5:8080',
  'https://evil.test',
  'null',
  '300',
  '32',
  '0',
  '-1',
  '1e9',
  TYPE,
  'text/plain',
  'chunked',
  'same-origin',
  'cross-site',
  'none',
  '100-continue',
  '',
] as const
const TARGETS = [
  '/',
  '/meeting',
  '/draft',
  '/?x=1',
  '/meeting?y',
  '//',
  '/..',
  '/%2e%2e/',
  '/admin',
  '*',
  'http://evil.test/',
  '/draft?z',
] as const

function head(draw: Draw): RequestHead {
  const cast = draw() < 0.5
  const good = [
    'Host',
    '192.168.1.5:8080',
    ...(cast ? ['Content-Type', TYPE, 'Content-Length', oneOf(['300', '32'], draw)] : []),
  ]
  const rawHeaders = draw() < 0.8 ? good : []
  for (let left = below(3, draw); left > 0; left--)
    rawHeaders.push(oneOf(NAMES, draw), draw() < 0.8 ? oneOf(WORDS, draw) : mutateText(oneOf(WORDS, draw), draw))
  const target = draw() < 0.8 ? oneOf(['/', '/draft', '/meeting'], draw) : oneOf(TARGETS, draw)
  return { method: oneOf([cast ? 'POST' : 'GET', 'POST', 'GET', 'PUT', 'OPTIONS', ''], draw), target, rawHeaders }
}

test('requests to the station', async () => {
  await tryDoor('request to the station', scaled(3_000, 250_000), head, request => {
    const verdict = checkRequest(request, RULES)
    if (!verdict.ok) return 'refused'
    // What is let in, told once more from the promise and not from the code.
    const all = (name: string) =>
      request.rawHeaders.filter((_, at) => at % 2 === 1 && request.rawHeaders[at - 1]?.toLowerCase() === name)
    const [host = '', ...hosts] = all('host')
    const bare = host.replace(/:[0-9]+$/, '').toLowerCase()
    expect([hosts, all('transfer-encoding'), all('expect'), all('upgrade')]).toEqual([[], [], [], []])
    expect(/^([0-9.]+|\[[0-9a-f:.]+\]|localhost|room\.test)$/.test(bare)).toBe(true)
    if (request.method === 'GET') expect(['/', '/meeting']).toContain(request.target.split('?')[0])
    else {
      expect([request.method, all('content-type').map(type => type.toLowerCase())]).toEqual(['POST', [TYPE]])
      expect(all('content-length').map(Number)).toEqual([request.target === '/' ? 300 : 32])
      for (const origin of all('origin'))
        expect(origin.toLowerCase()).toMatch(new RegExp(`^https?://${escaped(host.toLowerCase())}$`))
      expect(['/', '/draft']).toContain(request.target)
    }
    return 'read'
  })
})

test('requests to browser mode’s host', async () => {
  const origin = 'http://127.0.0.1:47160'
  const make = (draw: Draw): GuardedRequest => {
    const headers: Record<string, string | readonly string[]> = {
      host: draw() < 0.8 ? '127.0.0.1:47160' : oneOf(['localhost:47160', 'evil.test', '127.0.0.1', ''], draw),
    }
    if (draw() < 0.8) headers['authorization'] = draw() < 0.7 ? 'Bearer secret' : mutateText('Bearer secret', draw)
    if (draw() < 0.8) headers['content-type'] = oneOf(['application/json', 'application/json', 'text/plain', ''], draw)
    if (draw() < 0.3) headers['origin'] = oneOf([origin, 'http://localhost:47160', 'null', 'http://evil.test'], draw)
    if (draw() < 0.3) headers['sec-fetch-site'] = oneOf(['same-origin', 'none', 'cross-site', 'same-site'], draw)
    if (draw() < 0.1) headers[oneOf(['authorization', 'host', 'origin'], draw)] = ['Bearer secret', 'x']
    return {
      method: oneOf(['POST', 'GET', 'HEAD', 'PUT'], draw),
      path: oneOf(['/host/app.capabilities', '/host/events', '/', '/assets/x.js'], draw),
      headers,
    }
  }
  await tryDoor('request to browser mode’s host', scaled(2_000, 150_000), make, request => {
    if (!checkHostRequest(request, origin, 'secret').allowed) return 'refused'
    const { headers, path, method } = request
    expect([headers['host'], [undefined, origin].includes(String(headers['origin'] ?? origin))]).toEqual([
      '127.0.0.1:47160',
      true,
    ])
    if (path.startsWith('/host/'))
      expect([headers['authorization'], method]).toEqual(['Bearer secret', path === '/host/events' ? 'GET' : 'POST'])
    return 'read'
  })
})

test(
  'bytes on a socket',
  async () => {
    const running = await startBox(buildSetUp({ groups: [{ id: 'A', name: '组', slips: 3 }] }), {
      timeouts: { headers: 400, request: 400, check: 50, silence: 400 },
    })
    const { url } = running.station
    const { host, port } = new URL(url)
    const good = `GET /meeting HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`
    const bytes = (draw: Draw) => Buffer.from(below(6, draw) === 0 ? good : mutateText(good, draw))
    await tryDoor('bytes on the station’s socket', scaled(60, 2_500), bytes, async input => {
      const answer = await exchange(Number(port), input)
      return /^HTTP\/1\.1 200 /.test(answer) ? 'read' : 'refused'
    })
    // Still there, and nothing was anybody's bug.
    expect([(await fetch(`${url}meeting`)).status, running.bugs]).toEqual([200, []])
    await running.station.stop()
  },
  PATIENCE,
)

/** Sends bytes, ends its side, and gives what comes until the station ends its own. */
function exchange(port: number, bytes: Uint8Array): Promise<string> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    const chunks: Buffer[] = []
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    // What the station ends while bytes are on their way ends so; `close` follows.
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')))
    socket.end(bytes)
  })
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

test('the inputs are the same every time', () => {
  const [a, b] = [seeded(3), seeded(3)]
  expect(Array.from({ length: 200 }, () => head(a))).toEqual(Array.from({ length: 200 }, () => head(b)))
})
