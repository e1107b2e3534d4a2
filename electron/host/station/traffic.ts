import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** Who is connected to a station, and whose request is there as a whole and not answered yet. */
export type Traffic = {
  /** So many requests are being answered that one more must come later. */
  readonly isFull: () => boolean
  readonly isStopping: () => boolean
  /** Answers a request that has come as a whole: its connection lives until the answer is out. */
  readonly answering: (socket: Socket, answer: () => Promise<void>) => Promise<void>
  /** From now on every connection ends with its answer; after `patience` milliseconds those that asked nothing whole end too. */
  readonly stop: (patience: number) => Promise<void>
}

/** The traffic of one server; at most `most` requests are answered at once. */
export function trafficOf(server: Server, most: number): Traffic {
  const connected = new Set<Socket>()
  const answered = new Map<Socket, number>()
  let stopping = false
  let impatient = false
  let busy = 0
  server.on('connection', socket => {
    connected.add(socket)
    socket.once('close', () => connected.delete(socket))
  })
  return {
    isFull: () => busy >= most,
    isStopping: () => stopping,
    answering: async (socket, answer) => {
      busy++
      answered.set(socket, (answered.get(socket) ?? 0) + 1)
      try {
        await answer()
      } finally {
        busy--
        const left = (answered.get(socket) ?? 1) - 1
        if (left > 0) answered.set(socket, left)
        else answered.delete(socket)
        if (impatient && left === 0) socket.destroySoon()
      }
    },
    stop: async patience => {
      stopping = true
      const closed = new Promise<void>(resolve => {
        server.close(() => resolve())
      })
      const end = setTimeout(() => {
        impatient = true
        for (const socket of connected) if (!answered.has(socket)) socket.destroy()
      }, patience)
      await closed
      clearTimeout(end)
    },
  }
}
