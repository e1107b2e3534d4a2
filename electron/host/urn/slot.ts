import { hash, timingSafeEqual } from 'node:crypto'

const HASH = 32

/** Slots begin on a disk page each, so that writing one never touches a neighbour's page. */
export const SLOT_BYTES_STEP = 4096

/** The size of a slot for sealed ballots of `sealedBytes`. */
export function slotBytesFor(sealedBytes: number): number {
  return Math.ceil((sealedBytes + HASH) / SLOT_BYTES_STEP) * SLOT_BYTES_STEP
}

/**
 * Makes a slot's worth of random bytes a filled slot, in place: the sealed ballot, a SHA-256 over it and the slot's number,
 * what was there up to the slot's size. The hash tells a damaged disk from a ballot that was never any good: the first stops
 * the opening, the second is one void ballot.
 */
export function fillSlot(bytes: Uint8Array, sealed: Uint8Array, slot: number): Uint8Array {
  bytes.set(sealed, 0)
  bytes.set(slotHash(sealed, slot), sealed.length)
  return bytes
}

/** The sealed ballot in a filled slot, or `null` where the slot is damaged. */
export function readSlot(bytes: Uint8Array, slot: number, sealedBytes: number): Uint8Array | null {
  const sealed = bytes.slice(0, sealedBytes)
  const hash = bytes.subarray(sealedBytes, sealedBytes + HASH)
  return hash.length === HASH && timingSafeEqual(hash, slotHash(sealed, slot)) ? sealed : null
}

/** What stands after a sealed ballot: it tells damage, and a slot's bytes in another slot, from a ballot that is no good. */
export function slotHash(sealed: Uint8Array, slot: number): Uint8Array {
  // In one call: an object for each vote is dear among all else that is done then.
  return hash('sha256', Buffer.concat([Buffer.from(`pingyi/slot/${slot}\n`), sealed]), 'buffer')
}
