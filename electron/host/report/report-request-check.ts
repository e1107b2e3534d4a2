import { isOurHost, type RequestHead, readHeaders } from '#electron/host/station/request-check.ts'
import { MOST_OFFICE_BYTES, OFFICE_PATHS } from '#shared/domain/report/office-exchange.ts'
import { MOST_ANSWER_BYTES, MOST_UPLOAD_BYTES, REPORT_PATHS, TOKEN } from '#shared/domain/report/report-exchange.ts'
import { MOST_ATTACHMENT_BYTES } from '#shared/domain/self/attachment-kinds.ts'

export type ReportRoute = keyof typeof ROUTES

export type ReportVerdict =
  | { readonly ok: true; readonly route: 'page' }
  | { readonly ok: true; readonly route: ReportRoute; readonly secret: string; readonly length: number }
  | { readonly ok: false; readonly status: 400 | 401 | 403 | 404 | 405 | 411 | 413 | 415 | 417 | 421 }

const JSON_TYPE = 'application/json'
const FILE_TYPE = 'application/octet-stream'
const LONGEST_TARGET = 2_048

/** What is posted where: its path, its type and its largest body. */
const ROUTES = {
  open: { path: `/${REPORT_PATHS.open}`, type: JSON_TYPE, most: 1_024 },
  save: { path: `/${REPORT_PATHS.save}`, type: JSON_TYPE, most: MOST_ANSWER_BYTES },
  submit: { path: `/${REPORT_PATHS.submit}`, type: JSON_TYPE, most: 1_024 },
  file: { path: `/${REPORT_PATHS.file}`, type: FILE_TYPE, most: MOST_ATTACHMENT_BYTES },
  read: { path: `/${REPORT_PATHS.read}`, type: FILE_TYPE, most: MOST_UPLOAD_BYTES },
  book: { path: `/${REPORT_PATHS.book}`, type: JSON_TYPE, most: 1_024 },
  'office-check': { path: `/${OFFICE_PATHS.check}`, type: JSON_TYPE, most: 1_024 },
  'office-publish': { path: `/${OFFICE_PATHS.publish}`, type: JSON_TYPE, most: MOST_OFFICE_BYTES },
  'office-fetch': { path: `/${OFFICE_PATHS.fetch}`, type: JSON_TYPE, most: 1_024 },
  'office-file': { path: `/${OFFICE_PATHS.file}`, type: JSON_TYPE, most: 4_096 },
  'office-return': { path: `/${OFFICE_PATHS.return}`, type: JSON_TYPE, most: 16_384 },
  'office-remove': { path: `/${OFFICE_PATHS.remove}`, type: JSON_TYPE, most: MOST_OFFICE_BYTES },
} as const

// Written out once: the routes are a plain object, whose keys are the routes' names.
const NAMES = Object.keys(ROUTES) as readonly ReportRoute[]

/**
 * Whether the reporting server answers a request at all: one pure function, one test per attack. What the reporting page
 * and the office's app do not do is refused before any of it is read; `names` are the server's own, in lower case.
 */
export function checkReportRequest(
  { method, target, rawHeaders }: RequestHead,
  names: readonly string[],
): ReportVerdict {
  const headers = readHeaders(rawHeaders)
  if (!headers) return refuse(400)
  // DNS rebinding: see electron/host/station/request-check.ts.
  const host = headers.get('host')
  if (host === undefined) return refuse(400)
  if (!isOurHost(host, names)) return refuse(421)
  if (headers.has('upgrade')) return refuse(400)
  if (headers.has('expect')) return refuse(417)
  if (method !== 'GET' && method !== 'POST') return refuse(405)
  if (target.length > LONGEST_TARGET) return refuse(404)
  if (method === 'GET') return checkGet(headers, target)
  // The exact path: nothing is decoded or resolved, and no query, in which a secret could end up in a log.
  const route = NAMES.find(name => ROUTES[name].path === target)
  return route ? checkPost(headers, host, route) : refuse(404)
}

/** WeChat and others add their own query to an address that is opened; it is ignored. */
function checkGet(headers: ReadonlyMap<string, string>, target: string): ReportVerdict {
  if (target.split('?')[0] !== '/') return refuse(404)
  const length = headers.get('content-length') ?? '0'
  return headers.has('transfer-encoding') || length !== '0' ? refuse(400) : { ok: true, route: 'page' }
}

function checkPost(headers: ReadonlyMap<string, string>, host: string, route: ReportRoute): ReportVerdict {
  const { type, most } = ROUTES[route]
  // Another site's page knows no token; it is kept from trying all the same. No cookie would help it: there are none.
  const origin = headers.get('origin')?.toLowerCase()
  const own = host.toLowerCase()
  if (origin !== undefined && origin !== `http://${own}` && origin !== `https://${own}`) return refuse(403)
  const site = headers.get('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return refuse(403)
  // Neither type can be sent by a form of another site, and no preflight is answered.
  if (headers.get('content-type')?.toLowerCase() !== type) return refuse(415)
  if (headers.has('transfer-encoding') || headers.has('content-encoding')) return refuse(411)
  const length = headers.get('content-length')
  if (length === undefined) return refuse(411)
  if (!/^[0-9]{1,9}$/.test(length)) return refuse(400)
  if (Number(length) > most) return refuse(413)
  const secret = /^Bearer (\S+)$/.exec(headers.get('authorization') ?? '')?.[1] ?? ''
  return TOKEN.test(secret) ? { ok: true, route, secret, length: Number(length) } : refuse(401)
}

function refuse(status: Extract<ReportVerdict, { ok: false }>['status']): ReportVerdict {
  return { ok: false, status }
}
