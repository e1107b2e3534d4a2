import { useEffect, useSyncExternalStore } from 'react'
import type { Host } from '#renderer/host/connect-host.ts'

// Finished documents that hold a secret (slips, their codes as a table, the recovery sheet) wait in the host's memory under
// a ticket until they are printed. The ticket lives here, neither in the tables nor in any storage of the browser; a window
// that was loaded again asks the host for it (`useWaiting`).

type Kind = 'slips' | 'codes' | 'recovery'

const waiting = new Map<string, string>()
const shown = new Map<string, (() => void)[]>()
const listeners = new Set<() => void>()

export function keepTicket(kind: Kind, meeting: string, ticket: string): void {
  waiting.set(`${kind}:${meeting}`, ticket)
  for (const listener of listeners) listener()
}

export function dropTicket(kind: Kind, meeting: string): void {
  waiting.delete(`${kind}:${meeting}`)
  for (const close of shown.get(`${kind}:${meeting}`) ?? []) close()
  shown.delete(`${kind}:${meeting}`)
  for (const listener of listeners) listener()
}

/** A document is on the screen: with its ticket it goes from there too, and no tab keeps the secret. */
export function keepShown(kind: Kind, meeting: string, close: () => void): void {
  shown.set(`${kind}:${meeting}`, [...(shown.get(`${kind}:${meeting}`) ?? []), close])
}

/** The ticket of a document that still waits, kept current; null where none does. */
export function useTicket(kind: Kind, meeting: string): string | null {
  return useSyncExternalStore(subscribe, () => waiting.get(`${kind}:${meeting}`) ?? null)
}

/** Learns from the host what waits of a meeting's box: this window may have been loaded again since it was made. */
export function useWaiting(client: Host['client'], year: number, meeting: string): void {
  useEffect(() => {
    client.request('meeting.waiting', { year, meeting }).then(found => {
      if (!found.ok) return
      for (const kind of ['slips', 'codes', 'recovery'] as const) {
        const ticket = found.data[kind]
        if (ticket) keepTicket(kind, meeting, ticket)
        else dropTicket(kind, meeting)
      }
    })
  }, [client, year, meeting])
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
