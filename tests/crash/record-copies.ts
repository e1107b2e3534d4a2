const PAGE = 4096

/** One record of an urn: where its first copy begins, and how long each of the two is. */
export type RecordCopies = { readonly start: number; readonly bytes: number }

const NAMES = ['preamble', 'meeting', 'slips', 'seal', 'header'] as const

/**
 * Where the records of an urn that was voted on stand, found from outside: the same bytes twice, one after the other. The
 * counts follow (still random bytes), then `slots` slots of a page each.
 */
export function recordCopies(image: Uint8Array, slots: number) {
  const slotsStart = image.length - slots * PAGE
  const records: Partial<Record<(typeof NAMES)[number], RecordCopies>> = {}
  let start = 0
  for (const name of NAMES) {
    const bytes = [1, 2, 3, 4, 5, 6, 7, 8].map(pages => pages * PAGE).find(size => sameTwice(image, start, size))
    if (bytes === undefined) throw new Error(`the copies of ${name} are not alike`)
    records[name] = { start, bytes }
    start += 2 * bytes
  }
  return { records, slotsStart, slotStarts: Array.from({ length: slots }, (_, slot) => slotsStart + slot * PAGE) }
}

function sameTwice(image: Uint8Array, start: number, bytes: number): boolean {
  return Buffer.from(image.slice(start, start + bytes)).equals(image.slice(start + bytes, start + 2 * bytes))
}
