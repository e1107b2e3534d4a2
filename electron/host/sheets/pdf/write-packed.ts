import { deflateSync } from 'node:zlib'
import type { Reference } from 'pdfmake/js/PDFDocument.js'

// A sheet is written once and is 90 KB of outlines: level 6 took more than twice as long for one hundredth of the file. A
// window as large as a page is enough; with zlib's usual one its quarter of a megabyte for each stream had all of the memory
// gone through for garbage every twenty sheets.
const QUICK = { level: 3, windowBits: 13, memLevel: 6, chunkSize: 4096 } as const

/** Packed as it is written into a PDF. */
export function packed(bytes: Buffer): Buffer {
  return deflateSync(bytes, QUICK)
}

/** Fills a stream of the file with what is packed already; it is still to be ended. */
export function writePacked(stream: Reference, bytes: Buffer): void {
  stream.compress = false
  stream.data['Filter'] = 'FlateDecode'
  stream.write(bytes)
}
