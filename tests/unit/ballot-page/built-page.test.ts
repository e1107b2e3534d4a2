import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { builtPage, stationPage } from '#electron/host/station/built-page.ts'
import { buildSetUp } from '#tests/unit/box/build-set-up.ts'
import { type RunningStation, startBox } from '#tests/unit/box/build-station.ts'
import { rawExchange } from '#tests/unit/box/raw-http.ts'

let running: RunningStation | undefined
afterEach(async () => {
  await running?.station.stop()
  running = undefined
})

const sha = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

// Catches: a policy that lets any inline script run, forgets the style, or hashes the tag with the text.
test('a page’s policy allows its own script and style by hash, and the station alone', () => {
  const page = stationPage('<head><style>a{}</style></head><script type="x">let a = "é"\n</script><script>b()</script>')
  const policy = page.contentSecurityPolicy.split('; ')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain(`script-src ${sha('let a = "é"\n')} ${sha('b()')}`)
  expect(policy).toContain(`style-src ${sha('a{}')}`)
  expect(policy).toContain("connect-src 'self'")
  expect(page.contentSecurityPolicy).not.toContain('unsafe')
  expect(stationPage('<p>').contentSecurityPolicy).toContain("script-src 'none'")
})

test('where nothing was built there is no page', async () => {
  expect(await builtPage('/nowhere/index.html')).toBeNull()
})

// Catches: bytes squeezed for a phone that cannot read them, a length that is the other form's, an answer cut off.
test.each([
  ['gzip, deflate, br', true],
  ['GZIP;q=1.0', true],
  ['gzip;q=0.5', true],
  ['gzip;q=0', false],
  ['br, gzip; q=0.000', false],
  ['identity', false],
  [undefined, false],
])('accepting %s', async (accepted, squeezed) => {
  const html = `<p>${'测评'.repeat(500)}</p>`
  running = await startBox(buildSetUp(), { page: stationPage(html) })
  const header = accepted === undefined ? '' : `Accept-Encoding: ${accepted}\r\n`
  const answer = await rawExchange(
    running.station.url,
    `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n${header}\r\n`,
  )
  const [head = '', ...rest] = answer.split('\r\n\r\n')
  const body = Buffer.from(rest.join('\r\n\r\n'), 'latin1')
  expect(/^content-encoding: gzip$/im.test(head)).toBe(squeezed)
  expect(head).toMatch(new RegExp(`^content-length: ${body.length}$`, 'im'))
  expect((squeezed ? gunzipSync(body) : body).toString('utf8')).toBe(html)
})
