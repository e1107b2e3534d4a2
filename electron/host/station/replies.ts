import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { CastReply } from '#shared/domain/ballot/cast/cast-reply.ts'

// No Cross-Origin-Opener-Policy: browsers ignore it on plain http, and complain.
const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
}

const NOTHING_ALLOWED = "default-src 'none'; frame-ancestors 'none'"

export type Body = {
  readonly type: string
  /** A text goes out in one piece with its headers, bytes in a piece of their own. */
  readonly bytes: Uint8Array | string
  /** The same, gzipped, for those who accept it. Only for what is the same for everyone: length would tell secrets. */
  readonly gzip?: Uint8Array
  readonly contentSecurityPolicy?: string
}

/** A body that everyone gets, with its gzipped form. */
export function squeezed(body: Body): Body {
  return { ...body, gzip: gzipSync(body.bytes, { level: 9 }) }
}

/**
 * Sends one whole answer. No date, no server's name, no cookie; after a refusal the connection ends, and one that
 * is for now says when to come again (our phones have their own longer and longer pauses; a proxy may not).
 */
export function send(response: ServerResponse, status: number, body: Body, accepted: string | string[] = ''): void {
  response.sendDate = false
  const gzip = /\bgzip\b(?!\s*;\s*q=0(?![.]?\d*[1-9]))/i.test(String(accepted)) ? body.gzip : undefined
  const bytes = gzip ?? body.bytes
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    'Content-Security-Policy': body.contentSecurityPolicy ?? NOTHING_ALLOWED,
    'Content-Type': body.type,
    'Content-Length': Buffer.byteLength(bytes),
    ...(gzip ? { 'Content-Encoding': 'gzip' } : {}),
    ...(body.gzip ? { Vary: 'Accept-Encoding' } : {}),
    ...(status >= 400 ? { Connection: 'close' } : {}),
    ...(status === 429 || status === 503 ? { 'Retry-After': '1' } : {}),
  })
  response.end(bytes)
}

/** A value as a JSON body. */
export function json(value: unknown): Body {
  return { type: 'application/json; charset=utf-8', bytes: JSON.stringify(value) }
}

export const EMPTY: Body = { type: 'text/plain; charset=utf-8', bytes: new Uint8Array() }

const STATUS: Readonly<Record<string, number>> = {
  'unknown-slip': 403,
  closed: 409,
  'bad-request': 400,
  busy: 429,
  storage: 503,
}

/** The HTTP status of an answer to a vote. */
export function castStatus(reply: CastReply): number {
  return reply.status === 'refused' ? (STATUS[reply.reason] ?? 400) : 200
}
