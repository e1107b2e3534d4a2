import { describe, expect, test } from 'vitest'
import { checkReportRequest } from '#electron/host/report/report-request-check.ts'

const TOKEN = 'a'.repeat(32)
const NAMES = ['baosong.example.cn']

type Change = {
  readonly method?: string
  readonly target?: string
  readonly headers?: Readonly<Record<string, string | null>>
}

/** A save as the page sends it, with something changed; a header of null is left out. */
function check({ method = 'POST', target = '/report/save', headers = {} }: Change = {}) {
  const all: Record<string, string | null> = {
    Host: 'baosong.example.cn',
    'Content-Type': 'application/json',
    'Content-Length': '100',
    Authorization: `Bearer ${TOKEN}`,
    Origin: 'https://baosong.example.cn',
    'Sec-Fetch-Site': 'same-origin',
    ...headers,
  }
  const rawHeaders = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [name, value]))
  return checkReportRequest({ method, target, rawHeaders }, NAMES)
}

const open: Change = { method: 'GET', target: '/', headers: { 'Content-Length': null } }

describe('what is answered', () => {
  test('the page, also with the query that WeChat adds', () => {
    expect(check(open)).toEqual({ ok: true, route: 'page' })
    expect(check({ ...open, target: '/?from=singlemessage' })).toEqual({ ok: true, route: 'page' })
  })

  test.each([
    ['/report/open', 'application/json', 'open'],
    ['/report/save', 'application/json', 'save'],
    ['/report/submit', 'application/json', 'submit'],
    ['/report/read', 'application/octet-stream', 'read'],
    ['/report/book', 'application/json', 'book'],
    ['/office/check', 'application/json', 'office-check'],
    ['/office/publish', 'application/json', 'office-publish'],
    ['/office/fetch', 'application/json', 'office-fetch'],
    ['/office/return', 'application/json', 'office-return'],
    ['/office/remove', 'application/json', 'office-remove'],
  ])('%s', (target, type, route) => {
    expect(check({ target, headers: { 'Content-Type': type } })).toEqual({
      ok: true,
      route,
      secret: TOKEN,
      length: 100,
    })
  })

  test('the office’s app and old browsers, which send neither origin nor site', () => {
    expect(check({ target: '/office/fetch', headers: { Origin: null, 'Sec-Fetch-Site': null } }).ok).toBe(true)
  })
})

describe('what is refused', () => {
  test.each<[string, Change, number]>([
    ['another site’s name that was made to point here (DNS rebinding)', { headers: { Host: 'evil.example' } }, 421],
    ['a host that hides another', { headers: { Host: 'baosong.example.cn@evil.example' } }, 421],
    ['no host', { headers: { Host: null } }, 400],
    ['a post from another site’s page', { headers: { Origin: 'https://evil.example' } }, 403],
    ['a post from a sandboxed page', { headers: { Origin: 'null' } }, 403],
    ['a post that the browser says is another site’s', { headers: { 'Sec-Fetch-Site': 'cross-site' } }, 403],
    ['a form of another site', { headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }, 415],
    ['a form of another site as text', { headers: { 'Content-Type': 'text/plain' } }, 415],
    ['a file where JSON belongs', { headers: { 'Content-Type': 'application/octet-stream' } }, 415],
    ['a preflight', { method: 'OPTIONS' }, 405],
    ['another method', { method: 'PUT' }, 405],
    ['a token in the address, where logs keep it', { target: `/report/save?token=${TOKEN}` }, 404],
    ['a path that climbs', { target: '/report/../office/fetch' }, 404],
    ['a path in disguise', { target: '/report%2Fsave' }, 404],
    ['a doubled slash', { target: '//report/save' }, 404],
    ['a whole address as a path', { target: 'http://evil.example/report/save' }, 404],
    ['an endless path', { method: 'GET', target: `/?${'a'.repeat(3_000)}`, headers: { 'Content-Length': null } }, 404],
    ['a name that every object has', { target: '/constructor' }, 404],
    ['what is posted asked for with GET', { method: 'GET', headers: { 'Content-Length': null } }, 404],
    ['a GET with a body', { method: 'GET', target: '/', headers: { 'Content-Length': '5' } }, 400],
    ['no length', { headers: { 'Content-Length': null } }, 411],
    ['a chunked body', { headers: { 'Transfer-Encoding': 'chunked' } }, 411],
    ['a packed body (bomb)', { headers: { 'Content-Encoding': 'gzip' } }, 411],
    ['a length that is none', { headers: { 'Content-Length': '1e3' } }, 400],
    ['too large a form', { headers: { 'Content-Length': String(4 * 1024 * 1024 + 1) } }, 413],
    ['too large a submit', { target: '/report/submit', headers: { 'Content-Length': '1025' } }, 413],
    [
      'too large a file',
      { target: '/report/read', headers: { 'Content-Type': 'application/octet-stream', 'Content-Length': '9000000' } },
      413,
    ],
    ['no secret', { headers: { Authorization: null } }, 401],
    ['a secret of another size', { headers: { Authorization: `Bearer ${TOKEN}a` } }, 401],
    [
      'a secret with what a statement could be broken by',
      { headers: { Authorization: `Bearer ${`'`.repeat(32)}` } },
      401,
    ],
    ['a user’s name and password', { headers: { Authorization: 'Basic dTpw' } }, 401],
    ['another protocol', { headers: { Upgrade: 'websocket' } }, 400],
    ['a body that waits to be asked for', { headers: { Expect: '100-continue' } }, 417],
  ])('%s', (_, change, status) => {
    expect(check(change)).toEqual({ ok: false, status })
  })

  test.each(['Host', 'Content-Length', 'Authorization', 'Origin'])('%s twice (smuggling)', name => {
    const rawHeaders = ['Host', 'baosong.example.cn', 'Content-Type', 'application/json', 'Content-Length', '2']
    const twice = [...rawHeaders, 'Authorization', `Bearer ${TOKEN}`, 'Origin', 'https://baosong.example.cn', name, 'x']
    expect(checkReportRequest({ method: 'POST', target: '/report/open', rawHeaders: twice }, NAMES)).toEqual({
      ok: false,
      status: 400,
    })
  })
})
