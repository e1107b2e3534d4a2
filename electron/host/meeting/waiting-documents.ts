import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { type BoxKey, sameBox } from './box-key.ts'

export type WaitingKind = 'slips' | 'codes' | 'recovery'

/** Finished documents that hold secrets (slips, their codes as a table, recovery sheet): in memory until printed, overwritten then. */
export type WaitingDocuments = {
  readonly add: (box: BoxKey, kind: WaitingKind, bytes: Uint8Array<ArrayBuffer>) => string
  /** The tickets of what waits of one box, for a window that was loaded again. */
  readonly of: (box: BoxKey) => Readonly<Record<WaitingKind, string | null>>
  readonly read: (ticket: string) => Uint8Array<ArrayBuffer> | null
  readonly forget: (ticket: string) => void
  /** All of one box. */
  readonly forgetOf: (box: BoxKey) => void
  readonly forgetAll: () => void
}

export function waitingDocuments(): WaitingDocuments {
  type Waiting = { readonly box: BoxKey; readonly kind: WaitingKind; readonly bytes: Uint8Array<ArrayBuffer> }
  const waiting = new Map<string, Waiting>()
  const ticketOf = (key: BoxKey, wanted: WaitingKind) =>
    [...waiting].find(([, { box, kind }]) => kind === wanted && sameBox(box, key))?.[0] ?? null
  const forget = (ticket: string) => {
    waiting.get(ticket)?.bytes.fill(0)
    waiting.delete(ticket)
  }
  return {
    add: (box, kind, bytes) => {
      const ticket = Buffer.from(secureRandom(16)).toString('hex')
      waiting.set(ticket, { box, kind, bytes })
      return ticket
    },
    of: key => ({
      slips: ticketOf(key, 'slips'),
      codes: ticketOf(key, 'codes'),
      recovery: ticketOf(key, 'recovery'),
    }),
    // A copy: whoever sends it is not cut short when it is forgotten meanwhile.
    read: ticket => waiting.get(ticket)?.bytes.slice() ?? null,
    forget,
    forgetOf: key => {
      for (const [ticket, { box }] of [...waiting]) if (sameBox(box, key)) forget(ticket)
    },
    forgetAll: () => {
      for (const ticket of [...waiting.keys()]) forget(ticket)
    },
  }
}
