import { useSyncExternalStore } from 'react'

// Finished documents that hold a secret (slips, their codes as a table, the recovery sheet) wait in the host's memory under a ticket until they are
// printed. The ticket lives here as long as this window: neither in the tables nor in any storage of the browser.

type Kind = 'slips' | 'codes' | 'recovery'

const waiting = new Map<string, string>()
const listeners = new Set<() => void>()

export function keepTicket(kind: Kind, meeting: string, ticket: string): void {
  waiting.set(`${kind}:${meeting}`, ticket)
  for (const listener of listeners) listener()
}

export function dropTicket(kind: Kind, meeting: string): void {
  waiting.delete(`${kind}:${meeting}`)
  for (const listener of listeners) listener()
}

/** The ticket of a document that still waits, kept current; null where none does. */
export function useTicket(kind: Kind, meeting: string): string | null {
  return useSyncExternalStore(subscribe, () => waiting.get(`${kind}:${meeting}`) ?? null)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
