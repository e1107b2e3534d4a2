import { unsnap, varint } from './snappy.ts'

// LevelDB as browsers keep localStorage and IndexedDB in it: a log of 32 KiB blocks, tables of (mostly Snappy) blocks.
// Rows that were deleted stay in both. Source: google/leveldb, doc/log_format.md and doc/table_format.md.

const LOG_BLOCK = 32 * 1024
const LOG_HEAD = 7
const FOOTER = 48
const MAGIC = Buffer.from('57fb808b247547db', 'hex')

/** Everything that a table's blocks hold, unpacked; empty where the bytes are no table. */
export function tableBlocks(bytes: Buffer): Buffer[] {
  if (bytes.length < FOOTER || !bytes.subarray(-8).equals(MAGIC)) return []
  const footer = bytes.subarray(-FOOTER)
  const meta = handle(footer, 0)
  const index = meta && handle(footer, meta.next)
  const indexBlock = index && block(bytes, index)
  if (!indexBlock) return []
  return [indexBlock, ...values(indexBlock).flatMap(value => block(bytes, handle(value, 0)) ?? [])]
}

/** The records of a log, their pieces joined; what is not a log gives nothing worth reading. */
export function logRecords(bytes: Buffer): Buffer[] {
  const records: Buffer[] = []
  let pieces: Buffer[] = []
  for (let start = 0; start < bytes.length; start += LOG_BLOCK) {
    const page = bytes.subarray(start, start + LOG_BLOCK)
    let at = 0
    while (at + LOG_HEAD <= page.length) {
      const length = page.readUInt16LE(at + 4)
      const type = page[at + 6] ?? 0
      if (type < 1 || type > 4 || at + LOG_HEAD + length > page.length) break
      const piece = page.subarray(at + LOG_HEAD, at + LOG_HEAD + length)
      // Whole, first, middle, last.
      if (type === 1 || type === 2) pieces = []
      pieces.push(piece)
      if (type === 1 || type === 4) {
        records.push(Buffer.concat(pieces))
        pieces = []
      }
      at += LOG_HEAD + length
    }
  }
  return pieces.length > 0 ? [...records, Buffer.concat(pieces)] : records
}

type Handle = { readonly offset: number; readonly size: number; readonly next: number }

function handle(bytes: Uint8Array, from: number): Handle | null {
  const offset = varint(bytes, from)
  const size = offset && varint(bytes, offset.next)
  return size && { offset: offset.value, size: size.value, next: size.next }
}

function block(bytes: Buffer, place: Handle | null): Buffer | null {
  if (!place || place.offset + place.size + 5 > bytes.length) return null
  const packed = bytes.subarray(place.offset, place.offset + place.size)
  return bytes[place.offset + place.size] === 1 ? unsnap(packed) : Buffer.from(packed)
}

/** The values of a block's entries; keys share their beginnings, which nobody needs here. */
function values(block: Buffer): Buffer[] {
  const restarts = block.length >= 4 ? block.readUInt32LE(block.length - 4) : 0
  const end = block.length - 4 - 4 * restarts
  const found: Buffer[] = []
  for (let at = 0; at < end; ) {
    const shared = varint(block, at)
    const own = shared && varint(block, shared.next)
    const size = own && varint(block, own.next)
    if (!size) break
    const start = size.next + own.value
    found.push(block.subarray(start, start + size.value))
    at = start + size.value
  }
  return found
}
