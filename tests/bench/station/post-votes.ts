import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { CAST_TYPE } from '#shared/domain/ballot/cast/cast-message.ts'

/** What came of a round of votes: milliseconds from the first vote to the last answer, and those of every answer. */
export type Voted = { readonly ms: number; readonly answers: readonly number[] }

/**
 * Posts all votes over so many connections, each one after the other; an answer's milliseconds hold those of connecting, where
 * it is a connection's first. The connections begin one by one over `overMs`; with 0 all at once.
 *
 * Over bare sockets: real phones have a processor each, and Node's own HTTP client took more of this computer's than the
 * station did.
 */
export async function postVotes(
  url: string,
  votes: readonly Uint8Array[],
  connections: number,
  overMs: number,
): Promise<Voted> {
  const { hostname, port, host } = new URL(url)
  const requests = votes.map(vote => requestOf(host, vote))
  const answers: number[] = []
  let next = 0
  const began = performance.now()
  const lane = async (begin: number) => {
    if (begin > 0) await pause(begin)
    let start = performance.now()
    const socket = connect({ host: hostname, port: Number(port), noDelay: true })
    try {
      const ask = asker(socket)
      for (let request = requests[next++]; request; request = requests[next++]) {
        const answer = await ask(request)
        if (!answer.includes('"recorded"')) throw new Error(`refused: ${answer}`)
        const end = performance.now()
        answers.push(end - start)
        start = end
      }
    } finally {
      socket.destroy()
    }
  }
  await Promise.all(Array.from({ length: connections }, (_, index) => lane((index * overMs) / connections)))
  return { ms: performance.now() - began, answers }
}

function requestOf(host: string, vote: Uint8Array): Uint8Array {
  const head = `POST / HTTP/1.1\r\nHost: ${host}\r\nContent-Type: ${CAST_TYPE}\r\nContent-Length: ${vote.length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head, 'latin1'), vote])
}

/** Sends one request after the other over a connection, each when the answer to the one before is there as a whole. */
function asker(socket: Socket): (request: Uint8Array) => Promise<string> {
  let text = ''
  let answered: (answer: string) => void = () => undefined
  let failed: (error: Error) => void = () => undefined
  socket.setEncoding('latin1')
  socket.on('data', chunk => {
    text += String(chunk)
    const body = text.indexOf('\r\n\r\n') + 4
    const length = Number(/^content-length: ([0-9]+)/im.exec(text)?.[1])
    if (body < 4 || text.length < body + length) return
    const answer = text
    text = ''
    answered(answer)
  })
  socket.on('error', error => failed(error))
  socket.on('close', () => failed(new Error('the station hung up')))
  return request =>
    new Promise((resolve, reject) => {
      answered = resolve
      failed = reject
      socket.write(request)
    })
}
