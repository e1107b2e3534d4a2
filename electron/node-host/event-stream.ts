import type { ServerResponse } from 'node:http'
import type { EventName, EventPayload } from '#shared/contract/contract.ts'

/** What the host tells its pages, as server-sent events; every open page holds one connection. */
export type EventStream = {
  readonly attach: (response: ServerResponse) => void
  readonly emit: <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void
  readonly close: () => void
  /**
   * Calls `left` once, when the last page has been gone for `milliseconds` (a reload is back sooner); also where it is gone by
   * now. A page must have been there.
   */
  readonly whenAllLeft: (milliseconds: number, left: () => void) => void
}

export function createEventStream(): EventStream {
  const open = new Set<ServerResponse>()
  let waiting: NodeJS.Timeout | undefined
  let onLeft: (() => void) | undefined
  let patience = 0
  let visited = false
  const wait = () => {
    clearTimeout(waiting)
    if (visited && open.size === 0 && onLeft) waiting = setTimeout(onLeft, patience)
  }
  const leave = (response: ServerResponse) => {
    open.delete(response)
    wait()
  }
  return {
    attach: response => {
      clearTimeout(waiting)
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
      response.write(': open\n\n')
      open.add(response)
      visited = true
      response.on('close', () => leave(response))
    },
    emit: (name, payload) => {
      for (const response of open) response.write(`event: ${name}\ndata: ${JSON.stringify(payload)}\n\n`)
    },
    close: () => {
      onLeft = undefined
      clearTimeout(waiting)
      for (const response of open) response.end()
    },
    whenAllLeft: (milliseconds, left) => {
      patience = milliseconds
      onLeft = left
      wait()
    },
  }
}
