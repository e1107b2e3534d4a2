import { createHash } from 'node:crypto'
import { spellings } from './find-marker.ts'

/** Something to search for, in one spelling. */
export type Needle = { readonly name: string; readonly bytes: Buffer }

/** What must not be found, by name: in every spelling. */
export function needlesOf(secrets: ReadonlyMap<string, string | Uint8Array>): Needle[] {
  return [...secrets].flatMap(([name, secret]) =>
    [...spellings(secret)].map(([spelling, bytes]) => ({ name: `${name} (${spelling})`, bytes })),
  )
}

/** The same secrets and what a program may keep in their place: a hash, or the beginning of one. */
export function withHashes(secrets: ReadonlyMap<string, string | Uint8Array>): Map<string, string | Uint8Array> {
  const all = new Map<string, string | Uint8Array>(secrets)
  for (const [name, secret] of secrets)
    for (const kind of ['sha256', 'sha1', 'md5'])
      all.set(`${kind} of ${name}`, new Uint8Array(createHash(kind).update(secret).digest().subarray(0, 8)))
  return all
}

/** Needles by their first bytes: thousands of them are looked for in one pass. */
export type NeedleIndex = { readonly pairs: Uint8Array; readonly heads: ReadonlyMap<number, readonly Needle[]> }

const HEAD = 4

/** An index of needles of at least four bytes. */
export function indexNeedles(needles: readonly Needle[]): NeedleIndex {
  const pairs = new Uint8Array(2 ** 16)
  const heads = new Map<number, Needle[]>()
  for (const needle of needles) {
    if (needle.bytes.length < HEAD) throw new RangeError(`${needle.name} is too short to be searched for`)
    pairs[needle.bytes.readUInt16LE(0)] = 1
    const head = needle.bytes.readUInt32LE(0)
    heads.set(head, [...(heads.get(head) ?? []), needle])
  }
  return { pairs, heads }
}

/** The names of the needles that stand in some bytes. */
export function found(bytes: Buffer, { pairs, heads }: NeedleIndex): string[] {
  const names = new Set<string>()
  for (let at = 0; at + HEAD <= bytes.length; at++) {
    if (pairs[(bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)] === 0) continue
    for (const needle of heads.get(bytes.readUInt32LE(at)) ?? [])
      if (bytes.subarray(at, at + needle.bytes.length).equals(needle.bytes)) names.add(needle.name)
  }
  return [...names]
}
