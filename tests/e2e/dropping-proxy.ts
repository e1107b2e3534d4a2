import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

export type DroppingProxy = {
  readonly url: string
  /** How many votes were passed on. */
  readonly votes: () => number
  /** From now on answers to votes arrive. */
  readonly mend: () => void
  readonly stop: () => Promise<void>
}

/**
 * Bad Wi-Fi between a phone and a station: every request gets there, but the answers to the first `lost` votes do not
 * come back.
 */
export async function startDroppingProxy(station: string, lost: number): Promise<DroppingProxy> {
  let votes = 0
  let left = lost
  const server = createServer((incoming, outgoing) => {
    const { method, url = '/', headers } = incoming
    const isVote = method === 'POST' && url === '/'
    if (isVote) votes++
    const onward = request(new URL(url, station), { method: method ?? 'GET', headers }, answer => {
      if (isVote && left > 0) {
        left--
        // The vote is on the disk by now: only its answer is lost.
        answer.resume().on('end', () => outgoing.destroy())
        return
      }
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    onward.on('error', () => outgoing.destroy())
    incoming.pipe(onward)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on a TCP port has such an address.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    votes: () => votes,
    mend: () => {
      left = 0
    },
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
