import { crc32, deflateSync } from 'node:zlib'
import { drawIcon } from './draw-icon.ts'

/** The mark as a PNG; the same bytes wherever zlib is the same. */
export function pngIcon(size: number): Buffer {
  const pixels = drawIcon(size)
  // Each row as it is, without a filter.
  const rows = Array.from({ length: size }, (_, y) => [
    Buffer.alloc(1),
    pixels.subarray(y * size * 4, (y + 1) * size * 4),
  ])
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(size, 4)
  // Eight bits a channel, with transparency.
  head.set([8, 6], 8)
  const parts = [
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows.flat()), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
