import { describe, expect, test } from 'vitest'
import { checkRequest } from '#electron/host/station/request-check.ts'
import { slipLimit } from '#electron/host/station/slip-limit.ts'

const RULES = { names: ['pingyi.lan'], castBytes: 144 }

type Headers = Readonly<Record<string, string | undefined>>

const raw = (headers: Headers) =>
  Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [name, value]))
const check = (method: string, target: string, headers: Headers = {}) =>
  checkRequest({ method, target, rawHeaders: raw({ Host: '192.168.1.8:8080', ...headers }) }, RULES)
const cast = (headers: Headers = {}, target = '/') =>
  check('POST', target, { 'Content-Type': 'application/octet-stream', 'Content-Length': '144', ...headers })
const statusOf = (verdict: ReturnType<typeof check>) => (verdict.ok ? verdict.route : verdict.status)

describe('what the page does', () => {
  test.each([
    ['GET', '/', 'page'],
    ['GET', '/?from=singlemessage&isappinstalled=0', 'page'],
    ['GET', '/meeting', 'meeting'],
  ])('%s %s', (method, target, route) => {
    expect(check(method, target)).toEqual({ ok: true, route })
  })

  test.each<[string, Headers]>([
    ['plain', {}],
    ['with its own origin', { Origin: 'http://192.168.1.8:8080', 'Sec-Fetch-Site': 'same-origin' }],
    ['by loopback', { Host: 'localhost:41234', Origin: 'http://localhost:41234' }],
    ['by the router’s name', { Host: 'Pingyi.LAN', Origin: 'http://pingyi.lan' }],
    ['by an IPv6 address', { Host: '[fe80::1]:8080', Origin: 'http://[fe80::1]:8080' }],
    ['behind a proxy with TLS', { Host: '10.0.0.2', Origin: 'https://10.0.0.2' }],
    ['in other letters', { 'Content-Type': 'Application/Octet-Stream' }],
  ])('POST / %s', (_, headers) => {
    expect(cast(headers)).toEqual({ ok: true, route: 'cast' })
  })
})

describe('other methods', () => {
  test.each(['HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'CONNECT', 'get', 'PROPFIND', ''])('%s', method => {
    expect(statusOf(check(method, '/'))).toBe(405)
  })
})

describe('paths that lead elsewhere', () => {
  test.each([
    '/meeting/',
    '/meeting/..',
    '//',
    '//evil.example/',
    '/../etc/passwd',
    '/%2e%2e/box.urn',
    '/%6deeting',
    '/./',
    '/;',
    '/\\',
    '',
    '*',
    'http://evil.example/',
    'http://192.168.1.8:8080/meeting',
    'meeting',
    '/Meeting',
    '/favicon.ico',
    '/generate_204',
    `/?${'x'.repeat(2_048)}`,
  ])('GET %s', target => {
    expect(statusOf(check('GET', target))).toBe(404)
  })

  test.each(['/meeting', '/?x=1', '//', '/vote', ''])('POST %s', target => {
    expect(statusOf(cast({}, target))).toBe(404)
  })
})

// Another site's page reaches the station under that site's name, which now points at the station's address.
describe('DNS rebinding', () => {
  test.each([
    'evil.example',
    'evil.example:8080',
    'pingyi.lan.evil.example',
    '192.168.1.8.evil.example',
    'localhost.evil.example',
    'evil.example@192.168.1.8',
    '192.168.1.8@evil.example',
    '192.168.1.8:8080:80',
    '192.168.1',
    '0300.0250.1.8',
    '3232235784',
    '[::1',
    '::1',
    '',
    ' ',
    '192.168.1.8, evil.example',
  ])('Host: %s', host => {
    expect(statusOf(check('GET', '/', { Host: host }))).toBe(421)
    expect(statusOf(cast({ Host: host }))).toBe(421)
  })

  test('no host at all', () => {
    expect(statusOf(check('GET', '/', { Host: undefined }))).toBe(400)
  })
})

