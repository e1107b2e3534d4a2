import type { Sheet } from '#shared/domain/roster/registration/grid.ts'
import { readDelimited } from '#shared/domain/roster/registration/read-delimited.ts'
import { type WorkbookFault, workbookFault } from '#shared/domain/roster/registration/workbook-fault.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { LIMITS } from './limits.ts'

/** A CSV or tab-separated file as one sheet: UTF-8 or UTF-16 by its mark, else UTF-8, else GB 18030. */
export function readText(bytes: Buffer, sheetName: string): Result<readonly Sheet[], WorkbookFault> {
  if (bytes.length > LIMITS.textBytes) return failure(workbookFault('too-much-content'))
  const text = decode(bytes)
  // Other control characters mean that the bytes are no text, whatever they decode to.
  if (text === null || /(?![\t\n\r\f])\p{Cc}/u.test(text)) return failure(workbookFault('not-text'))
  if (/^\s*(<|MIME-Version:)/i.test(text)) return failure(workbookFault('web-page'))
  if (text.startsWith('{\\rtf')) return failure(workbookFault('word'))
  const sheet = readDelimited(text, sheetName)
  return sheet.ok ? success([sheet.value]) : sheet
}

function decode(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes)
  // GB 18030 bytes are hardly ever valid UTF-8, the reverse happens often.
  return decodeAs('utf-8', bytes) ?? decodeAs('gb18030', bytes)
}

function decodeAs(encoding: string, bytes: Buffer): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
