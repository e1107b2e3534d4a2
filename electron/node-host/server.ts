import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { answerCall, refuse } from '#electron/host/answer-call.ts'
import { CONTENT_SECURITY_POLICY, policyOf } from '#electron/host/content-security-policy.ts'
import { staticFile } from '#electron/host/static-files.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { checkRequest } from './check-request.ts'
import type { EventStream } from './event-stream.ts'

/** A year of a hundred times a large city's is 64 MB; JSON's escapes may double it. */
const MOST_BYTES = 128 * 1024 * 1024

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

export type BrowserModeOptions = {
  readonly handlers: Handlers
  readonly eventStream: EventStream
  /** The built renderer. */
  readonly folder: string
  readonly token: string
}

/** Browser mode's server: the built renderer and the contract, for this machine only. Call `listenLocally` to start it. */
export function createBrowserModeServer(options: BrowserModeOptions): Server {
  const server = createServer({ requireHostHeader: true, headersTimeout: 10_000, requestTimeout: 60_000 })
  server.on('request', (request, response) => {
    respond(request, response, server, options).catch(() => {
      response.destroy()
    })
  })
  return server
}

/** Listens on 127.0.0.1 and nowhere else; port 0 is a free one. Rejects where the port is taken. */
export function listenLocally(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve(portOf(server))
    })
  })
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  server: Server,
  options: BrowserModeOptions,
): Promise<void> {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value)
  const path = (request.url ?? '/').split('?')[0] ?? '/'
  const origin = `http://127.0.0.1:${portOf(server)}`
  const verdict = checkRequest(
    { method: request.method ?? '', path, headers: distinct(request) },
    origin,
    options.token,
  )
  if (!verdict.allowed) {
    response.writeHead(verdict.status).end()
    return
  }
  if (path === '/host/events') options.eventStream.attach(response)
  else if (path.startsWith('/host/')) await respondToCall(path.slice('/host/'.length), request, response, options)
  else await respondWithFile(path, response, options.folder)
}

/** Headers with a repeated one as an array, so that the guard sees the repetition instead of the first value. */
function distinct(request: IncomingMessage): Record<string, string | readonly string[]> {
  return Object.fromEntries(
    Object.entries(request.headersDistinct).flatMap(([name, values]) =>
      values === undefined ? [] : [[name, values.length === 1 ? (values[0] ?? '') : values] as const],
    ),
  )
}

async function respondToCall(
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
  { handlers }: BrowserModeOptions,
): Promise<void> {
  const body = await readBody(request)
  const input = body === null ? undefined : parseJson(body)
  const reply = input === undefined ? refuse('bad-request') : await answerCall(handlers, name, input)
  response.setHeader('Cache-Control', 'no-store')
  if (reply.ok && reply.data instanceof Uint8Array) {
    response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(reply.data)
    return
  }
  response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(reply))
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > MOST_BYTES) return null
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function respondWithFile(path: string, response: ServerResponse, folder: string): Promise<void> {
  const file = await staticFile(folder, path)
  if (!file) {
    response.writeHead(404).end()
    return
  }
  response
    .writeHead(200, {
      'Content-Type': file.type,
      'Content-Security-Policy': policyOf(path),
      'Cache-Control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-store',
    })
    .end(file.body)
}
