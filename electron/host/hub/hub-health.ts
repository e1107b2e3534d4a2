import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { HubStore } from './hub-store.ts'

export type HealthOptions = {
  readonly host: string
  /** 0: any free port. */
  readonly port: number
  /** Aborted when the station is told to stop: it is not ready from then on, while it answers what it still has. */
  readonly stopping: AbortSignal
}

export type HubHealth = { readonly url: string; readonly stop: () => Promise<void> }

/**
 * Answers a load balancer, on a port of its own that voters never reach: `/health` as long as the process lives, `/ready`
 * while the database answers and the box takes votes. Nothing else, and nothing about anybody.
 * Rejects with the system's error where it cannot listen.
 */
export async function startHubHealth(store: HubStore, { host, port, stopping }: HealthOptions): Promise<HubHealth> {
  const server = createServer(
    { headersTimeout: 5_000, requestTimeout: 5_000, maxHeaderSize: 8_192 },
    (request, response) => {
      statusOf(request.method, request.url, async () => !stopping.aborted && store.isReady()).then(
        status => response.writeHead(status, { 'Cache-Control': 'no-store' }).end(),
        () => response.writeHead(500).end(),
      )
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

async function statusOf(method = '', target = '', isReady: () => Promise<boolean>): Promise<number> {
  if (method !== 'GET') return 405
  if (target === '/health') return 200
  if (target !== '/ready') return 404
  return (await isReady()) ? 200 : 503
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise<void>(resolve => {
    server.close(() => resolve())
  })
}
