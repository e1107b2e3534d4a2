import { crc32, inflateRawSync } from 'node:zlib'
import { type WorkbookFault, workbookFault } from '#shared/domain/roster/registration/workbook-fault.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { LIMITS } from './limits.ts'

/** One file of a zip as its central directory describes it; nothing is unpacked yet. */
export type ZipEntry = {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  readonly offset: number
}

const END = 0x06054b50
const END_64 = 0x06064b50
const END_64_LOCATOR = 0x07064b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const LONGEST_COMMENT = 65_535

/** The central directory of a zip, `most` entries and one; null where the bytes hold none that is whole (cut off, not a zip). */
export function zipEntries(bytes: Buffer, most: number = LIMITS.parts): readonly ZipEntry[] | null {
  try {
    return readDirectory(bytes, most)
  } catch (error) {
    // Reading past the end: an offset that points outside the file.
    if (error instanceof RangeError) return null
    throw error
  }
}

function readDirectory(bytes: Buffer, most: number): readonly ZipEntry[] | null {
  const end = endRecord(bytes)
  if (end < 0) return null
  let count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  if ((count === 0xffff || at === 0xffffffff) && end >= 20 && bytes.readUInt32LE(end - 20) === END_64_LOCATOR) {
    const end64 = Number(bytes.readBigUInt64LE(end - 12))
    if (bytes.readUInt32LE(end64) !== END_64) return null
    count = Number(bytes.readBigUInt64LE(end64 + 32))
    at = Number(bytes.readBigUInt64LE(end64 + 48))
  }
  const entries: ZipEntry[] = []
  const names = new Set<string>()
  for (let index = 0; index < count && index <= most; index += 1) {
    if (bytes.readUInt32LE(at) !== CENTRAL) return null
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28)
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30)
    const name = bytes
      .toString('utf8', at + 46, nameEnd)
      .replaceAll('\\', '/')
      .replace(/^\//, '')
    // The same name twice: which of the two a program reads is chance.
    if (names.has(name.toLowerCase())) return null
    names.add(name.toLowerCase())
    entries.push({
      name,
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      crc: bytes.readUInt32LE(at + 16),
      ...sizes(bytes, at, nameEnd, extraEnd),
    })
    at = extraEnd + bytes.readUInt16LE(at + 32)
  }
  return entries
}

function endRecord(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - LONGEST_COMMENT); at -= 1)
    if (bytes.readUInt32LE(at) === END) return at
  return -1
}

/** Sizes and offset, from the zip64 field where the 32-bit ones are full (writers that stream use it for small files too). */
function sizes(bytes: Buffer, at: number, extra: number, extraEnd: number) {
  let packedSize = bytes.readUInt32LE(at + 20)
  let size = bytes.readUInt32LE(at + 24)
  let offset = bytes.readUInt32LE(at + 42)
  for (let field = extra; field + 4 <= extraEnd; field += 4 + bytes.readUInt16LE(field + 2)) {
    if (bytes.readUInt16LE(field) !== 1) continue
    let value = field + 4
    const next = () => {
      value += 8
      return Number(bytes.readBigUInt64LE(value - 8))
    }
    if (size === 0xffffffff) size = next()
    if (packedSize === 0xffffffff) packedSize = next()
    if (offset === 0xffffffff) offset = next()
  }
  return { packedSize, size, offset }
}

/**
 * Unpacks entries, never more than they declare and never more than `LIMITS.partBytes` together, so that a zip bomb
 * (declared or lying) ends early. Wrong sizes, checksums or methods are damage.
 */
export function unpack(
  bytes: Buffer,
  entries: readonly ZipEntry[],
): Result<ReadonlyMap<string, Buffer>, WorkbookFault> {
  const total = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (total > LIMITS.partBytes || entries.length > LIMITS.parts) return failure(workbookFault('too-much-content'))
  const parts = new Map<string, Buffer>()
  for (const entry of entries) {
    if (entry.encrypted) return failure(workbookFault('encrypted'))
    const content = contentOf(bytes, entry)
    if (!content) return failure(workbookFault('damaged'))
    parts.set(entry.name, content)
  }
  return success(parts)
}

function contentOf(bytes: Buffer, entry: ZipEntry): Buffer | null {
  if (entry.offset + 30 > bytes.length || bytes.readUInt32LE(entry.offset) !== LOCAL) return null
  const start = entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28)
  const packed = bytes.subarray(start, start + entry.packedSize)
  if (packed.length !== entry.packedSize) return null
  const content = entry.method === 0 ? packed : entry.method === 8 ? inflate(packed, entry.size) : null
  return content && content.length === entry.size && crc32(content) === entry.crc ? content : null
}

function inflate(packed: Buffer, size: number): Buffer | null {
  try {
    // One byte more than declared is already a lie, and zlib refuses a limit of 0.
    return inflateRawSync(packed, { maxOutputLength: size + 1 })
  } catch {
    // zlib throws one of a dozen codes for bad data; each means the same here.
    return null
  }
}
