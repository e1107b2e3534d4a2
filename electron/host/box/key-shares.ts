import { combine, split } from 'shamir-secret-sharing'

/** Splits a key so that any `need` of `count` shares give it back and fewer tell nothing. Where one is enough each is whole. */
export async function splitKey(key: Uint8Array, count: number, need: number): Promise<readonly Uint8Array[]> {
  return need === 1 ? Array.from({ length: count }, () => key.slice()) : split(key, count, need)
}

/** The key from at least `need` different shares; from fewer or foreign ones, something else. */
export async function joinShares(shares: readonly Uint8Array[], need: number): Promise<Uint8Array | null> {
  const [only] = shares
  if (need === 1) return only?.slice() ?? null
  return shares.length < need ? null : combine(shares.slice(0, need))
}
