import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'

/*
 * The roll of slips: a key, and for each group its slips' keyed hashes in ascending order. The order of printing is not
 * in it, the codes are not, and without the key the hashes say nothing.
 */
const KEY = 32
const HASH = 16

/** Bytes of the roll for so many slips. */
export function rollBytes(slips: number): number {
  return KEY + slips * HASH
}

/** The roll of new slips. `proofs` are by group, in the meeting's order; `key` is 32 random bytes. */
export function encodeRoll(key: Uint8Array, proofs: readonly (readonly Uint8Array[])[]): Uint8Array {
  const hashes = proofs.flatMap(group => group.map(proof => keyedHash(key, proof)).sort(Buffer.compare))
  return Buffer.concat([key, ...hashes])
}

export type SlipRoll = {
  /** The place of a slip in the roll by its proof (bytes that stay as they are); `undefined` where it is not of this box. */
  readonly find: (proof: Uint8Array) => number | undefined
  /** The station's half of the key of a slip's draft, derived, so that a restart gives it again; gone with the roll. */
  readonly draftHalf: (proof: Uint8Array) => Uint8Array
}

/** Reads the roll; `null` where it is not of so many slips. */
export function readRoll(bytes: Uint8Array, slips: number): SlipRoll | null {
  if (bytes.length !== rollBytes(slips)) return null
  // Made a key once: to make one of bytes for every vote takes longer than all else that a vote asks of the roll.
  const key = createSecretKey(bytes.subarray(0, KEY))
  const places = new Map<string, number>()
  for (let slip = 0; slip < slips; slip++) {
    const at = KEY + slip * HASH
    places.set(Buffer.from(bytes.subarray(at, at + HASH)).toString('hex'), slip)
  }
  // A vote asks for its slip's place several times by the same bytes: hashed once, and forgotten with them.
  const asked = new WeakMap<Uint8Array, number>()
  return {
    find: proof => {
      const known = asked.get(proof)
      if (known !== undefined) return known
      const place = places.get(keyedHash(key, proof).toString('hex'))
      if (place !== undefined) asked.set(proof, place)
      return place
    },
    draftHalf: proof => draftHalfOf(key, proof),
  }
}

/** The station's half of the key of a slip's draft. `key` is the roll's, `proof` as in `slipProof`. */
export function draftHalfOf(key: Uint8Array | KeyObject, proof: Uint8Array): Uint8Array {
  // Its own label: what is given out must say nothing of the hash that stands in the urn.
  return createHmac('sha256', key).update('pingyi/draft/1\n').update(proof).digest()
}

/** What is kept of a slip: its proof's hash under the roll's key. */
export function keyedHash(key: Uint8Array | KeyObject, proof: Uint8Array): Buffer {
  return createHmac('sha256', key).update(proof).digest().subarray(0, HASH)
}
