import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { type OfficeReply, officeReplySchema } from '#shared/domain/report/office-exchange.ts'
import { MOST_ATTACHMENT_BYTES } from '#shared/domain/self/attachment-kinds.ts'
import { parseShape } from '#shared/lib/parse-shape.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { trustedCertificates } from './hub-certificates.ts'

/**
 * A hub as the office entered it: an address that ends in `/`, and the office's key. `certificate`: PEM text of what the
 * office trusts for it beside what is trusted anyway.
 */
export type Hub = { readonly address: string; readonly key: string; readonly certificate?: string | undefined }

export type HubTrouble = 'hub-unreachable' | 'hub-certificate' | 'hub-key' | 'not-a-hub' | 'hub-busy'

const PATIENCE = 60_000
/** The largest answer that is read, in bytes: a thousand summaries. */
const MOST_BYTES = 64 * 1024 * 1024
const REFUSALS = { 'wrong-key': 'hub-key', busy: 'hub-busy', 'bad-request': 'not-a-hub', storage: 'hub-busy' } as const

/**
 * Asks a hub one thing. Certificates are checked, and nothing is followed to another address: the key goes to the hub
 * that was entered, or nowhere.
 */
export async function askHub(hub: Hub, path: string, body: unknown): Promise<Result<OfficeReply, HubTrouble>> {
  const response = await post(hub, path, JSON.stringify(body))
  if (!response.ok) return response
  const read = parseShape(officeReplySchema, response.value)
  if (!read.ok) return failure('not-a-hub')
  return read.value.status === 'refused' ? failure(REFUSALS[read.value.reason]) : read
}

/** A file that was handed in, as its bytes; the hub has it no more: `hub-changed`. */
export async function askHubFile(
  hub: Hub,
  path: string,
  body: unknown,
): Promise<Result<Uint8Array, HubTrouble | 'hub-changed'>> {
  try {
    const response = await send(hub, new URL(path, hub.address), JSON.stringify(body))
    const isFile = response.headers['content-type'] === 'application/octet-stream'
    const bytes = await limitedBytes(response, isFile ? MOST_ATTACHMENT_BYTES : MOST_BYTES)
    if (bytes === null) return failure('not-a-hub')
    if (isFile && response.statusCode === 200) return success(bytes)
    const read = parseShape(officeReplySchema, parsed(bytes.toString('utf8')))
    if (!read.ok) return failure((response.statusCode ?? 0) >= 500 ? 'hub-unreachable' : 'not-a-hub')
    if (read.value.status === 'refused') return failure(REFUSALS[read.value.reason])
    return failure(read.value.status === 'changed' ? 'hub-changed' : 'not-a-hub')
  } catch (error) {
    return failure(isCertificateError(error) ? 'hub-certificate' : 'hub-unreachable')
  }
}

async function post(hub: Hub, path: string, body: string): Promise<Result<unknown, HubTrouble>> {
  try {
    const response = await send(hub, new URL(path, hub.address), body)
    if (!response.headers['content-type']?.startsWith('application/json')) {
      response.destroy()
      return failure((response.statusCode ?? 0) >= 500 ? 'hub-unreachable' : 'not-a-hub')
    }
    const bytes = await limitedBytes(response, MOST_BYTES)
    return bytes === null ? failure('not-a-hub') : success(parsed(bytes.toString('utf8')))
  } catch (error) {
    return failure(isCertificateError(error) ? 'hub-certificate' : 'hub-unreachable')
  }
}

/** Asks the one address and follows no other. */
function send({ key, certificate }: Hub, url: URL, body: string): Promise<IncomingMessage> {
  const headers = {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    Authorization: `Bearer ${key}`,
  }
  // A connection of its own: a hub is asked seldom, and a kept one may have ended meanwhile.
  const options = { method: 'POST', headers, agent: false, signal: AbortSignal.timeout(PATIENCE) } as const
  return new Promise((resolve, reject) => {
    const request =
      url.protocol === 'https:'
        ? httpsRequest(url, { ...options, ca: trustedCertificates(certificate) }, resolve)
        : httpRequest(url, options, resolve)
    request.once('error', reject)
    request.end(body)
  })
}

async function limitedBytes(response: IncomingMessage, most: number): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response) {
    const bytes: Buffer = chunk
    size += bytes.length
    if (size > most) return null
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // No JSON is no hub: the schema says so.
    return undefined
  }
}

function isCertificateError(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /CERT|UNABLE_TO_(?:GET|VERIFY)/.test(code)
}

/** An entered address as it is kept: http or https, nothing secret in it, with `/` at its end; null for anything else. */
export function hubAddress(text: string): string | null {
  const typed = text.trim()
  const url = URL.parse(/^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`)
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null
  return url.href.endsWith('/') ? url.href : `${url.href}/`
}
