import { type OfficeReply, officeReplySchema } from '#shared/domain/report/office-exchange.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'

/** A hub as the office entered it: an address that ends in `/`, and the office's key. */
export type Hub = { readonly address: string; readonly key: string }

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
  const read = officeReplySchema.safeParse(response.value)
  if (!read.success) return failure('not-a-hub')
  return read.data.status === 'refused' ? failure(REFUSALS[read.data.reason]) : success(read.data)
}

async function post(hub: Hub, path: string, body: string): Promise<Result<unknown, HubTrouble>> {
  try {
    const response = await fetch(new URL(path, hub.address), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${hub.key}` },
      body,
      redirect: 'manual',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE),
    })
    if (!response.headers.get('content-type')?.startsWith('application/json')) {
      await response.body?.cancel()
      return failure(response.status >= 500 ? 'hub-unreachable' : 'not-a-hub')
    }
    const text = await limitedText(response)
    return text === null ? failure('not-a-hub') : success(parsed(text))
  } catch (error) {
    return failure(isCertificateError(error) ? 'hub-certificate' : 'hub-unreachable')
  }
}

async function limitedText({ body }: Response): Promise<string | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size > MOST_BYTES) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // No JSON is no hub: the schema says so.
    return undefined
  }
}

/** `fetch` tells every failure as one; what it was stands in its cause. */
function isCertificateError(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return /CERT|UNABLE_TO_(?:GET|VERIFY)|ERR_TLS|ERR_SSL/.test(code)
}

/** An entered address as it is kept: http or https, nothing secret in it, with `/` at its end; null for anything else. */
export function hubAddress(text: string): string | null {
  const typed = text.trim()
  const url = URL.parse(/^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`)
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null
  return url.href.endsWith('/') ? url.href : `${url.href}/`
}
