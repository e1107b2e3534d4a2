import { drawIcon } from './draw-icon.ts'
import { pngIcon } from './png-icon.ts'

/** What Linux desktops ask for (hicolor); with the largest for whoever wants it. */
const LINUX = [16, 24, 32, 48, 64, 96, 128, 256, 512, 1024]
const WINDOWS = [16, 20, 24, 32, 40, 48, 64, 128, 256]
/** Apple's names of the sizes, PNG inside. */
const APPLE = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
] as const

/** Every icon of the packages, by its path under this folder. */
export function iconFiles(): ReadonlyMap<string, Buffer> {
  const set = LINUX.map(size => [`set/${size}x${size}.png`, pngIcon(size)] as const)
  return new Map([...set, ['icon.ico', ico(WINDOWS)], ['icon.icns', icns()]])
}

function ico(sizes: readonly number[]): Buffer {
  // Only the largest may be a PNG for every reader of the format.
  const pictures = sizes.map(size => (size === 256 ? pngIcon(size) : bitmap(size)))
  const head = Buffer.alloc(6 + 16 * sizes.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(sizes.length, 4)
  let offset = head.length
  pictures.forEach((picture, index) => {
    const entry = head.subarray(6 + 16 * index)
    // 256 is written as 0.
    entry.set([(sizes[index] ?? 0) % 256, (sizes[index] ?? 0) % 256])
    entry.writeUInt16LE(1, 4)
    entry.writeUInt16LE(32, 6)
    entry.writeUInt32LE(picture.length, 8)
    entry.writeUInt32LE(offset, 12)
    offset += picture.length
  })
  return Buffer.concat([head, ...pictures])
}

/** As Windows keeps pictures: from the bottom, blue first; and a mask, empty because the opacity says it all. */
function bitmap(size: number): Buffer {
  const head = Buffer.alloc(40)
  head.writeUInt32LE(40, 0)
  head.writeUInt32LE(size, 4)
  head.writeUInt32LE(size * 2, 8)
  head.writeUInt16LE(1, 12)
  head.writeUInt16LE(32, 14)
  const pixels = drawIcon(size)
  const row = size * 4
  const rows = Array.from({ length: size }, (_, index) =>
    pixels.subarray(row * (size - 1 - index), row * (size - index)),
  )
  const picture = Buffer.concat(rows)
  for (let at = 0; at < picture.length; at += 4) picture.subarray(at, at + 3).reverse()
  return Buffer.concat([head, picture, Buffer.alloc(Math.ceil(size / 32) * 4 * size)])
}

function icns(): Buffer {
  const parts = APPLE.map(([name, size]) => block(name, pngIcon(size)))
  return block('icns', Buffer.concat(parts))
}

function block(name: string, data: Buffer): Buffer {
  const head = Buffer.from(`${name}    `)
  head.writeUInt32BE(head.length + data.length, 4)
  return Buffer.concat([head, data])
}
