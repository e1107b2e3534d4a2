import { CFB } from '@e965/xlsx'

type Container = { readonly FullPaths: readonly string[] }

/** A compound file that holds one stream of this name. */
export function compoundFile(stream: string, content: Buffer = Buffer.alloc(5000, 1)): Buffer {
  const container: Container = CFB.utils.cfb_new({ root: 'R' })
  CFB.utils.cfb_add(container, `/${stream}`, content)
  const bytes: Buffer = CFB.write(container, { type: 'buffer' })
  return Buffer.from(bytes)
}

/** A BIFF record: number, length, data. */
function record(type: number, data: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16LE(type, 0)
  head.writeUInt16LE(data.length, 2)
  return Buffer.concat([head, data])
}

const u16 = (...values: readonly number[]) => {
  const bytes = Buffer.alloc(values.length * 2)
  values.forEach((value, index) => {
    bytes.writeUInt16LE(value, index * 2)
  })
  return bytes
}

/** An Excel 5.0/95 workbook (BIFF 5, code page 936) whose cell A1 holds these GBK bytes. */
export function biff5(text: Buffer): Buffer {
  const globals = (sheetAt: number) => {
    const position = Buffer.alloc(4)
    position.writeUInt32LE(sheetAt, 0)
    return Buffer.concat([
      record(0x0809, u16(0x0500, 0x0005, 0, 0)),
      record(0x0042, u16(936)),
      record(0x0085, Buffer.concat([position, u16(0), Buffer.from([2]), Buffer.from('S1')])),
      record(0x000a, Buffer.alloc(0)),
    ])
  }
  const sheet = Buffer.concat([
    record(0x0809, u16(0x0500, 0x0010, 0, 0)),
    record(0x0204, Buffer.concat([u16(0, 0, 0, text.length), text])),
    record(0x000a, Buffer.alloc(0)),
  ])
  const start = globals(globals(0).length)
  // A stream under 4096 bytes lives in the mini stream; padding keeps it a plain one.
  return compoundFile('Book', Buffer.concat([start, sheet, Buffer.alloc(5000)]))
}

/** The same .xls with a FILEPASS record after its first BOF: how Excel marks a workbook that needs a password. */
export function withFilePass(xls: Buffer): Buffer {
  const container: Container = CFB.read(xls, { type: 'buffer' })
  const found: { content: Buffer } = CFB.find(container, '/Workbook')
  const content = Buffer.from(found.content)
  const afterBof = 4 + content.readUInt16LE(2)
  const rc4 = record(0x002f, Buffer.concat([u16(1, 1, 1), Buffer.alloc(48, 7)]))
  return compoundFile('Workbook', Buffer.concat([content.subarray(0, afterBof), rc4, content.subarray(afterBof)]))
}
