import { isIP } from 'node:net'
import { CAST_TYPE } from '#shared/domain/ballot/cast/cast-message.ts'
import { DRAFT_PATH } from '#shared/domain/ballot/cast/draft-half.ts'
import { PROOF_BYTES } from '#shared/domain/ballot/slip/slip-proof.ts'

/** What is known of a request before any of its body is read. `rawHeaders` as Node gives them: name, value, name, … */
export type RequestHead = {
  readonly method: string
  readonly target: string
  readonly rawHeaders: readonly string[]
}

export type StationRules = {
  /** Names beside addresses and `localhost` by which phones may call the station, in lower case. */
  readonly names: readonly string[]
  /** The one size of every vote of the meeting. */
  readonly castBytes: number
}

export type Route = 'page' | 'meeting' | 'draft' | 'cast'

export type RequestVerdict =
  | { readonly ok: true; readonly route: Route }
  | { readonly ok: false; readonly status: 400 | 403 | 404 | 405 | 411 | 413 | 415 | 417 | 421 }

const LONGEST_TARGET = 2_048
const ONCE = [
  'host',
  'origin',
  'authorization',
  'content-type',
  'content-length',
  'transfer-encoding',
  'sec-fetch-site',
]

/**
 * Whether the station answers a request at all: one pure function, one test per attack. Everything is refused that the
 * ballot page does not do: other methods and paths, bodies that are not exactly one vote or one slip's proof, votes from another site's page.
 */
export function checkRequest({ method, target, rawHeaders }: RequestHead, rules: StationRules): RequestVerdict {
  const headers = readHeaders(rawHeaders)
  if (!headers) return refuse(400)
  // DNS rebinding: another site's page, whose name was made to point here, sends that name. An address cannot be rebound,
  // and must be allowed: it changes with the room's network, and a router or proxy may stand in between.
  const host = headers.get('host')
  if (host === undefined) return refuse(400)
  if (!isOurHost(host, rules.names)) return refuse(421)
  if (headers.has('upgrade')) return refuse(400)
  if (headers.has('expect')) return refuse(417)
  if (method !== 'GET' && method !== 'POST') return refuse(405)
  const route = routeOf(method, target)
  if (!route) return refuse(404)
  if (route === 'page' || route === 'meeting') return checkGet(headers, route)
  return checkPost(headers, host, route, route === 'cast' ? rules.castBytes : PROOF_BYTES)
}

/** Headers by lower-case name; `null` where one that must be unambiguous stands twice (request smuggling). */
export function readHeaders(raw: readonly string[]): ReadonlyMap<string, string> | null {
  const headers = new Map<string, string>()
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = (raw[index] ?? '').toLowerCase()
    if (headers.has(name) && ONCE.includes(name)) return null
    headers.set(name, raw[index + 1] ?? '')
  }
  return headers
}

/** Whether a `Host` is an address, `localhost` or one of `names`: nothing that another site could have made point here. */
export function isOurHost(host: string, names: readonly string[]): boolean {
  const bare = /^(\[[0-9a-f:.]{2,45}\]|[^:[\]@/\s]{1,253})(:[0-9]{1,5})?$/i.exec(host)?.[1]?.toLowerCase()
  if (bare === undefined) return false
  const address = bare.startsWith('[') ? bare.slice(1, -1) : bare
  return isIP(address) !== 0 || bare === 'localhost' || names.includes(bare)
}

/** Only the exact paths: nothing is decoded or resolved, so that nothing can be led astray by `..`, `%2e` or `//`. */
function routeOf(method: 'GET' | 'POST', target: string): Route | null {
  if (target.length > LONGEST_TARGET) return null
  if (method === 'POST') return target === '/' ? 'cast' : target === DRAFT_PATH ? 'draft' : null
  // WeChat and others add their own query to a scanned address; it is ignored.
  const [path] = target.split('?')
  return path === '/' ? 'page' : path === '/meeting' ? 'meeting' : null
}

function checkGet(headers: ReadonlyMap<string, string>, route: Route): RequestVerdict {
  const length = headers.get('content-length') ?? '0'
  return headers.has('transfer-encoding') || length !== '0' ? refuse(400) : { ok: true, route }
}

function checkPost(
  headers: ReadonlyMap<string, string>,
  host: string,
  route: 'draft' | 'cast',
  size: number,
): RequestVerdict {
  // Another site's page cannot read our answers, but could try slips; its browser says where it comes from.
  const origin = headers.get('origin')?.toLowerCase()
  const own = host.toLowerCase()
  if (origin !== undefined && origin !== `http://${own}` && origin !== `https://${own}`) return refuse(403)
  const site = headers.get('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return refuse(403)
  // A form of another site can send neither this type nor ask for leave to: the station answers no preflight.
  if (headers.get('content-type')?.toLowerCase() !== CAST_TYPE) return refuse(415)
  if (headers.has('transfer-encoding') || headers.has('content-encoding')) return refuse(411)
  const length = headers.get('content-length')
  if (length === undefined) return refuse(411)
  if (!/^[0-9]{1,9}$/.test(length)) return refuse(400)
  if (Number(length) > size) return refuse(413)
  return Number(length) < size ? refuse(400) : { ok: true, route }
}

type Refusal = Extract<RequestVerdict, { ok: false }>

function refuse(status: Refusal['status']): Refusal {
  return { ok: false, status }
}
