import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { type BoxKey, sameBox } from './box-key.ts'

/** Finished PDFs that hold secrets (slips, recovery sheet): in memory until printed, overwritten then. */
export type WaitingDocuments = {
  readonly add: (box: BoxKey, bytes: Uint8Array<ArrayBuffer>) => string
  readonly read: (ticket: string) => Uint8Array<ArrayBuffer> | null
  readonly forget: (ticket: string) => void
  /** All of one box. */
  readonly forgetOf: (box: BoxKey) => void
  readonly forgetAll: () => void
}

export function waitingDocuments(): WaitingDocuments {
  const waiting = new Map<string, { readonly box: BoxKey; readonly bytes: Uint8Array<ArrayBuffer> }>()
  const forget = (ticket: string) => {
    waiting.get(ticket)?.bytes.fill(0)
    waiting.delete(ticket)
  }
  return {
    add: (box, bytes) => {
      const ticket = Buffer.from(secureRandom(16)).toString('hex')
      waiting.set(ticket, { box, bytes })
      return ticket
    },
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
