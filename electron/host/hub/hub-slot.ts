import { readSlot, slotHash } from '#electron/host/urn/slot.ts'

/** A slot of a hub: the sealed ballot and its hash, nothing to fill up, since a database packs its own pages. */
const HASH = 32

export function hubSlotBytes(sealedBytes: number): number {
  return sealedBytes + HASH
}

/** A filled slot of a hub. The hash tells a damaged row, or one moved to another place, from a ballot that is no good. */
export function fillHubSlot(sealed: Uint8Array, place: number): Buffer {
  const bytes = Buffer.allocUnsafe(hubSlotBytes(sealed.length))
  bytes.set(sealed, 0)
  bytes.set(slotHash(sealed, place), sealed.length)
  return bytes
}

/** The sealed ballot in a filled slot; `null` where it is damaged. */
export function readHubSlot(bytes: Uint8Array, place: number, sealedBytes: number): Uint8Array | null {
  return bytes.length === hubSlotBytes(sealedBytes) ? readSlot(Uint8Array.from(bytes), place, sealedBytes) : null
}
