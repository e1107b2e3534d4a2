const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** The first free id of a kind: `k1`, `k2` … Ids are for the file; a person never sees or types one. */
export function nextId(prefix: string, taken: Iterable<string>): string {
  const known = new Set(taken)
  let number = 1
  while (known.has(`${prefix}${number}`)) number += 1
  return `${prefix}${number}`
}

/** The first free letter for a voter group (票种 A, B, C …); beyond Z a number follows. */
export function nextGroupId(taken: Iterable<string>): string {
  const known = new Set(taken)
  return [...LETTERS].find(letter => !known.has(letter)) ?? nextId('Z', known)
}
