import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { performance } from 'node:perf_hooks'
import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import { castBytes } from '#shared/domain/ballot/cast/cast-message.ts'
import { refused } from '#shared/domain/ballot/cast/cast-reply.ts'
import { draftReplyJson } from '#shared/domain/ballot/cast/draft-half.ts'
import type { PublicBox } from '#shared/domain/ballot/cast/public-box.ts'
import { PROOF_BYTES } from '#shared/domain/ballot/slip/slip-proof.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { answerCast } from './answer-cast.ts'
import { answerDraft } from './answer-draft.ts'
import { ownVotes } from './own-votes.ts'
import { readBody } from './read-body.ts'
import { type Body, castStatus, EMPTY, json, send, squeezed } from './replies.ts'
import { checkRequest } from './request-check.ts'
import { slipLimit } from './slip-limit.ts'
import type { StationPage } from './station-page.ts'
import { type Traffic, trafficOf } from './traffic.ts'

export type StationOptions = {
  readonly store: BallotStore
  readonly box: PublicBox
  readonly host: string
  /** 0: any free port. */
  readonly port: number
  readonly page: StationPage
  /** Names by which phones may call the station, e.g. the router's name for it. */
  readonly names: readonly string[]
  /** Told that something of ours went wrong, by the error's name alone: a message could hold what nobody may read. */
  readonly onBug: (name: string) => void
  /** Told of every answer to a phone that posted something: what it was and how long it took, never whose. */
  readonly onAnswer?: (answer: StationAnswer) => void
  readonly timeouts?: Partial<Timeouts>
  /** Posts that may be in hand at once; one more is asked to come again (`busy`). */
  readonly mostAtOnce?: number
}

/** `answer`: a CastReply's or DraftReply's status, the reason of a refusal, or `failed` for what has gone wrong. */
export type StationAnswer = { readonly route: 'draft' | 'cast'; readonly answer: string; readonly ms: number }

/**
 * How long a request may take, in milliseconds: its headers, all of it, how often that is looked at, without a byte. `stop`:
 * how long a stopping station waits for phones whose request is not there as a whole; one that is gets its answer.
 */
export type Timeouts = {
  readonly headers: number
  readonly request: number
  readonly check: number
  readonly silence: number
  readonly stop: number
}

// A phone on bad Wi-Fi has half a minute for its one kilobyte.
const TIMEOUTS: Timeouts = { headers: 10_000, request: 30_000, check: 2_000, silence: 60_000, stop: 3_000 }

export type Station = {
  readonly url: string
  /** Takes no more requests, answers those it has, and ends. */
  readonly stop: () => Promise<void>
}

/** Why a station cannot start: the port is taken, the address is not this computer's, the port needs an administrator. */
export type StationFault = 'port-taken' | 'no-such-address' | 'not-allowed'

const FAULTS: Readonly<Record<string, StationFault>> = {
  EADDRINUSE: 'port-taken',
  EADDRNOTAVAIL: 'no-such-address',
  ENOTFOUND: 'no-such-address',
  EAI_AGAIN: 'no-such-address',
  EACCES: 'not-allowed',
}

/** Beyond this a vote would wait longer than its phone does; what waits must have an end. */
const MOST_AT_ONCE = 2_000

/**
 * Phones that may stand at the door at once, before they are let in; the system may allow fewer. Beyond Node's own 511 a
 * hall that submits together finds the door shut, and a phone knocks again only after one second, then two, then four.
 */
const BACKLOG = 4_000

