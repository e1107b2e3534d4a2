import { createHash, timingSafeEqual } from 'node:crypto'
import type { Step, UrnFile } from './urn-file.ts'

/*
 * A record that is kept twice. Each copy: its number (8 bytes, growing with every write), the payload's length (4), the
 * payload, zeros, and a SHA-256 over all of it and over the record's name, so that a copy of another box or of another record
 * does not pass. The two copies are never written at the same time: while one is under way the other is whole.
 */
const HEAD = 12
const HASH = 32

/** Where a record stands: two copies of `bytes` each, one after the other. */
export type TwinPlace = { readonly position: number; readonly bytes: number; readonly name: string }

/** The size of one copy that can hold `payload` bytes, a whole number of disk pages. */
export function twinBytes(payload: number): number {
  return Math.ceil((HEAD + payload + HASH) / 4096) * 4096
}

/** A write of both copies, one after the other, each flushed, as steps among others. */
export type TwinWrite = {
  readonly steps: readonly Step[]
  /**
   * To be told how many of them were done, where they are run; below 0 none was begun. Whether both copies are whole; after
   * a failure, the next write mends what this one left.
   */
  readonly ended: (done: number) => boolean
}

export type Twin = {
  /** The newest whole copy's payload; `null` while there is none (never written, or both copies damaged). */
  readonly payload: () => Uint8Array | null
  /** Both copies whole and the same. */
  readonly intact: () => boolean
  /** A write of both copies that is not done yet. Throws a RangeError where the payload does not fit. */
  readonly prepare: (payload: Uint8Array) => TwinWrite
  /** Writes both copies. Rejects with the disk's error. */
  readonly write: (payload: Uint8Array) => Promise<void>
  /** Overwrites both copies, one after the other. */
  readonly overwrite: (random: (length: number) => Uint8Array) => Promise<void>
}

type Copy = { readonly number: number; readonly payload: Uint8Array }

/** Reads a record's two copies. */
export async function openTwin(file: UrnFile, place: TwinPlace): Promise<Twin> {
  const copies = [await readCopy(file, place, 0), await readCopy(file, place, 1)]
  const [a = null, b = null] = copies
  let newest = !a ? b : !b ? a : b.number > a.number ? b : a
  let number = newest?.number ?? 0
  let intact = a !== null && b !== null && a.number === b.number
  // The copy that may be lost: it is written first, while the other still holds.
  let doubtful: 0 | 1 = newest === a && newest !== null && !intact ? 1 : 0
  const position = (copy: 0 | 1) => place.position + copy * place.bytes

  /** `newest` becomes `next` once both copies are written. */
  const prepare = (bytes: readonly [Uint8Array, Uint8Array], next: Copy | null): TwinWrite => {
    const first = doubtful
    const second = first === 0 ? 1 : 0
    return {
      steps: [
        { position: position(first), bytes: bytes[0] },
        'flush',
        { position: position(second), bytes: bytes[1] },
        'flush',
      ],
      ended: done => {
        if (done < 0) return false
        intact = done >= 4
        if (done >= 2) doubtful = second
        if (!intact) return false
        doubtful = 0
        newest = next
        return true
      },
    }
  }
  const prepareWrite = (payload: Uint8Array): TwinWrite => {
    number += 1
    const bytes = encodeCopy(place, number, payload)
    return prepare([bytes, bytes], { number, payload })
  }
  const run = async ({ steps, ended }: TwinWrite): Promise<void> => {
    const { done, error } = await file.run(steps)
    ended(done)
    if (error) throw error
  }

  return {
    payload: () => newest?.payload ?? null,
    intact: () => intact,
    prepare: prepareWrite,
    write: async payload => run(prepareWrite(payload)),
    overwrite: async random => run(prepare([random(place.bytes), random(place.bytes)], null)),
  }
}

async function readCopy(file: UrnFile, place: TwinPlace, copy: 0 | 1): Promise<Copy | null> {
  const bytes = await file.read(place.position + copy * place.bytes, place.bytes)
  if (bytes.length !== place.bytes) return null
  const body = bytes.subarray(0, place.bytes - HASH)
  if (!timingSafeEqual(hashOf(place.name, body), bytes.subarray(place.bytes - HASH))) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEAD)
  const length = view.getUint32(8)
  if (length > place.bytes - HEAD - HASH) return null
  return { number: Number(view.getBigUint64(0)), payload: bytes.slice(HEAD, HEAD + length) }
}

function encodeCopy(place: TwinPlace, number: number, payload: Uint8Array): Uint8Array {
  if (payload.length > place.bytes - HEAD - HASH) throw new RangeError(`${place.name} does not fit its place`)
  const bytes = new Uint8Array(place.bytes)
  const view = new DataView(bytes.buffer)
  view.setBigUint64(0, BigInt(number))
  view.setUint32(8, payload.length)
  bytes.set(payload, HEAD)
  bytes.set(hashOf(place.name, bytes.subarray(0, place.bytes - HASH)), place.bytes - HASH)
  return bytes
}

function hashOf(name: string, body: Uint8Array): Uint8Array {
  return createHash('sha256').update(`pingyi/urn/${name}\n`).update(body).digest()
}
