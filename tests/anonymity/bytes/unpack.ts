import { brotliDecompressSync, constants, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib'
import { logRecords, tableBlocks } from './leveldb.ts'
import { unsnap } from './snappy.ts'

// What is cut off in the middle still tells what stands before.
const PART = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1 << 26 }
const DEEPEST = 3

/** The bytes themselves, and everything that is packed somewhere in them, unpacked, and what is packed in that. */
export function unpackAll(name: string, bytes: Buffer, depth = 0): Buffer[] {
  if (depth === DEEPEST) return [bytes]
  return [bytes, ...packedIn(name, bytes).flatMap(inner => unpackAll('', inner, depth + 1))]
}

function packedIn(name: string, bytes: Buffer): Buffer[] {
  const found: Buffer[] = []
  const add = (unpack: () => Buffer | null) => {
    const inner = quietly(unpack)
    if (inner && inner.length > 0) found.push(inner)
  }
  for (const at of placesOf(bytes, Uint8Array.of(0x1f, 0x8b, 8)))
    add(() => beginningOf(bytes.subarray(gzipBody(bytes, at)), inflateRawSync))
  for (const at of placesOf(bytes, Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd)))
    add(() => zstdDecompressSync(bytes.subarray(at), { maxOutputLength: 1 << 26, finishFlush: constants.ZSTD_e_flush }))
  // zlib, as in a PDF's streams and a web server's "deflate": the second byte makes the two a multiple of 31.
  for (const at of placesOf(bytes, Uint8Array.of(0x78)))
    if ((0x7800 + (bytes[at + 1] ?? 0)) % 31 === 0) add(() => beginningOf(bytes.subarray(at), inflateSync))
  // A zip's entries: 30 bytes, the name, more fields, then raw deflate.
  for (const at of placesOf(bytes, Buffer.from('PK\u0003\u0004'))) {
    if (at + 30 > bytes.length) continue
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
    add(() => beginningOf(bytes.subarray(start), inflateRawSync))
  }
  // Without a mark of their own: only a whole file can be tried.
  add(() => inflateRawSync(bytes, PART))
  add(() => brotliDecompressSync(bytes, { maxOutputLength: 1 << 26 }))
  add(() => unsnap(bytes))
  // Wide characters, whose other half is zeros: then hex or base64 in them can be seen.
  let zeros = 0
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 0) zeros++
  if (2 * zeros >= bytes.length - 8) found.push(Buffer.from(bytes.filter(byte => byte !== 0)))
  found.push(...tableBlocks(bytes))
  if (/\.log$/.test(name)) found.push(...logRecords(bytes))
  return found
}

/** As much as can be unpacked: where the end was overwritten, what stands before it. */
function beginningOf(bytes: Buffer, unpack: (bytes: Buffer, options: typeof PART) => Buffer): Buffer | null {
  const whole = quietly(() => unpack(bytes, PART))
  for (let size = 1 << 15; whole === null && size >= 64; size /= 2) {
    const part = quietly(() => unpack(bytes.subarray(0, size), PART))
    if (part) return part
  }
  return whole
}

/** Where a gzip member's own bytes begin. `gunzip` itself refuses a member with anything but a member after it. */
function gzipBody(bytes: Buffer, start: number): number {
  const flags = bytes[start + 3] ?? 0
  let at = start + 10
  if (flags & 4) at += 2 + bytes.readUInt16LE(at)
  // A name and a comment, each up to a zero.
  for (const flag of [8, 16]) if (flags & flag) at = bytes.indexOf(0, at) + 1
  return flags & 2 ? at + 2 : at
}

function placesOf(bytes: Buffer, mark: Uint8Array): number[] {
  const places: number[] = []
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) places.push(at)
  return places
}

/** What is not packed so is refused in many ways, all of which mean the same here. */
function quietly(unpack: () => Buffer | null): Buffer | null {
  try {
    return unpack()
  } catch {
    return null
  }
}
