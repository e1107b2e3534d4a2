import { connect } from 'node:net'

/**
 * Sends bytes to a server as they are and gives everything that comes back until the server ends the connection. With
 * `drip`, one more byte follows every few milliseconds, for as long as it lasts.
 */
export function rawExchange(url: string, text: string, drip?: string): Promise<string> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    const chunks: Buffer[] = []
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    // What the server ends while bytes are on their way ends so; `close` follows.
    socket.on('error', error => {
      if (!('code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE'))) reject(error)
    })
    const dripping = drip === undefined ? undefined : setInterval(() => socket.write(drip), 5)
    socket.on('close', () => {
      clearInterval(dripping)
      resolve(Buffer.concat(chunks).toString('latin1'))
    })
    socket.write(text)
  })
}
