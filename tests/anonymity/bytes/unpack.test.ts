import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { logRecords } from './leveldb.ts'
import { found, indexNeedles, needlesOf } from './needles.ts'
import { unsnap } from './snappy.ts'
import { timeNeedles } from './time-needles.ts'
import { unpackAll } from './unpack.ts'

// A scan that finds nothing proves nothing unless it finds what is there, however it is packed.

const MARKER = 'Zürich-票-7f3a91'
const needles = indexNeedles(needlesOf(new Map([['marker', MARKER]])))
const seen = (bytes: Buffer) => unpackAll('x', bytes).some(view => found(view, needles).length > 0)
const plain = Buffer.from(`${'before '.repeat(40)}${MARKER} after`)
const among = (bytes: Uint8Array) => Buffer.concat([secureRandom(777), bytes, secureRandom(777)])

/** A block as Snappy writes one: a literal, then a copy of its beginning. */
function snapped(text: Buffer): Buffer {
  const length = Buffer.from([((text.length + 7) & 127) | 128, (text.length + 7) >> 7])
  const literal = Buffer.from([61 << 2, (text.length - 1) & 255, (text.length - 1) >> 8])
  // Seven bytes from the very beginning, with an offset of two bytes.
  const copy = Buffer.from([(6 << 2) | 2, text.length & 255, text.length >> 8])
  return Buffer.concat([length, literal, text, copy])
}

describe('what is packed is read', () => {
  test.each<[string, Buffer]>([
    ['gzip among other bytes', among(gzipSync(plain))],
    ['gzip that was cut off', among(gzipSync(Buffer.concat([plain, secureRandom(999)])).subarray(0, -300))],
    ['zlib, as in a PDF', among(deflateSync(plain))],
    ['zlib of the least level', among(deflateSync(plain, { level: 1 }))],
    ['zstd among other bytes', among(zstdCompressSync(plain))],
    ['raw deflate', deflateRawSync(plain)],
    ['brotli', brotliCompressSync(plain)],
    ['snappy', snapped(plain)],
    ['gzip in zstd', among(zstdCompressSync(gzipSync(plain)))],
    ['base64 in wide characters', Buffer.from(Buffer.from(plain).toString('base64'), 'utf16le')],
    ['hex in gzip', among(gzipSync(Buffer.from(plain.toString('hex'))))],
  ])('%s', (_, bytes) => {
    expect(seen(bytes)).toBe(true)
  })

  test('and nothing is found where nothing is', () => {
    expect(seen(Buffer.from(secureRandom(300_000)))).toBe(false)
    expect(seen(among(gzipSync(secureRandom(5_000))))).toBe(false)
  })

  // Catches: a record that crosses a block of the log and is then read in two halves that hold no marker.
  test('a record that goes over the edge of a log’s block', () => {
    const head = (length: number, type: number) => Buffer.from([0, 0, 0, 0, length & 255, length >> 8, type])
    const first = Buffer.concat([Buffer.alloc(32 * 1024 - 7 - 7 - 10), Buffer.alloc(0)])
    const [start, rest] = [plain.subarray(0, 3), plain.subarray(3)]
    const page = Buffer.concat([head(first.length, 1), first, head(start.length, 2), start, Buffer.alloc(7)])
    const log = Buffer.concat([page, head(rest.length, 4), rest])
    expect(page.length).toBe(32 * 1024)
    expect(logRecords(log).map(record => record.length)).toEqual([first.length, plain.length])
  })

  test('no block is made of what is none', () => {
    for (let run = 0; run < 2_000; run++) unsnap(secureRandom(1 + (run % 60)))
    expect(unsnap(snapped(plain))?.subarray(0, plain.length)).toEqual(plain)
    expect(unsnap(snapped(plain).subarray(0, -1))).toBeNull()
  })
})

describe('a time is seen', () => {
  const time = Date.UTC(2026, 11, 20, 9, 30, 15, 250)
  const index = indexNeedles(timeNeedles(time - 500, time + 500, { whole: true }))
  const number = (write: (view: DataView) => void) => {
    const view = new DataView(new ArrayBuffer(8))
    write(view)
    return Buffer.from(view.buffer)
  }
  test.each<[string, Buffer]>([
    ['ISO', Buffer.from(new Date(time).toISOString())],
    ['ISO, two seconds off', Buffer.from(new Date(time + 1_900).toISOString())],
    ['seconds', Buffer.from(`at ${Math.floor(time / 1_000)}`)],
    ['milliseconds', Buffer.from(`${time}`)],
    ['microseconds', Buffer.from(`${time}123`)],
    ['milliseconds in eight bytes', number(view => view.setBigUint64(0, BigInt(time)))],
    ['milliseconds, low byte first', number(view => view.setBigUint64(0, BigInt(time), true))],
    ['microseconds in eight bytes', number(view => view.setBigUint64(0, BigInt(time) * 1_000n, true))],
    ['a float', number(view => view.setFloat64(0, time, true))],
    ['seconds in four bytes', number(view => view.setUint32(0, Math.floor(time / 1_000)))],
  ])('as %s', (_, bytes) => {
    expect(found(Buffer.concat([Buffer.alloc(9, 'x'), bytes, Buffer.alloc(9, 'x')]), index)).not.toEqual([])
  })

  test('and another day is none', () => {
    expect(found(Buffer.from(new Date(time + 86_400_000).toISOString()), index)).toEqual([])
  })
})
