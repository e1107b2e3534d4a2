import type { PageCode } from '#shared/sheets/paper/sheet-code.ts'
import { type SheetDigests, type SheetKey, sheetKeyText } from './sheet-digests.ts'

/** A scanned page: where it came from, and what its QR says; null where none was found. */
export type ScannedPage = { readonly key: string; readonly code: PageCode | null }

/** Why a page did not file itself. */
export type LeftWhy =
  /** No QR of ours: a cover, a blank back, a page that was torn or covered there. */
  | 'no-code'
  | 'other-year'
  /** The roster or the forms know no such sheet. */
  | 'unknown-sheet'
  /** The figures were changed after it was printed. */
  | 'changed'
  /** The same page of the same sheet came before it. */
  | 'duplicate'
  /** Other pages of its sheet are missing. */
  | 'incomplete'
  /** A scan of this very sheet is in the year's file already. */
  | 'filed-before'

/** Where a person put a page: on a sheet, or aside. */
export type Placement = SheetKey | 'aside'

export type SortedSheet = SheetKey & {
  /** Of the figures that it was printed from; null where a person filed it and the QR could not be read. */
  readonly digest: string | null
  /** The pages' keys in order. */
  readonly pages: readonly string[]
  /** Whether what is printed on it is what the year says today; null where nobody can tell. */
  readonly agrees: boolean | null
}

export type LeftPage = {
  readonly key: string
  readonly why: LeftWhy
  readonly code: PageCode | null
  /** Where the code says that it belongs, where there is such a sheet. */
  readonly sheet: SheetKey | null
  /** The numbers of the pages that its sheet lacks, for `incomplete`. */
  readonly missing: readonly number[]
}

export type SortedPages = {
  readonly sheets: readonly SortedSheet[]
  readonly left: readonly LeftPage[]
  readonly aside: readonly string[]
}

type Known = {
  readonly year: number
  readonly digests: SheetDigests
  /** Digests of the scans that are filed already, by `sheetKeyText`. */
  readonly filed: ReadonlyMap<string, ReadonlySet<string>>
}

/**
 * Files scanned pages under their sheets by what their QRs say: every page is, once, on a sheet, left with a reason, or put
 * aside; none is lost. `placed` are a person's decisions, by page; they hold against everything else.
 */
export function sortPages(
  pages: readonly ScannedPage[],
  placed: ReadonlyMap<string, Placement>,
  known: Known,
): SortedPages {
  const aside = pages.filter(page => placed.get(page.key) === 'aside').map(page => page.key)
  const open = pages.filter(page => !placed.has(page.key))
  const left = new Map<string, LeftPage>()
  const leave = (page: ScannedPage, why: LeftWhy, sheet: SheetKey | null, missing: readonly number[] = []) =>
    left.set(page.key, { key: page.key, why, code: page.code, sheet, missing })
  const sheets: SortedSheet[] = []
  for (const group of Map.groupBy(open, page => groupOf(page, known)).values()) {
    const [first] = group
    if (!first) continue
    const sheet = sheetOf(first.code, known)
    const why = reasonOf(first.code, sheet, known)
    if (why !== null || !first.code || !sheet) {
      for (const page of group) leave(page, why ?? 'no-code', sheet)
      continue
    }
    const numbered = new Map<number, ScannedPage>()
    for (const page of group) {
      const number = page.code?.page ?? 0
      if (numbered.has(number)) leave(page, 'duplicate', sheet)
      else numbered.set(number, page)
    }
    const missing = Array.from({ length: first.code.pages }, (_, index) => index + 1).filter(
      each => !numbered.has(each),
    )
    if (missing.length > 0) for (const page of numbered.values()) leave(page, 'incomplete', sheet, missing)
    else sheets.push(sheetFrom(sheet, first.code.digest, [...numbered.values()], known))
  }
  for (const [, group] of byPlacement(pages, placed)) {
    const [{ sheet }] = group
    const digests = new Set(group.map(({ page }) => page.code?.digest ?? null))
    const [digest = null] = digests
    sheets.push(
      sheetFrom(
        sheet,
        digests.size === 1 ? digest : null,
        group.map(({ page }) => page),
        known,
      ),
    )
  }
  return { sheets, left: pages.flatMap(page => left.get(page.key) ?? []), aside }
}

function sheetFrom(
  sheet: SheetKey,
  digest: string | null,
  pages: readonly ScannedPage[],
  { digests }: Known,
): SortedSheet {
  // A page that a person placed without a code stays where it lay in the pile.
  const ordered = pages.every(page => page.code)
    ? pages.toSorted((a, b) => (a.code?.page ?? 0) - (b.code?.page ?? 0))
    : pages
  return {
    form: sheet.form,
    instructor: sheet.instructor,
    digest,
    pages: ordered.map(page => page.key),
    agrees: digest === null ? null : digests.digestOf(sheet) === digest,
  }
}

/** Pages of one print of one sheet belong together: the same form, person and figures. */
function groupOf({ key, code }: ScannedPage, { year }: Known): string {
  return code && code.year === year ? [code.form, code.person ?? '', code.digest, code.pages].join(':') : `alone:${key}`
}

function sheetOf(code: PageCode | null, { year, digests }: Known): SheetKey | null {
  if (!code || code.year !== year) return null
  const instructor = code.person === null ? null : digests.instructorOf(code.person)
  if (code.person !== null && instructor === null) return null
  const sheet = { form: code.form, instructor }
  return digests.digestOf(sheet) === null ? null : sheet
}

function reasonOf(code: PageCode | null, sheet: SheetKey | null, { year, digests, filed }: Known): LeftWhy | null {
  if (!code) return 'no-code'
  if (code.year !== year) return 'other-year'
  if (!sheet) return 'unknown-sheet'
  if (filed.get(sheetKeyText(sheet))?.has(code.digest)) return 'filed-before'
  return digests.digestOf(sheet) === code.digest ? null : 'changed'
}

type Placed = { readonly page: ScannedPage; readonly sheet: SheetKey }

function byPlacement(
  pages: readonly ScannedPage[],
  placed: ReadonlyMap<string, Placement>,
): ReadonlyMap<string, readonly [Placed, ...Placed[]]> {
  const groups = new Map<string, [Placed, ...Placed[]]>()
  for (const page of pages) {
    const sheet = placed.get(page.key)
    if (!sheet || sheet === 'aside') continue
    const key = sheetKeyText(sheet)
    const group = groups.get(key)
    if (group) group.push({ page, sheet })
    else groups.set(key, [{ page, sheet }])
  }
  return groups
}
