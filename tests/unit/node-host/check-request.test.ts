import { describe, expect, test } from 'vitest'
import { checkRequest, type GuardedRequest } from '#electron/node-host/check-request.ts'

const ORIGIN = 'http://127.0.0.1:47160'
const TOKEN = 'a-secret-of-this-start'

type Headers = GuardedRequest['headers']

function call(headers: Headers = {}, over: Partial<GuardedRequest> = {}): GuardedRequest {
  return {
    method: 'POST',
    path: '/host/app.capabilities',
    headers: {
      host: '127.0.0.1:47160',
      origin: ORIGIN,
      'sec-fetch-site': 'same-origin',
      authorization: `Bearer ${TOKEN}`,
      'content-type': 'application/json',
      ...headers,
    },
    ...over,
  }
}

const page = (headers: Headers = {}, path = '/'): GuardedRequest => ({
  method: 'GET',
  path,
  headers: { host: '127.0.0.1:47160', ...headers },
})

const verdict = (request: GuardedRequest) => {
  const checked = checkRequest(request, ORIGIN, TOKEN)
  return checked.allowed ? 200 : checked.status
}

describe('browser mode answers its own page', () => {
  test.each([
    ['a call with everything right', call()],
    ['a call without Origin, as older browsers send it', call({ origin: undefined, 'sec-fetch-site': undefined })],
    ['the page itself, typed into the address bar', page({ 'sec-fetch-site': 'none' })],
    [
      'the page led to from the file that opened the browser',
      page({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }),
    ],
    ['the event stream', call({ 'content-type': undefined }, { method: 'GET', path: '/host/events' })],
  ])('%s', (_what, request) => {
    expect(verdict(request)).toBe(200)
  })
})

describe('each attack is refused', () => {
  test.each<[string, GuardedRequest, number]>([
    ['DNS rebinding: a foreign name that resolves here', page({ host: 'evil.example:47160' }), 403],
    ['DNS rebinding by a name with our address in it', page({ host: '127.0.0.1.evil.example:47160' }), 403],
    ['the right host on another port', page({ host: '127.0.0.1:80' }), 403],
    ['localhost, which another origin could be', page({ host: 'localhost:47160' }), 403],
    ['no Host', page({ host: undefined }), 403],
    ['two Hosts, smuggled', page({ host: ['127.0.0.1:47160', 'evil.example'] }), 403],
    ['a page of another site posting with a stolen token', call({ origin: 'https://evil.example' }), 403],
    ['a page of another port of this machine', call({ origin: 'http://127.0.0.1:8080' }), 403],
    ['a sandboxed frame', call({ origin: 'null' }), 403],
    ['two Origins', call({ origin: [ORIGIN, ORIGIN] }), 403],
    ['another site embedding a script or image', page({ 'sec-fetch-site': 'cross-site' }, '/assets/app.js'), 403],
    [
      'another site framing the page',
      page({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }),
      403,
    ],
    [
      'a call dressed as being led to',
      call({
        origin: undefined,
        'sec-fetch-site': 'cross-site',
        'sec-fetch-mode': 'navigate',
        'sec-fetch-dest': 'document',
      }),
      403,
    ],
    ['another port embedding it', page({ 'sec-fetch-site': 'same-site' }), 403],
    ['no token', call({ authorization: undefined }), 401],
    ['a wrong token', call({ authorization: 'Bearer a-secret-of-that-start' }), 401],
    ['a prefix of the token', call({ authorization: `Bearer ${TOKEN.slice(0, -1)}` }), 401],
    ['two tokens, one right', call({ authorization: [`Bearer ${TOKEN}`, 'Bearer x'] }), 401],
    ['the token in another scheme', call({ authorization: `Basic ${TOKEN}` }), 401],
    ['the events without a token', page({}, '/host/events'), 401],
    ['a form post, which needs no preflight', call({ 'content-type': 'text/plain' }), 415],
    ['a form post with JSON inside', call({ 'content-type': 'application/x-www-form-urlencoded' }), 415],
    ['a call as a link', call({}, { method: 'GET' }), 405],
    ['a preflight of another origin', call({ origin: undefined }, { method: 'OPTIONS' }), 405],
    ['a post to a page', call({}, { path: '/' }), 405],
    ['events by post', call({}, { path: '/host/events' }), 405],
  ])('%s', (_attack, request, status) => {
    expect(verdict(request)).toBe(status)
  })
})
