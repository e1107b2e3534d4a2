import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LIMITS } from '#electron/host/workbook/limits.ts'
import { readWorkbook } from '#electron/host/workbook/read-workbook.ts'
import { readWorkbookFile } from '#electron/host/workbook/read-workbook-file.ts'
import { RAW_HEADER, rawRow, rawXlsx } from './build-workbook.ts'

// Through the real worker thread, with its limits of time and memory.
async function codeOf(bytes: Buffer, seconds?: number) {
  const read = await readWorkbook(bytes, '表.xlsx', seconds === undefined ? {} : { seconds })
  return read.ok ? 'read' : read.error.code
}

/** The first sheet's size in the central directory, told as `size`. */
function lying(bytes: Buffer, part: string, size: number): Buffer {
  const copy = Buffer.from(bytes)
  const name = copy.lastIndexOf(part)
  copy.writeUInt32LE(size, name - 46 + 24)
  return copy
}

const PERSON = rawRow(['王明', '男', '机械厂'])

describe('what would take the machine down is refused in words', () => {
  test('a million rows, and a million tags in one row', async () => {
    expect(await codeOf(rawXlsx({ rows: RAW_HEADER + PERSON.repeat(400_000) }))).toBe('too-much-content')
    expect(await codeOf(rawXlsx({ rows: '<row><c><v>1</v></c></row>'.repeat(1_000_000) }))).toBe('too-much-content')
    expect(await codeOf(rawXlsx({ rows: `<row>${'<c/>'.repeat(LIMITS.tags)}</row>` }))).toBe('too-much-content')
  })

  test('zip bombs: declared, lying, and in a part that nobody needs', async () => {
    const zeros = Buffer.alloc(LIMITS.partBytes + 1)
    expect(await codeOf(rawXlsx({ rows: '', more: { 'xl/sharedStrings.xml': zeros } }))).toBe('too-much-content')
    const bomb = rawXlsx({ rows: ' '.repeat(10_000_000) })
    expect(await codeOf(lying(bomb, 'xl/worksheets/sheet1.xml', 1000))).toBe('damaged')
    const pictures = rawXlsx({
      rows: RAW_HEADER + PERSON,
      more: { 'xl/media/image1.png': zeros, 'xl/vbaProject.bin': 'x' },
    })
    expect(await codeOf(pictures)).toBe('read')
  })

  test('entities are never expanded, tags never nest, merges never multiply', async () => {
    const doctype =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    const read = await readWorkbook(rawXlsx({ doctype, rows: RAW_HEADER + rawRow(['王明', '&b;', '&c;']) }), '表.xlsx')
    expect(read.ok && read.value[0]?.rows[1]?.cells).toEqual([
      { kind: 'text', text: '王明' },
      { kind: 'text', text: '&b;' },
      { kind: 'text', text: '&c;' },
    ])
    expect(await codeOf(rawXlsx({ rows: '<a>'.repeat(1_000_000) }))).toBe('read')
    const merges = '<mergeCell ref="A1:XFD1048576"/>'.repeat(20_000)
    expect(await codeOf(rawXlsx({ rows: RAW_HEADER + PERSON, afterRows: `<mergeCells>${merges}</mergeCells>` }))).toBe(
      'read',
    )
  })

  test('cells outside every sheet are left out', async () => {
    const far =
      '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row><row r="99999999999"><c r="A99999999999"><v>1</v></c></row>'
    const read = await readWorkbook(rawXlsx({ rows: RAW_HEADER + PERSON + far }), '表.xlsx')
    expect(read.ok && read.value[0]?.rows.map(row => row.number)).toEqual([1, 2])
  })

  test('a parser that does not come back is stopped', async () => {
    // Every cell is looked up in every array formula: quadratic in SheetJS.
    const rows = `<row>${'<c r="A1"><f t="array" ref="B2:XFD1048576">1</f><v>1</v></c>'.repeat(60_000)}</row>`
    expect(await codeOf(rawXlsx({ rows }), 2)).toBe('too-slow')
  })

  test('a parser that eats all memory is ended, and the host lives on', async () => {
    const bytes = rawXlsx({ rows: rawRow(Array(9).fill('机械厂')).repeat(40_000) })
    const read = await readWorkbook(bytes, '表.xlsx', { heapMegabytes: 16 })
    expect(read.ok ? 'read' : read).toEqual({ ok: false, error: { code: 'too-much-content', details: {} } })
  })

  test('a reader that is not wanted any more stops', async () => {
    const stop = new AbortController()
    const reading = readWorkbook(rawXlsx({ rows: PERSON.repeat(40_000) }), '表.xlsx', { signal: stop.signal })
    stop.abort(new Error('no longer wanted'))
    await expect(reading).rejects.toThrow('no longer wanted')
  })
})

describe('files', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pingyi-workbook-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test('too large, not a file, not there', async () => {
    const large = join(folder, '大.xlsx')
    await writeFile(large, '')
    await truncate(large, LIMITS.fileBytes + 1)
    expect(await readWorkbookFile(large)).toEqual({
      ok: false,
      error: { code: 'file-too-large', details: { megabytes: 65, maximum: 64 } },
    })
    expect(await readWorkbookFile(folder)).toMatchObject({ error: { code: 'not-a-file' } })
    expect(await readWorkbookFile(join(folder, '无.xlsx'))).toMatchObject({
      error: { code: 'unreadable-file', details: { reason: 'ENOENT' } },
    })
  })
})
