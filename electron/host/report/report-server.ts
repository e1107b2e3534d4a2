import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { performance } from 'node:perf_hooks'
import type { HubDatabase } from '#electron/host/hub/hub-database.ts'
import { HubFailure } from '#electron/host/hub/hub-failure.ts'
import { readBody } from '#electron/host/station/read-body.ts'
import { type Body, EMPTY, json, send, squeezed } from '#electron/host/station/replies.ts'
import type { StationPage } from '#electron/host/station/station-page.ts'
import { inTurn } from '#electron/host/workbook/in-turn.ts'
import { readWorkbook } from '#electron/host/workbook/read-workbook.ts'
import { refusedReport } from '#shared/domain/report/report-exchange.ts'
import { answerOffice, type OfficeAnswer, type OfficeRoute, refusedOffice } from './answer-office.ts'
import { answerReport, type ReportAnswer } from './answer-report.ts'
import { officeStore } from './office-store.ts'
import { checkReportRequest, type ReportRoute } from './report-request-check.ts'
import { reportStore } from './report-store.ts'
import { secretHash } from './secret-hash.ts'
import { tokenLimit } from './token-limit.ts'

export type ReportServerOptions = {
  readonly db: HubDatabase
  readonly host: string
  /** 0: any free port. */
  readonly port: number
  readonly page: StationPage
  /** Names by which the server may be called, in lower case. */
  readonly names: readonly string[]
  /** Told that something went wrong, by the error's name alone: a message could hold what somebody wrote. */
  readonly onBug: (name: string) => void
}

export type ReportServer = {
  readonly url: string
  /** Takes no more requests, answers those it has, and ends. */
  readonly stop: () => Promise<void>
}

// A scanned booklet on a slow line; a minute without a byte ends it before.
const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 600_000, connectionsCheckingInterval: 2_000 }
const PATIENCE = 3_000

// Typing saves about once a second in each of several windows; a file costs a worker of its own.
const OFTEN = { atOnce: 120, perSecond: 8 }
const SELDOM = { atOnce: 10, perSecond: 0.2 }
const FILES_AT_ONCE = 2
const ATTACHING = { atOnce: 60, perSecond: 0.5 }
// Each is in memory while it comes and while it is stored; the others wait at the door.
const ATTACHED_AT_ONCE = 4

const STATUS: Readonly<Record<string, number>> = {
  'unknown-link': 403,
  'wrong-key': 403,
  busy: 429,
  storage: 503,
}

/**
 * Starts the server that reports are filled in at (网上报送): the page, what it posts, and what the office's app asks. Its
 * own server, no log, no cookie, no CORS; TLS is a proxy's work in front of it. Rejects with the system's error where it
 * cannot listen.
 */
export async function startReportServer(options: ReportServerOptions): Promise<ReportServer> {
  const answer = answers(options)
  const server = createServer({ ...TIMEOUTS, keepAliveTimeout: 5_000, maxHeaderSize: 8_192 }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      options.onBug(error instanceof Error ? error.name : 'unknown')
      if (response.headersSent) {
        response.destroy()
        return
      }
      const unavailable = error instanceof HubFailure
      send(response, unavailable ? 503 : 500, json({ status: 'refused', reason: 'storage' }))
    })
  })
  server.setTimeout(60_000)
  server.on('clientError', (_error, socket: Socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
    else socket.destroy()
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: options.host, port: options.port, exclusive: true }, resolve)
  })
  return { url: urlOf(server), stop: () => stop(server) }
}

function answers({ db, page, names }: ReportServerOptions) {
  const reports = reportStore(db)
  const office = officeStore(db)
  const often = tokenLimit(OFTEN)
  const seldom = tokenLimit(SELDOM)
  const attaching = tokenLimit(ATTACHING)
  const turn = inTurn(FILES_AT_ONCE)
  const attachTurn = inTurn(ATTACHED_AT_ONCE)
  const limits: Partial<Record<ReportRoute, typeof often>> = { read: seldom, book: seldom, file: attaching }
  const readSheets = (bytes: Uint8Array) => turn(() => readWorkbook(bytes, 'form.xlsx'))
  const shown = squeezed({
    type: 'text/html; charset=utf-8',
    bytes: page.html,
    contentSecurityPolicy: page.contentSecurityPolicy,
  })
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', url: target = '', rawHeaders } = request
    const verdict = checkReportRequest({ method, target, rawHeaders }, names)
    if (!verdict.ok)
      return send(response, verdict.status, method === 'POST' ? json(refusedReport('bad-request')) : EMPTY)
    if (verdict.route === 'page') return send(response, 200, shown, request.headers['accept-encoding'])
    const { route, secret, length } = verdict
    const name = secretHash(secret).toString('base64')
    const limit = limits[route] ?? often
    if (!limit(name, performance.now())) return send(response, 429, json(refusedReport('busy')))
    // Who is not known does not get to fill the memory with a body.
    const stranger = isOffice(route)
      ? (await office.knows(secret))
        ? null
        : refusedOffice('wrong-key')
      : (await reports.knows(secret))
        ? null
        : refusedReport('unknown-link')
    const answerIt = async () => {
      const body = stranger ? null : await readBody(request, length)
      if (response.destroyed) return
      const { status, bytes } = body
        ? answerOf(
            isOffice(route)
              ? await answerOffice(route, body, office)
              : await answerReport(route, secret, body, reports, readSheets),
          )
        : replyOf(stranger ?? refusedReport('bad-request'))
      if (!response.destroyed) send(response, status, bytes)
    }
    await (route === 'file' || route === 'office-file' ? attachTurn(answerIt) : answerIt())
  }
}

function isOffice(route: ReportRoute): route is OfficeRoute {
  return route.startsWith('office-')
}

type Answered = { readonly status: number; readonly bytes: Body }

function answerOf(answer: OfficeAnswer | ReportAnswer): Answered {
  if (answer.kind === 'reply') return replyOf(answer.reply)
  return { status: 200, bytes: { type: 'application/octet-stream', bytes: answer.bytes } }
}

function replyOf(reply: { readonly status: string; readonly reason?: string }): Answered {
  const refused = reply.status === 'refused' ? (STATUS[reply.reason ?? ''] ?? 400) : 200
  return { status: refused, bytes: json(reply) }
}

function urlOf(server: Server): string {
  // A server that listens on a TCP port has such an address.
  const { address, family, port } = server.address() as AddressInfo
  const host = address === '0.0.0.0' ? '127.0.0.1' : address === '::' ? '::1' : address
  return `http://${family === 'IPv6' ? `[${host}]` : host}:${port}/`
}

async function stop(server: Server): Promise<void> {
  const patience = setTimeout(() => server.closeAllConnections(), PATIENCE)
  await new Promise<void>(resolve => {
    server.close(() => resolve())
  })
  clearTimeout(patience)
}
