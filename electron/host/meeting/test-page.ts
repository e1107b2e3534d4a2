import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { failure, type Result, success } from '#shared/lib/result.ts'

/** Why the page cannot be opened, as for the station. */
export type TestPageFault = 'port-taken' | 'no-such-address' | 'port-not-allowed'

export type TestPage = { readonly url: string; readonly stop: () => Promise<void> }

const FAULTS: Readonly<Record<string, TestPageFault>> = {
  EADDRINUSE: 'port-taken',
  EADDRNOTAVAIL: 'no-such-address',
  ENOTFOUND: 'no-such-address',
  EAI_AGAIN: 'no-such-address',
  EACCES: 'port-not-allowed',
}

const STYLE = `body{font:20px/1.6 system-ui,sans-serif;margin:15vh auto 0;padding:0 24px;max-width:32em;color:#1b2733}
h1{font-size:36px;margin:0;color:#1a7f4b}
p{margin:8px 0}`

/** `device` counts from 1; 0 is this computer itself. */
function page(device: number): string {
  const next =
    device === 0
      ? '这是会场电脑自己打开的，不算数。请用手机扫码试。'
      : device === 1
        ? '这是第 1 部。请再用另一部手机试一次。'
        : `这是第 ${device} 部。两部手机都能打开，网络可用。`
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>民主测评 · 试连</title>
<style>${STYLE}</style>
<h1>连上了</h1>
<p>${next}</p>
</html>
`
}

const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; frame-ancestors 'none'`,
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
}

/**
 * A page at the station's address that any phone can open before there is a vote: a firewall, client isolation or the wrong
 * Wi-Fi shows here. `seen` is told how many devices have come, this computer aside; the addresses are compared in memory and
 * go with the page. It knows nothing of a box.
 */
export async function startTestPage(
  host: string,
  port: number,
  seen: (devices: number) => void,
): Promise<Result<TestPage, TestPageFault>> {
  const devices = new Set<string>()
  const server = createServer((request, response) => {
    const { remoteAddress = '', localAddress } = request.socket
    if (request.url !== '/' || request.method !== 'GET') {
      response.writeHead(404, HEADERS).end()
      return
    }
    response.sendDate = false
    response.writeHead(200, HEADERS)
    if (remoteAddress === localAddress) {
      response.end(page(0))
      return
    }
    const known = devices.size
    devices.add(remoteAddress)
    response.end(page([...devices].indexOf(remoteAddress) + 1))
    if (devices.size > known) seen(devices.size)
  })
  server.headersTimeout = 5_000
  server.maxConnections = 200
  const fault = await listen(server, host, port)
  if (fault) return failure(fault)
  // A server that listens on a TCP port has such an address.
  const { address, family, port: bound } = server.address() as AddressInfo
  return success({
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${bound}/`,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  })
}

async function listen(server: Server, host: string, port: number): Promise<TestPageFault | null> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen({ host, port, exclusive: true }, resolve)
    })
    return null
  } catch (error) {
    const fault = error instanceof Error && 'code' in error ? FAULTS[String(error.code)] : undefined
    if (fault === undefined) throw error
    return fault
  }
}
