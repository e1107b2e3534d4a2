import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'

/**
 * What stays on the phone until the vote is acknowledged: the slip's code, the phone's half of the draft's key, the
 * sealed draft, and whether a submit was sent. No mark, and nothing whose size follows from one.
 */
export type KeptDraft = {
  readonly code: string
  readonly own: Uint8Array
  readonly sealed: Uint8Array | null
  readonly sent: boolean
}

export type DraftStore = {
  readonly read: () => KeptDraft | null
  readonly write: (kept: KeptDraft) => void
  readonly wipe: () => void
}

const PREFIX = 'pingyi/draft/'
const PATTERN = /^([0-9]{16}) ([0-9a-f]{64}) ([01]) ([0-9a-f]*)$/

/** The draft of one box (its id in hex). Where the browser keeps nothing (private mode, full) the page goes on without. */
export function draftStore(box: string, storage: () => Storage): DraftStore {
  const key = PREFIX + box
  forgetOtherBoxes(key, storage)
  return {
    read: () => {
      const [, code, own, sent, sealed] = PATTERN.exec(quietly(() => storage().getItem(key)) ?? '') ?? []
      if (code === undefined || own === undefined || sealed === undefined || sealed.length % 2 === 1) return null
      return { code, own: hexToBytes(own), sent: sent === '1', sealed: sealed === '' ? null : hexToBytes(sealed) }
    },
    write: ({ code, own, sent, sealed }) => {
      const text = [code, bytesToHex(own), sent ? '1' : '0', sealed ? bytesToHex(sealed) : ''].join(' ')
      quietly(() => storage().setItem(key, text))
    },
    wipe: () => {
      quietly(() => storage().removeItem(key))
    },
  }
}

/** Drafts of earlier rounds at the same address: their slips are of no use any more. */
function forgetOtherBoxes(key: string, storage: () => Storage): void {
  quietly(() => {
    const area = storage()
    const names = Array.from({ length: area.length }, (_, index) => area.key(index) ?? '')
    for (const name of names) if (name.startsWith(PREFIX) && name !== key) area.removeItem(name)
  })
}

function quietly<T>(use: () => T): T | null {
  try {
    return use()
  } catch {
    // A browser that refuses storage throws whatever it likes; the page then keeps its draft in memory.
    return null
  }
}
