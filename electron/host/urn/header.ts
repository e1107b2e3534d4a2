import { PHASES, type Phase } from './ballot-store.ts'
import type { Bits } from './bits.ts'

/**
 * What changes with every vote: the phase, which slips have voted, which slots are filled. Slips stand in the order of
 * their keyed hashes, slots in that of the file; nothing says which slip filled which slot, nor when.
 */
export type Header = { readonly phase: Phase; readonly slips: Bits; readonly slots: Bits }

/** The header's bytes: the phase, the slips' bits, the slots' bits. */
export function encodeHeader({ phase, slips, slots }: Header): Uint8Array {
  const bytes = new Uint8Array(1 + slips.length + slots.length)
  bytes[0] = PHASES.indexOf(phase)
  bytes.set(slips, 1)
  bytes.set(slots, 1 + slips.length)
  return bytes
}

/** A header for so many slips and slots; `null` where the bytes cannot be one. */
export function decodeHeader(bytes: Uint8Array, slipCount: number, slotCount: number): Header | null {
  const slipBytes = Math.ceil(slipCount / 8)
  const phase = PHASES[bytes[0] ?? PHASES.length]
  if (phase === undefined || bytes.length !== 1 + slipBytes + Math.ceil(slotCount / 8)) return null
  return { phase, slips: bytes.slice(1, 1 + slipBytes), slots: bytes.slice(1 + slipBytes) }
}
