import { deflateSync } from 'node:zlib'
import type { Reference } from 'pdfmake/js/PDFDocument.js'

// A sheet is written once and is 90 KB of outlines: level 6 took more than twice as long for one hundredth of the file.
const LEVEL = 3

/** Packed as it is written into a PDF. */
export function packed(bytes: Buffer): Buffer {
  return deflateSync(bytes, { level: LEVEL })
}

/** Fills a stream of the file with what is packed already; it is still to be ended. */
export function writePacked(stream: Reference, bytes: Buffer): void {
  stream.compress = false
  stream.data['Filter'] = 'FlateDecode'
  stream.write(bytes)
}
