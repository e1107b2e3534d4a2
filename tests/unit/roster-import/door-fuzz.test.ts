import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseWorkbook } from '#electron/host/workbook/parse-workbook.ts'
import { writeZip } from '#electron/host/workbook/write-zip.ts'
import { unpack, zipEntries } from '#electron/host/workbook/zip-parts.ts'
import { instructorSchema } from '#shared/domain/roster/instructor.ts'
import { FIELD_WORDS } from '#shared/domain/roster/registration/fields.ts'
import type { Cell, Sheet } from '#shared/domain/roster/registration/grid.ts'
import { noticeWords } from '#shared/domain/roster/registration/notice-words.ts'
import { problemLine } from '#shared/domain/roster/registration/problem-words.ts'
import { readRegistration } from '#shared/domain/roster/registration/read-registration.ts'
import { noRosterWords, workbookFaultWords } from '#shared/domain/roster/registration/workbook-fault.ts'
import { bytesOf, cleanWorksheet, workbook } from './build-workbook.ts'

// The seed is fixed: a case that SheetJS never comes back from is what the worker's time limit is for, and a test
// that finds one by chance would only hang.
const FIXED = { seed: 20_260_305 }

/** Reads bytes to the end, as the command does; fails on anything that is thrown or said without words. */
function readThrough(bytes: Buffer, name: string): 'read' | 'refused' {
  const sheets = parseWorkbook(bytes, name)
  if (!sheets.ok) {
    expect(workbookFaultWords(sheets.error)).not.toMatch(/undefined|NaN/)
    return 'refused'
  }
  return registerThrough(sheets.value)
}

function registerThrough(sheets: readonly Sheet[]): 'read' | 'refused' {
  const read = readRegistration(sheets)
  if (!read.ok) {
    expect(noRosterWords(read.error)).not.toMatch(/undefined|NaN/)
    return 'refused'
  }
  for (const { instructor } of read.value.people) instructorSchema.parse(instructor)
  for (const problem of read.value.problems) {
    expect(problemLine(problem)).not.toMatch(/undefined|NaN/)
    expect(problem.row).toBeGreaterThan(0)
    expect(problem.column).not.toBe('')
  }
  for (const notice of read.value.notices) expect(noticeWords(notice)).not.toMatch(/undefined|NaN/)
  return 'read'
}

const XLSX = bytesOf(workbook({ 登记表: cleanWorksheet() }))
const XLS = bytesOf(workbook({ 登记表: cleanWorksheet() }), 'biff8')
const CSV = bytesOf(workbook({ 登记表: cleanWorksheet() }), 'csv')

type Damage = { readonly flips: readonly (readonly [number, number])[]; readonly cut: number }
const damage: fc.Arbitrary<Damage> = fc.record({
  flips: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 255 })), {
    maxLength: 8,
  }),
  cut: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, fc.double({ min: 0, max: 1, noNaN: true })),
})

function damaged(bytes: Buffer, { flips, cut }: Damage): Buffer {
  const copy = Buffer.from(bytes.subarray(0, Math.floor(bytes.length * cut)))
  for (const [place, mask] of flips) {
    const at = Math.min(copy.length - 1, Math.floor(place * copy.length))
    if (at >= 0) copy[at] = (copy[at] ?? 0) ^ mask
  }
  return copy
}

describe('damaged files are read or refused, never thrown at the user', () => {
  test.each([
    ['xlsx', XLSX, '表.xlsx', 300],
    ['xls', XLS, '表.xls', 300],
    ['csv', CSV, '表.csv', 300],
  ] as const)('%s, bytes flipped and cut off', (_, bytes, name, numRuns) => {
    fc.assert(
      fc.property(damage, harm => {
        readThrough(damaged(bytes, harm), name)
      }),
      { ...FIXED, numRuns },
    )
    expect(readThrough(bytes, name)).toBe('read')
  })

  // A zip's checksums hide the parser from flipped bytes: here the parts are damaged and zipped again.
  test('xlsx, its parts damaged inside a sound zip', () => {
    const entries = zipEntries(XLSX) ?? []
    const parts = unpack(XLSX, entries)
    if (!parts.ok) throw new Error(parts.error.code)
    const names = [...parts.value.keys()]
    const outcomes = new Set<string>()
    fc.assert(
      fc.property(fc.constantFrom(...names), damage, (name, harm) => {
        const changed = new Map(parts.value)
        changed.set(name, damaged(parts.value.get(name) ?? Buffer.alloc(0), harm))
        outcomes.add(readThrough(writeZip(changed, { deflate: true }), '表.xlsx'))
      }),
      { ...FIXED, numRuns: 300 },
    )
    expect(outcomes).toEqual(new Set(['read', 'refused']))
  })

  test('any bytes at all', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('', 'PK\u0003\u0004', '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', '姓名,单位\n'),
        (bytes, start) => {
          readThrough(Buffer.concat([Buffer.from(start, start.startsWith('姓') ? 'utf8' : 'latin1'), bytes]), '表.xlsx')
        },
      ),
      { ...FIXED, numRuns: 400 },
    )
  })
})

test('any grid at all is read or refused: cells of every kind, headers anywhere, merges over each other', () => {
  const words = fc.oneof(
    fc.constantFrom(
      ...Object.values(FIELD_WORDS),
      '姓名',
      '起',
      '止',
      '填报日期：2026年3月5日',
      '填报日期',
      '合计',
      '王明',
      '男',
      '45',
      '2024.1.1-2026.12.31',
      '11010519491231002X',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  )
  const cell: fc.Arbitrary<Cell | null> = fc.oneof(
    { weight: 6, arbitrary: words.map((text): Cell => ({ kind: 'text', text })) },
    { weight: 2, arbitrary: fc.constant(null) },
    fc.record({
      kind: fc.constant('number' as const),
      value: fc.double(),
      text: fc.string(),
      day: fc.constantFrom(null, '2024-01-01'),
      formula: fc.boolean(),
    }),
    fc.constant({ kind: 'date', day: '2026-03-05' } as const),
    fc.constant({ kind: 'uncomputed' } as const),
    fc.constant({ kind: 'error', text: '#N/A' } as const),
  )
  const sheet: fc.Arbitrary<Sheet> = fc.record({
    name: fc.string({ maxLength: 5 }),
    hidden: fc.boolean(),
    rows: fc
      .array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 })
      .map(rows => rows.map((cells, index) => ({ number: index + 1, hidden: false, cells }))),
    merges: fc.array(
      fc
        .tuple(fc.nat(12), fc.nat(8), fc.nat(6), fc.nat(4))
        .map(([top, left, down, right]) => ({ top: top + 1, left, bottom: top + 1 + down, right: left + right })),
      { maxLength: 6 },
    ),
  })
  const outcomes = new Set<string>()
  fc.assert(
    fc.property(fc.array(sheet, { maxLength: 3 }), sheets => {
      outcomes.add(registerThrough(sheets))
    }),
    { ...FIXED, numRuns: 1500 },
  )
  expect(outcomes).toEqual(new Set(['read', 'refused']))
})