describe('votes from another site’s page', () => {
  test.each<[string, Headers, number]>([
    ['its origin', { Origin: 'http://evil.example' }, 403],
    ['a hidden origin', { Origin: 'null' }, 403],
    ['another port of ours', { Origin: 'http://192.168.1.8:81' }, 403],
    ['a longer name', { Origin: 'http://192.168.1.8:8080.evil.example' }, 403],
    ['said by the browser', { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['from a sister site', { 'Sec-Fetch-Site': 'same-site' }, 403],
    ['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415],
    ['a form of plain text', { 'Content-Type': 'text/plain' }, 415],
    ['a form with a file', { 'Content-Type': 'multipart/form-data; boundary=x' }, 415],
    ['JSON', { 'Content-Type': 'application/json' }, 415],
    ['no type', { 'Content-Type': undefined }, 415],
    ['two types in one', { 'Content-Type': 'application/octet-stream, text/plain' }, 415],
  ])('%s', (_, headers, status) => {
    expect(statusOf(cast(headers))).toBe(status)
  })
})

describe('bodies', () => {
  test.each<[string, Headers, number]>([
    ['too large by one', { 'Content-Length': '145' }, 413],
    ['endless', { 'Content-Length': '999999999' }, 413],
    ['a length beyond numbers', { 'Content-Length': '9'.repeat(30) }, 400],
    ['too small by one', { 'Content-Length': '143' }, 400],
    ['empty', { 'Content-Length': '0' }, 400],
    ['a negative length', { 'Content-Length': '-1' }, 400],
    ['a length in hex', { 'Content-Length': '0x90' }, 400],
    ['a length with a sign', { 'Content-Length': '+144' }, 400],
    ['no length', { 'Content-Length': undefined }, 411],
    ['in chunks', { 'Content-Length': undefined, 'Transfer-Encoding': 'chunked' }, 411],
    ['both ways (smuggling)', { 'Transfer-Encoding': 'chunked' }, 411],
    ['compressed', { 'Content-Encoding': 'gzip' }, 411],
    ['with an expectation', { Expect: '100-continue' }, 417],
    ['with an upgrade', { Upgrade: 'websocket' }, 400],
  ])('%s', (_, headers, status) => {
    expect(statusOf(cast(headers))).toBe(status)
  })

  test.each<[string, Headers]>([
    ['of a page request', { 'Content-Length': '5' }],
    ['in chunks of a page request', { 'Transfer-Encoding': 'chunked' }],
  ])('%s', (_, headers) => {
    expect(statusOf(check('GET', '/', headers))).toBe(400)
  })
})

// One program reads the first, the next one the last: what one of them allowed the other obeys.
describe('headers that stand twice', () => {
  test.each(['Host', 'Origin', 'Content-Type', 'Content-Length', 'Transfer-Encoding', 'Sec-Fetch-Site'])('%s', name => {
    const once = raw({ Host: '192.168.1.8', 'Content-Type': 'application/octet-stream', 'Content-Length': '144' })
    const value = { Host: '192.168.1.8', 'Content-Type': 'application/octet-stream', 'Content-Length': '144' }[name]
    const rawHeaders = [...once, name, value ?? 'x', name.toUpperCase(), value ?? 'x']
    expect(statusOf(checkRequest({ method: 'POST', target: '/', rawHeaders }, RULES))).toBe(400)
  })
})

describe('one slip shown over and over', () => {
  // Catches: a limit that a hundred honest retries reach, one without end, one that a jumping clock turns into a lock-out.
  test('is refused after some hundreds, until time has passed; others are not', () => {
    const allow = slipLimit()
    const shown = Array.from({ length: 400 }, () => allow('a', 1_000))
    expect(shown.filter(Boolean)).toHaveLength(300)
    expect(shown.slice(0, 300).every(Boolean)).toBe(true)
    expect(allow('b', 1_000)).toBe(true)
    expect(allow('a', 1_050)).toBe(false)
    expect(allow('a', 1_200)).toBe(true)
    expect(allow('b', -50_000)).toBe(true)
  })
})
