import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createHttpHost, type HttpHost } from '#renderer/host/http-host.ts'

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void

/** A real server that streams events and answers calls as told; everything is closed after the test. */
async function startServer(answer: Answer) {
  const streams = new Set<ServerResponse>()
  const server = createServer(async (request, response) => {
    if (request.url === '/host/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': open\n\n')
      streams.add(response)
      return
    }
    let body = ''
    for await (const chunk of request) body += chunk
    answer(request, response, body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    tell: (text: string) => {
      for (const stream of streams) stream.write(text)
    },
    hangUp: () => {
      for (const stream of streams) stream.destroy()
      streams.clear()
    },
    listeners: () => streams.size,
  }
}

function connect(origin: string): HttpHost {
  const host = createHttpHost(origin, 'secret-token')
  onTestFinished(host.close)
  return host
}

const json = (response: ServerResponse, value: unknown) =>
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value))

const CAPABILITIES = { version: '1.0.0', can: { reveal: false, open: false, projector: false } }

// Catches: a call without the secret, to the wrong address, or sent before the events could arrive.
test('a call carries the token, after the event stream stands', async () => {
  const seen: unknown[] = []
  const server = await startServer((request, response, body) => {
    seen.push([request.method, request.url, request.headers.authorization, body, server.listeners()])
    json(response, { ok: true, data: CAPABILITIES })
  })
  expect(await connect(server.origin).request('app.capabilities', {})).toEqual({ ok: true, data: CAPABILITIES })
  expect(seen).toEqual([['POST', '/host/app.capabilities', 'Bearer secret-token', '{}', 1]])
})

// Catches: a file's bytes read as text.
test('bytes come back as bytes', async () => {
  const bytes = Buffer.from([0x25, 0x50, 0x44, 0x46, 0x00, 0xff])
  const server = await startServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(bytes)
  })
  const reply = await connect(server.origin).request('sheets.read', { job: 'a', index: 0 })
  expect(reply.ok && [...reply.data]).toEqual([...bytes])
})

test.each([
  // Catches: a stale token told as a crash.
  { what: 'a refused token', answer: 401, code: 'not-allowed' },
  { what: 'a broken host', answer: 500, code: 'internal' },
])('$what is a reply, not a throw', async ({ answer, code }) => {
  const server = await startServer((_request, response) => {
    response.writeHead(answer).end()
  })
  const reply = await connect(server.origin).request('app.capabilities', {})
  expect(reply).toEqual({ ok: false, error: { code, details: [] } })
})

// Catches: a host of another version whose answer is taken on trust.
test('an answer that does not fit the contract is refused', async () => {
  const server = await startServer((_request, response) => {
    json(response, { ok: true, data: { version: 3 } })
  })
  const reply = await connect(server.origin).request('app.capabilities', {})
  expect(reply).toEqual({ ok: false, error: { code: 'internal', details: [] } })
})

// Catches: a program that is not there told as an exception, or waited for without end.
test('nobody listening is a reply', async () => {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  const reply = await connect(`http://127.0.0.1:${port}`).request('app.capabilities', {})
  expect(reply).toEqual({ ok: false, error: { code: 'internal', details: [] } })
})

// Catches: an event cut in two by the network; one for another listener; one after the listener left.
test('events reach their listeners whole, until they leave', async () => {
  const server = await startServer((_request, response) => json(response, { ok: true, data: CAPABILITIES }))
  const host = connect(server.origin)
  const seen: unknown[] = []
  const twice = Promise.withResolvers<void>()
  const leave = host.on('sheets.progress', payload => {
    seen.push(payload.done)
    if (seen.length === 2) twice.resolve()
  })
  host.on('sheets.finished', () => seen.push('finished'))
  await host.request('app.capabilities', {})
  const event = (done: number) =>
    `event: sheets.progress\ndata: ${JSON.stringify({ job: 'a', done, total: 9, file: '表' })}\n\n`
  server.tell(event(1).slice(0, 40))
  server.tell(event(1).slice(40) + event(2))
  await twice.promise
  leave()
  const last = Promise.withResolvers<void>()
  host.on('sheets.failed', () => last.resolve())
  server.tell(`${event(3)}event: sheets.failed\ndata: {"job":"a","code":"internal","details":[],"resumable":false}\n\n`)
  await last.promise
  expect(seen).toEqual([1, 2])
})

// Catches: a laptop that slept and never hears of its job again.
test('a broken event stream is taken up again', async () => {
  const server = await startServer((_request, response) => json(response, { ok: true, data: CAPABILITIES }))
  const host = connect(server.origin)
  await host.request('app.capabilities', {})
  const heard = Promise.withResolvers<void>()
  host.on('sheets.failed', () => heard.resolve())
  server.hangUp()
  await expect.poll(() => server.listeners(), { timeout: 10_000 }).toBe(1)
  server.tell('event: sheets.failed\ndata: {"job":"a","code":"internal","details":[],"resumable":false}\n\n')
  await heard.promise
})
