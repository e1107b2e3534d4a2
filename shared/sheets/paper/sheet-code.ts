import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Definition } from './definition.ts'

// The QR on every printed page names year, form, person, page and the digest of what is printed, so that a scanned page
// files itself and can be checked against the archive: `PY1:2026:evaluation-record:i01:9f86d081a3:2/3`.

const FORMAT = 'PY1'
/** For a sheet of the whole year. */
const NOBODY = '-'
const DIGEST = /^[0-9a-f]{10}$/

/** What one scanned page says. `person` is `codePerson` of an instructor's id, or null for a sheet of the year. */
export type PageCode = {
  readonly year: number
  readonly form: string
  readonly person: string | null
  /** Ten hex digits: `sheetDigest`. */
  readonly digest: string
  /** From 1 to `pages`. */
  readonly page: number
  readonly pages: number
}

/** A sheet's code without its page numbers: the pages are known only when it is laid out. */
export function sheetCode(sheet: {
  readonly year: number
  readonly form: string
  readonly instructor: string | null
  readonly digest: string
}): string {
  const person = sheet.instructor === null ? NOBODY : codePerson(sheet.instructor)
  return [FORMAT, sheet.year, sheet.form, person, sheet.digest].join(':')
}

/** A sheet's code with the page's numbers, as it stands in the QR. */
export function pageCode(code: string, page: number, pages: number): string {
  return `${code}:${page}/${pages}`
}

/**
 * An instructor's id as it stands in the QR: itself where it is short and plain, otherwise `~` and twelve hex digits of its
 * SHA-256, so that every QR is small. A reader compares it with those of the roster.
 */
export function codePerson(id: string): string {
  return /^[A-Za-z0-9._][A-Za-z0-9._-]{0,13}$/.test(id) ? id : `~${digestOf(id, 12)}`
}

/** A QR's text as a page's code; null for anything else, such as another QR on the paper. */
export function readPageCode(text: string): PageCode | null {
  const [format, year = '', form = '', person = '', digest = '', numbers = '', ...more] = text.split(':')
  const [, page, pages] = /^([1-9]\d{0,4})\/([1-9]\d{0,4})$/.exec(numbers) ?? []
  if (format !== FORMAT || more.length > 0 || page === undefined || pages === undefined) return null
  if (!/^\d{4}$/.test(year) || !/^[a-z][a-z-]*$/.test(form) || person === '' || !DIGEST.test(digest)) return null
  if (Number(page) > Number(pages)) return null
  return {
    year: Number(year),
    form,
    person: person === NOBODY ? null : person,
    digest,
    page: Number(page),
    pages: Number(pages),
  }
}

/**
 * The digest of everything that a sheet prints in its body, figures and words in reading order: ten hex digits of SHA-256.
 * Watermark, stamp, foot and layout are not part of it, so that the archived sheet has the digest of the signed one.
 */
export function sheetDigest({ content }: Definition): string {
  const texts: string[] = []
  collectTexts(content, texts)
  return digestOf(JSON.stringify(texts), 10)
}

function collectTexts(node: object, texts: string[]): void {
  // Not by Object.entries: a sheet has hundreds of nodes, each with a dozen keys.
  for (const key in node) {
    const value: unknown = node[key as keyof typeof node]
    if (typeof value === 'object') {
      if (value !== null) collectTexts(value, texts)
    } else if (key === 'text' && typeof value === 'string' && value !== '') texts.push(value)
  }
}

function digestOf(text: string, digits: number): string {
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, digits)
}