/** Starts the station (投票站) of a sealed box on one address of this computer, its own server: no log, no cookie, no CORS. */
export async function startStation(options: StationOptions): Promise<Result<Station, StationFault>> {
  const timeouts = { ...TIMEOUTS, ...options.timeouts }
  const server = createServer(
    {
      // Slow or endless requests end by themselves.
      headersTimeout: timeouts.headers,
      requestTimeout: timeouts.request,
      connectionsCheckingInterval: timeouts.check,
      keepAliveTimeout: 5_000,
      maxHeaderSize: 8_192,
    },
    (request, response) => {
      if (traffic.isStopping()) response.setHeader('Connection', 'close')
      answer(request, response).catch((error: unknown) => {
        options.onBug(error instanceof Error ? error.name : 'unknown')
        if (!response.headersSent) send(response, 500, json(refused('storage')))
        else response.destroy()
      })
    },
  )
  const traffic = trafficOf(server, options.mostAtOnce ?? MOST_AT_ONCE)
  const answer = answers(options, traffic)
  server.maxConnections = 4_000
  server.setTimeout(timeouts.silence)
  // What is no HTTP gets no answer worth the name, and is not written down either.
  server.on('clientError', (_error, socket: Socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
    else socket.destroy()
  })
  const fault = await listen(server, options)
  if (fault) return failure(fault)
  return success({ url: urlOf(server), stop: () => traffic.stop(timeouts.stop) })
}

function answers(
  options: StationOptions,
  traffic: Traffic,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { store, box, page, onAnswer } = options
  const rules = { names: options.names, castBytes: castBytes(box.meeting) }
  const limit = slipLimit()
  const castOwn = ownVotes()
  const mayShow = (slip: string) => limit(slip, performance.now())
  const html = { type: 'text/html; charset=utf-8', bytes: page.html, contentSecurityPolicy: page.contentSecurityPolicy }
  // A thousand phones load both at once: squeezed once, not for each.
  const shown: Readonly<Record<'page' | 'meeting', Body>> = { page: squeezed(html), meeting: squeezed(json(box)) }
  const reply = {
    draft: (proof: Uint8Array) => answerDraft(proof, store, mayShow),
    cast: (vote: Uint8Array) => answerCast(vote, store, box.meeting, mayShow, castOwn),
  }
  const post = async (route: 'draft' | 'cast', body: Uint8Array, response: ServerResponse) => {
    const start = performance.now()
    const tell = (code: string) => onAnswer?.({ route, answer: code, ms: performance.now() - start })
    const answer = await reply[route](body).catch((error: unknown) => {
      tell('failed')
      throw error
    })
    tell(answer.status === 'refused' ? answer.reason : answer.status)
    const text = answer.status === 'unused' ? draftReplyJson(answer) : answer
    if (!response.destroyed) send(response, answer.status === 'unused' ? 200 : castStatus(answer), json(text))
  }
  return async (request, response) => {
    const { method = '', url: target = '', rawHeaders } = request
    const verdict = checkRequest({ method, target, rawHeaders }, rules)
    if (!verdict.ok) return send(response, verdict.status, method === 'POST' ? json(refused('bad-request')) : EMPTY)
    const { route } = verdict
    if (route === 'page' || route === 'meeting')
      return send(response, 200, shown[route], request.headers['accept-encoding'])
    const body = await readBody(request, route === 'draft' ? PROOF_BYTES : rules.castBytes)
    if (!body) return response.destroyed ? undefined : send(response, 400, json(refused('bad-request')))
    if (traffic.isFull()) {
      onAnswer?.({ route, answer: 'busy', ms: 0 })
      return send(response, 503, json(refused('busy')))
    }
    await traffic.answering(request.socket, () => post(route, body, response))
  }
}

async function listen(server: Server, { host, port }: StationOptions): Promise<StationFault | null> {
  const listening = new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port, backlog: BACKLOG, exclusive: true }, resolve)
  })
  try {
    await listening
    return null
  } catch (error) {
    const fault = error instanceof Error && 'code' in error ? FAULTS[String(error.code)] : undefined
    if (fault === undefined) throw error
    return fault
  }
}

/** The address to open. A station on all addresses is shown by its own loopback one. */
function urlOf(server: Server): string {
  // A server that listens on a TCP port has such an address.
  const { address, family, port } = server.address() as AddressInfo
  const host = address === '0.0.0.0' ? '127.0.0.1' : address === '::' ? '::1' : address
  return `http://${family === 'IPv6' ? `[${host}]` : host}:${port}/`
}
