import { crc32, deflateRawSync } from 'node:zlib'

const MADE_BY = 20
const UTF_8 = 0x0800
// 1980-01-01, the zip format's first day: the same parts give the same bytes.
const DATE = 0x0021

/** A zip of the parts in order, deflated or only stored; without times, so the same parts give the same bytes. */
export function writeZip(parts: ReadonlyMap<string, Buffer>, { deflate }: { readonly deflate: boolean }): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of parts) {
    const packed = deflate ? deflateRawSync(content, { level: 9 }) : content
    const nameBytes = Buffer.from(name, 'utf8')
    const common = Buffer.alloc(26)
    common.writeUInt16LE(MADE_BY, 0)
    common.writeUInt16LE(UTF_8, 2)
    common.writeUInt16LE(deflate ? 8 : 0, 4)
    common.writeUInt16LE(DATE, 8)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(nameBytes.length, 22)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(MADE_BY, 4)
    common.copy(central, 6)
    central.writeUInt32LE(offset, 42)
    directory.push(central, nameBytes)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    common.copy(local, 4)
    files.push(local, nameBytes, packed)
    offset += local.length + nameBytes.length + packed.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.size, 8)
  end.writeUInt16LE(parts.size, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, central, end])
}
