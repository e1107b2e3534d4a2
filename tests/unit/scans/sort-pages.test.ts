import { expect, test } from 'vitest'
import { evaluationRecord } from '#shared/sheets/evaluation-record/evaluation-record.ts'
import { finishSheet } from '#shared/sheets/finish-sheet.ts'
import { pageCode, readPageCode, sheetDigest } from '#shared/sheets/paper/sheet-code.ts'
import { sheetDigests } from '#shared/sheets/scans/sheet-digests.ts'
import { type Placement, type ScannedPage, sortPages } from '#shared/sheets/scans/sort-pages.ts'
import { yearData } from '#shared/sheets/year-data.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'
import { buildYear } from '#tests/unit/sheets/build-year.ts'

const evaluation = readBuilt(buildYear(3))
const year = yearData(evaluation)
const digests = sheetDigests(year)
const known = { year: evaluation.year, digests, filed: new Map<string, ReadonlySet<string>>() }
const RECORD = 'evaluation-record'

/** A printed page of somebody's record, as its QR says. */
function page(key: string, person: number, number: number, pages = 2): ScannedPage {
  const score = year.score.people[person]
  if (!score) throw new Error('nobody')
  if (evaluationRecord.per !== 'instructor') throw new Error('not per person')
  const definition = evaluationRecord.definition(year, score)
  const sheet = { year: evaluation.year, form: RECORD, instructor: score.instructor.id }
  const code = finishSheet(definition, sheet).code ?? ''
  expect(code).toContain(sheetDigest(definition))
  return { key, code: readPageCode(pageCode(code, number, pages)) }
}

const changed = ({ key, code }: ScannedPage, part: Partial<NonNullable<ScannedPage['code']>>): ScannedPage => ({
  key,
  code: code && { ...code, ...part },
})

const sort = (pages: readonly ScannedPage[], placed: readonly (readonly [string, Placement])[] = []) =>
  sortPages(pages, new Map(placed), known)

/** Where every page went, once each. */
function everyPage({ sheets, left, aside }: ReturnType<typeof sort>): string[] {
  return [...sheets.flatMap(sheet => sheet.pages), ...left.map(each => each.key), ...aside].sort()
}

// Catches: pages of two people on one sheet, or in the order of the pile instead of their numbers.
test('a mixed pile files itself under its people, pages in their order', () => {
  const { sheets, left } = sort([page('a', 0, 2), page('b', 1, 1), page('c', 0, 1), page('d', 1, 2)])
  expect(left).toEqual([])
  expect(sheets.map(({ form, instructor, pages, agrees }) => [form, instructor, pages, agrees])).toEqual([
    [RECORD, 'i01', ['c', 'a'], true],
    [RECORD, 'i02', ['b', 'd'], true],
  ])
})

// Catches: a page that is dropped without a word, or filed where the figures are others than were signed.
test('every page that does not file itself says why, and none is lost', () => {
  const pile = [
    page('ok1', 0, 1),
    page('ok2', 0, 2),
    page('again', 0, 1),
    page('half', 1, 2),
    changed(page('old', 2, 1, 1), { digest: '0123456789' }),
    changed(page('year', 2, 1, 1), { year: evaluation.year - 1 }),
    changed(page('who', 2, 1, 1), { person: 'nobody' }),
    changed(page('what', 2, 1, 1), { form: 'no-such-form' }),
    { key: 'blank', code: null },
  ]
  const sorted = sort(pile)
  expect(Object.fromEntries(sorted.left.map(each => [each.key, each.why]))).toEqual({
    again: 'duplicate',
    half: 'incomplete',
    old: 'changed',
    year: 'other-year',
    who: 'unknown-sheet',
    what: 'unknown-sheet',
    blank: 'no-code',
  })
  expect(sorted.left.find(each => each.key === 'half')?.missing).toEqual([1])
  expect(everyPage(sorted)).toEqual(pile.map(each => each.key).sort())
})

// Catches: one pile filed twice when somebody drops the same PDF again.
test('a scan of a sheet that is filed already is told, not filed again', () => {
  const pile = [page('a', 0, 1), page('b', 0, 2)]
  const digest = pile[0]?.code?.digest ?? ''
  const filed = new Map([[`${RECORD}:i01`, new Set([digest])]])
  const { sheets, left } = sortPages(pile, new Map(), { ...known, filed })
  expect(sheets).toEqual([])
  expect(left.map(each => each.why)).toEqual(['filed-before', 'filed-before'])
})

// Catches: a person's decision that the program overrules, or a check that claims what nobody read.
test('what a person places holds, and says whether the figures agree', () => {
  const old = changed(page('old', 2, 1, 1), { digest: '0123456789' })
  const own = { form: RECORD, instructor: 'i03' }
  const sorted = sort(
    [old, { key: 'blank', code: null }, page('a', 0, 1)],
    [
      ['old', own],
      ['blank', { form: 'result-list', instructor: null }],
      ['a', 'aside'],
    ],
  )
  expect(sorted.sheets).toEqual([
    { ...own, digest: '0123456789', pages: ['old'], agrees: false },
    { form: 'result-list', instructor: null, digest: null, pages: ['blank'], agrees: null },
  ])
  expect([sorted.left, sorted.aside]).toEqual([[], ['a']])
})
