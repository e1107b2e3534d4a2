import { describe, expect, it } from 'vitest'
import { finishSheet } from '#shared/sheets/finish-sheet.ts'
import { forms } from '#shared/sheets/forms.ts'
import { pageFoot } from '#shared/sheets/paper/page-foot.ts'
import { codePerson, pageCode, readPageCode, sheetCode, sheetDigest } from '#shared/sheets/paper/sheet-code.ts'
import { buildYear } from './build-year.ts'
import { dataOf, sheetOf } from './sheet-texts.ts'

describe('a page’s code', () => {
  // A scanned page filed under another form, person or page than it was printed as.
  it.each(forms.map(form => form.id))('comes back as it was written: %s', form => {
    const code = sheetCode({ year: 2026, form, instructor: 'i07', digest: '0123456789' })
    expect(readPageCode(pageCode(code, 2, 13))).toEqual({
      year: 2026,
      form,
      person: 'i07',
      digest: '0123456789',
      page: 2,
      pages: 13,
    })
  })

  it('has no person on a sheet of the year', () => {
    const code = sheetCode({ year: 2026, form: 'result-list', instructor: null, digest: '0123456789' })
    expect(readPageCode(pageCode(code, 1, 1))?.person).toBeNull()
  })

  // A QR that grows with the id until no copier reads it, or two people whose codes are the same.
  it('stays small for any id, and tells people apart', () => {
    const ids = ['i07', '王建国', '一'.repeat(64), `${'一'.repeat(63)}二`, '-', '~i07', 'a'.repeat(64), 'I07']
    const codes = ids.map(codePerson)
    expect(new Set(codes).size).toBe(ids.length)
    for (const form of forms)
      for (const instructor of ids) {
        const code = sheetCode({ year: 2026, form: form.id, instructor, digest: '0123456789' })
        const text = pageCode(code, 999, 999)
        expect(readPageCode(text)).toMatchObject({ form: form.id, person: codePerson(instructor) })
        // Version 5 of level M holds 84 bytes; a sixth would be larger than the foot leaves room for.
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(84)
      }
  })

  // Any other QR on the paper, or one that was read wrong, taken for a page of ours.
  it.each([
    '',
    'https://example.org',
    'PY2:2026:result-list:-:0123456789:1/1',
    'PY1:2026:result-list:-:0123456789:3/2',
    'PY1:2026:result-list:-:0123456789:0/2',
    'PY1:2026:result-list:-:01234567:1/2',
    'PY1:2026:result-list::0123456789:1/2',
    'PY1:26:result-list:-:0123456789:1/2',
    'PY1:2026:result-list:-:0123456789:1/2:more',
    'PY1:2026:../list:-:0123456789:1/2',
  ])('is none: %s', text => {
    expect(readPageCode(text)).toBeNull()
  })
})

describe('a sheet’s digest', () => {
  const sheet = (change: (file: ReturnType<typeof buildYear>) => ReturnType<typeof buildYear> = file => file) =>
    sheetOf(dataOf(change(buildYear(3))), 'evaluation-record', 'i01')

  // A signed page whose figures are not the archived ones must be seen to be another.
  it('changes with a figure and stays with the same data', () => {
    expect(sheetDigest(sheet())).toBe(sheetDigest(sheet()))
    const other = sheet(file => ({
      ...file,
      ratings: file.ratings?.map((rating, index) => (index === 0 ? { ...rating, score: '60.01' } : rating)),
    }))
    expect(sheetDigest(other)).not.toBe(sheetDigest(sheet()))
  })

  // The archived copy bears a stamp, the signed one does not: they are the same sheet.
  it('is the same with stamp and watermark', () => {
    const about = { year: 2026, form: 'evaluation-record', instructor: 'i01' }
    const stamp = { fonds: 'J001', year: 2026, item: '0007', body: 'JTXS', retention: '30 年' }
    const plain = finishSheet(sheet(), about)
    const archived = finishSheet(sheet(), { ...about, sample: true, stamp })
    expect(archived.code).toBe(plain.code)
    expect(sheetDigest(archived)).toBe(sheetDigest(sheet()))
    expect(archived).toMatchObject({ watermark: '示例', stamp })
    expect(plain).not.toHaveProperty('watermark')
  })

  it('stands in the foot of every page, with the page’s numbers', () => {
    for (const form of ['evaluation-record', 'result-notice']) {
      const finished = finishSheet(sheetOf(dataOf(buildYear(1)), form), { year: 2026, form, instructor: 'i01' })
      const qr = JSON.stringify(pageFoot(finished, 2, 3)).match(/"qr":"([^"]+)"/)?.[1]
      expect(readPageCode(qr ?? '')).toEqual({
        year: 2026,
        form,
        person: 'i01',
        digest: sheetDigest(finished),
        page: 2,
        pages: 3,
      })
    }
  })
})
