import { type ClientRequest, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the network does to one request. */
export const FAULTS = ['fine', 'lost', 'answer lost', 'half an answer', 'late', 'twice', 'wrong answer'] as const
export type Fault = (typeof FAULTS)[number]

export type BrokenProxy = {
  readonly url: string
  /** How often each thing was done to a request. */
  readonly done: ReadonlyMap<Fault, number>
  readonly stop: () => Promise<void>
}

/** Milliseconds by which a late answer comes: longer than the page's first pauses. */
const LATE = 700

/** The worst of a hall's Wi-Fi between a phone and a station: what happens to each request is drawn. */
export async function startBrokenProxy(
  station: string,
  draw: (method: string, path: string) => Fault,
): Promise<BrokenProxy> {
  const done = new Map<Fault, number>()
  const server = createServer((incoming, outgoing) => {
    const { method = 'GET', url = '/', headers } = incoming
    const fault = draw(method, url)
    done.set(fault, (done.get(fault) ?? 0) + 1)
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('error', () => undefined)
    incoming.on('end', () => {
      if (fault === 'lost') {
        outgoing.destroy()
        return
      }
      if (fault === 'wrong answer') {
        outgoing.writeHead(200, { 'Content-Type': 'text/html' })
        outgoing.end('<html>请先登录无线网络</html>')
        return
      }
      const body = Buffer.concat(chunks)
      const forward = (answered: Parameters<ClientRequest['on']>[1] | null) => {
        const onward = request(new URL(url, station), { method, headers })
        onward.on('response', answer => {
          const parts: Buffer[] = []
          answer.on('data', (chunk: Buffer) => parts.push(chunk))
          answer.on('end', () => answered?.(answer.statusCode ?? 502, answer.headers, Buffer.concat(parts)))
        })
        onward.on('error', () => outgoing.destroy())
        onward.end(body)
      }
      const reply = (status: number, answered: Record<string, string>, bytes: Buffer) => {
        if (fault === 'answer lost') {
          outgoing.destroy()
          return
        }
        const send = () => {
          outgoing.writeHead(status, answered)
          if (fault !== 'half an answer') {
            outgoing.end(bytes)
            return
          }
          outgoing.write(bytes.subarray(0, bytes.length / 2))
          outgoing.socket?.end()
        }
        if (fault === 'late') setTimeout(send, LATE)
        else send()
      }
      if (fault === 'twice') forward(null)
      forward(reply)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on a TCP port has such an address.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    done,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
