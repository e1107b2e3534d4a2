import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { HubMeter } from './hub-meter.ts'
import type { HubStore } from './hub-store.ts'

export type HealthOptions = {
  readonly host: string
  /** 0: any free port. */
  readonly port: number
  /** Aborted when the station is told to stop: it is not ready from then on, while it answers what it still has. */
  readonly stopping: AbortSignal
  readonly meter: HubMeter
}

export type HubHealth = { readonly url: string; readonly stop: () => Promise<void> }

const MEGABYTE = 1_000_000

/**
 * Answers a load balancer and those who keep the hub running, on a port of its own that voters never reach: `/health` as
 * long as the process lives, `/ready` while the database answers and the box takes votes, `/metrics` in Prometheus' text
 * format. Nothing else, and nothing about anybody. Rejects with the system's error where it cannot listen.
 */
export async function startHubHealth(
  store: HubStore,
  { host, port, stopping, meter }: HealthOptions,
): Promise<HubHealth> {
  const isReady = async () => !stopping.aborted && (await store.isReady())
  const routes: Readonly<Record<string, (response: ServerResponse) => Promise<void>>> = {
    '/health': async response => end(response, 200),
    '/ready': async response => end(response, (await isReady()) ? 200 : 503),
    '/metrics': async response => {
      const text = metricsText(await isReady(), meter)
      response.setHeader('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
      end(response, 200, text)
    },
  }
  const server = createServer(
    { headersTimeout: 5_000, requestTimeout: 5_000, maxHeaderSize: 8_192 },
    ({ method, url = '' }, response) => {
      const route = Object.hasOwn(routes, url) ? routes[url] : undefined
      if (method !== 'GET' || !route) return end(response, route ? 405 : 404)
      route(response).catch(() => end(response, 500))
    },
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port, exclusive: true }, resolve)
  })
  // A server that listens on a TCP port has such an address.
  const { address, family, port: taken } = server.address() as AddressInfo
  return { url: `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}/`, stop: () => stop(server) }
}

function end(response: ServerResponse, status: number, text = ''): void {
  response.writeHead(status, { 'Cache-Control': 'no-store' }).end(text)
}

function metricsText(ready: boolean, meter: HubMeter): string {
  // Memory in whole megabytes: a vote is far less than one.
  const memory = Math.round(process.memoryUsage.rss() / MEGABYTE) * MEGABYTE
  return [
    '# HELP pingyi_ready Whether the database answers and the box takes votes.\n# TYPE pingyi_ready gauge\n',
    `pingyi_ready ${ready ? 1 : 0}\n`,
    '# HELP process_resident_memory_bytes Memory of the station.\n# TYPE process_resident_memory_bytes gauge\n',
    `process_resident_memory_bytes ${memory}\n`,
    meter.text(),
  ].join('')
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise<void>(resolve => {
    server.close(() => resolve())
  })
}
