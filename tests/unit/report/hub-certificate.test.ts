import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { type RequestListener, request } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createReportingHandlers } from '#electron/host/report/office/reporting-handlers.ts'
import { type ReportHub, startReportHub } from './report-hub.ts'

// TLS as it is in earnest: a proxy with a certificate in front of the reporting server, and the office's app.

const file = (name: string) => readFile(new URL(`../../fixtures/tls/${name}`, import.meta.url))

let hub: ReportHub
const proxies: Server[] = []

beforeAll(async () => {
  hub = await startReportHub()
}, 120_000)

afterEach(() => {
  for (const proxy of proxies.splice(0)) proxy.close()
})

afterAll(() => hub.stop())

/** A proxy with one of the certificates; everything goes to the hub, or where `answer` says. */
async function proxyWith(name: string, answer?: RequestListener): Promise<string> {
  const toHub: RequestListener = ({ method, url = '', headers }, response) =>
    response.req.pipe(
      request(new URL(url, hub.url), { method, headers }, from => {
        response.writeHead(from.statusCode ?? 502, from.headers)
        from.pipe(response)
      }),
    )
  const proxy = createServer({ key: await file(`${name}.key`), cert: await file(`${name}.pem`) }, answer ?? toHub)
  proxies.push(proxy)
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const { port } = proxy.address() as AddressInfo
  return `https://127.0.0.1:${port}/`
}

let offices = 0
const newOffice = () => createReportingHandlers(`${hub.folder}/tls-${++offices}`, () => new Date(0))
const base64 = async (name: string) => (await file(name)).toString('base64')
const failed = (code: string) => ({ ok: false, error: { code, details: [] } })

// Catches: an office whose own authority signed the hub's certificate and that can connect with nothing, or with anything.
test.each(['office.pem', 'office.der'])('a hub behind an authority of one’s own is reached with %s', async name => {
  const address = await proxyWith('here')
  const office = newOffice()
  expect(await office['reporting.connect']({ address, key: hub.key })).toEqual(failed('hub-certificate'))
  const certificate = await base64(name)
  expect(await office['reporting.connect']({ address, key: hub.key, certificate })).toEqual({
    ok: true,
    data: { address },
  })
  expect(await office['reporting.fetch']({ year: 2026 })).toMatchObject({ ok: true, data: { reports: [] } })
})

// Catches: a certificate that is believed whoever signed it, or whatever name stands in it.
test('another authority, another name or no certificate at all is refused in its own words', async () => {
  const address = await proxyWith('here')
  const office = newOffice()
  const connect = async (to: string, name: string) =>
    office['reporting.connect']({ address: to, key: hub.key, certificate: await base64(name) })
  expect(await connect(address, 'stranger.pem')).toEqual(failed('hub-certificate'))
  expect(await connect(await proxyWith('elsewhere'), 'office.pem')).toEqual(failed('hub-certificate'))
  expect(await connect(address, 'make.sh')).toEqual(failed('not-a-certificate'))
  expect(await office['reporting.hub']({})).toEqual({ ok: true, data: { address: null } })
})

// Catches: the key handed on to wherever a server points; https spoken to a port that knows none taken for a bad certificate.
test('no redirection is followed, and no TLS is told as no hub', async () => {
  const heard: string[] = []
  const other = await proxyWith('here', ({ headers }, response) => {
    heard.push(String(headers.authorization))
    response.end()
  })
  const address = await proxyWith('here', (_, response) => response.writeHead(307, { location: other }).end())
  const office = newOffice()
  const certificate = await base64('office.pem')
  expect(await office['reporting.connect']({ address, key: hub.key, certificate })).toEqual(failed('not-a-hub'))
  expect(heard).toEqual([])
  const plain = hub.url.replace('http:', 'https:')
  expect(await office['reporting.connect']({ address: plain, key: hub.key })).toEqual(failed('hub-unreachable'))
})
