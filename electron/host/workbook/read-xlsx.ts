import type { Sheet } from '#shared/domain/roster/registration/grid.ts'
import { type WorkbookFault, workbookFault } from '#shared/domain/roster/registration/workbook-fault.ts'
import { failure, type Result } from '#shared/lib/result.ts'
import { withChineseDateFormats } from './chinese-date-formats.ts'
import { LIMITS } from './limits.ts'
import { readBook } from './read-book.ts'
import { toSheets } from './to-sheets.ts'
import { writeZip } from './write-zip.ts'
import { unpack, type ZipEntry, zipEntries } from './zip-parts.ts'

// What a workbook's values do not need: pictures, macros, comments, links to other files … never unpacked.
const NOT_NEEDED =
  /(^|\/)(media|drawings|charts|chartsheets|embeddings|activex|ctrlprops|printersettings|externallinks|customxml|docprops|pivottables|pivotcache|slicers|slicercaches|threadedcomments|webextensions|tables|querytables|richdata|xmlmaps|model)\/|(^|\/)(vbaproject|comments[^/]*|calcchain|connections)\.[^/]*$/i
const STYLES = /styles\.xml$/i
const NEEDED = /\.(xml|rels)$/i

/** The sheets of an .xlsx or .xlsm (values only, macros are not even unpacked). */
export function readXlsx(bytes: Buffer): Result<readonly Sheet[], WorkbookFault> {
  const entries = zipEntries(bytes)
  if (!entries) return failure(workbookFault('damaged'))
  const kind = kindOfPackage(entries)
  if (kind !== 'workbook') return failure(workbookFault(kind))
  const parts = unpack(
    bytes,
    entries.filter(entry => NEEDED.test(entry.name) && !NOT_NEEDED.test(entry.name)),
  )
  if (!parts.ok) return parts
  const slim = new Map<string, Buffer>()
  let tags = 0
  for (const [name, content] of parts.value) {
    tags += countTags(content, LIMITS.tags - tags)
    if (tags > LIMITS.tags) return failure(workbookFault('too-much-content'))
    slim.set(name, STYLES.test(name) ? Buffer.from(withChineseDateFormats(content.toString('utf8'))) : content)
  }
  // Repacked without compression: SheetJS then unpacks nothing by itself, and sees only what was checked.
  const cellStyles = [...slim.keys()].some(name => STYLES.test(name))
  const book = readBook(writeZip(slim, { deflate: false }), { cellStyles })
  return book.ok ? toSheets(book.value) : book
}

type PackageKind = 'workbook' | 'excel-binary' | 'open-document' | 'numbers' | 'word' | 'slides' | 'archive'

function kindOfPackage(entries: readonly ZipEntry[]): PackageKind {
  const has = (pattern: RegExp) => entries.some(entry => pattern.test(entry.name))
  if (has(/^index\/document\.iwa$/i)) return 'numbers'
  if (!has(/^\[content_types\]\.xml$/i)) return has(/^content\.xml$/i) ? 'open-document' : 'archive'
  if (has(/(^|\/)workbook\d*\.xml$/i)) return 'workbook'
  if (has(/(^|\/)workbook\d*\.bin$/i)) return 'excel-binary'
  if (has(/^word\//i)) return 'word'
  return has(/^ppt\//i) ? 'slides' : 'archive'
}

/** How many tags open or close in a part; stops counting above `most`. */
function countTags(content: Buffer, most: number): number {
  let tags = 0
  for (let at = content.indexOf(0x3c); at >= 0 && tags <= most; at = content.indexOf(0x3c, at + 1)) tags += 1
  return tags
}
