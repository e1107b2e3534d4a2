import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

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
  const { hashOf } = rollKey(key)
  const hashes = proofs.flatMap(group => group.map(hashOf).sort(Buffer.compare))
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
  const { hashOf, draftHalfOf } = rollKey(bytes.subarray(0, KEY))
  const places = new Map<string, number>()
  for (let slip = 0; slip < slips; slip++) {
    const at = KEY + slip * HASH
    places.set(Buffer.from(bytes.subarray(at, at + HASH)).toString('hex'), slip)
  }
  // A vote asks for its slip's place several times, by the same bytes: hashed once.
  let last: { readonly proof: Uint8Array; readonly place: number | undefined } | null = null
  return {
    find: proof => {
      if (last?.proof !== proof) last = { proof, place: places.get(hashOf(proof).toString('hex')) }
      return last.place
    },
    draftHalf: draftHalfOf,
  }
}

/** The key of a roll. */
export type RollKey = {
  /** What is kept of a slip: its proof's hash under the key. */
  readonly hashOf: (proof: Uint8Array) => Buffer
  /** The station's half of the key of a slip's draft. */
  readonly draftHalfOf: (proof: Uint8Array) => Uint8Array
}

// Its own label: what is given out must say nothing of the hash that stands in the urn.
const DRAFT = utf8ToBytes('pingyi/draft/1\n')

/**
 * Makes a key of its bytes: HMAC-SHA-256, begun once and copied for each slip. By the page's own library, as Node's makes an
 * object of the system's for each hash; among all else that a vote asks of the station that took a third of its time.
 */
export function rollKey(key: Uint8Array): RollKey {
  const begun = hmac.create(sha256, key)
  return {
    hashOf: proof => Buffer.from(begun.clone().update(proof).digest().subarray(0, HASH)),
    draftHalfOf: proof => begun.clone().update(DRAFT).update(proof).digest(),
  }
}
