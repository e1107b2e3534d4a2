import { type EventName, type EventPayload, events, type HostClient } from '#shared/contract/contract.ts'
import { readEvents } from './read-events.ts'
import { outputOf, refused, replyOf } from './reply-of.ts'
import { requestBody } from './request-body.ts'

export type HttpHost = HostClient & { readonly close: () => void }

/** How long after a broken event stream the next try begins, in milliseconds. */
const RECONNECT_AFTER = 1000

/** The contract over HTTP on this machine (browser mode): one POST per call, one event stream for everything told. */
export function createHttpHost(origin: string, token: string): HttpHost {
  const authorization = `Bearer ${token}`
  const stop = new AbortController()
  const listeners = new Map<string, Set<(payload: never) => void>>()

  // A call may be answered by an event at once: none is sent before the stream stands (or has failed to).
  const listening = Promise.withResolvers<void>()
  const listen = async () => {
    while (!stop.signal.aborted) {
      await readEvents(`${origin}/host/events`, authorization, stop.signal, {
        opened: listening.resolve,
        event: (name, data) => {
          if (isEventName(name)) tell(name, data)
        },
      }).catch(() => undefined)
      listening.resolve()
      if (!stop.signal.aborted) await new Promise(resolve => setTimeout(resolve, RECONNECT_AFTER))
    }
  }
  const tell = <Name extends EventName>(name: Name, data: unknown) => {
    const payload = events[name].safeParse(data)
    if (!payload.success) return
    // `on` put only listeners of this event's payload into its set.
    const own = listeners.get(name) as Set<(payload: EventPayload<Name>) => void> | undefined
    for (const listener of own ?? []) listener(payload.data as EventPayload<Name>)
  }
  void listen()

  return {
    request: async (name, input) => {
      await listening.promise
      try {
        const response = await fetch(`${origin}/host/${name}`, {
          method: 'POST',
          headers: { authorization, 'content-type': 'application/json' },
          body: await requestBody(input),
          signal: stop.signal,
        })
        if (response.status === 401 || response.status === 403) return refused('not-allowed')
        if (!response.ok) return refused('internal')
        const bytes = response.headers.get('content-type') === 'application/octet-stream'
        return bytes
          ? outputOf(name, new Uint8Array(await response.arrayBuffer()))
          : replyOf(name, await response.json())
      } catch {
        return refused('internal')
      }
    },
    on: (name, listener) => {
      const own = listeners.get(name) ?? new Set()
      listeners.set(name, own.add(listener))
      return () => {
        own.delete(listener)
      }
    },
    close: () => stop.abort(),
  } satisfies HttpHost
}

function isEventName(name: string): name is EventName {
  return Object.hasOwn(events, name)
}
