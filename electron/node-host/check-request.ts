import { timingSafeEqual } from 'node:crypto'

/** What the guard may look at; a header that came twice is an array. */
export type GuardedRequest = {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
}

export type Verdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly status: 400 | 401 | 403 | 405 | 415 }

const deny = (status: 400 | 401 | 403 | 405 | 415): Verdict => ({ allowed: false, status })

/**
 * Browser mode's request check, one pure function. `origin` is the host's own (`http://127.0.0.1:47160`), `token` the
 * start's secret. Pages (GET) are open to the same machine; `/host/…` needs the token.
 */
export function checkRequest(request: GuardedRequest, origin: string, token: string): Verdict {
  const { method, path, headers } = request
  // DNS rebinding: a foreign name that resolves to 127.0.0.1 arrives with its own Host.
  if (headers['host'] !== new URL(origin).host) return deny(403)
  // A page of another origin, or of another port of this machine, that posts here.
  if (headers['origin'] !== undefined && headers['origin'] !== origin) return deny(403)
  const page = !path.startsWith('/host/')
  const site = headers['sec-fetch-site']
  // Being led to the page from elsewhere is harmless (it holds nothing without the token); being embedded is not.
  const ledHere = page && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !ledHere) return deny(403)
  if (page) return method === 'GET' || method === 'HEAD' ? { allowed: true } : deny(405)
  const call = path !== '/host/events'
  if (method !== (call ? 'POST' : 'GET')) return deny(405)
  if (!sameToken(headers['authorization'], token)) return deny(401)
  // A form of another site can send text/plain without asking; it cannot send JSON.
  if (call && headers['content-type'] !== 'application/json') return deny(415)
  return { allowed: true }
}

function sameToken(header: string | readonly string[] | undefined, token: string): boolean {
  if (typeof header !== 'string') return false
  const given = Buffer.from(header)
  const expected = Buffer.from(`Bearer ${token}`)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
