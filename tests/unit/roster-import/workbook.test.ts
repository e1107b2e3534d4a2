import { utils, type WorkSheet } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { parseWorkbook } from '#electron/host/workbook/parse-workbook.ts'
import { writeZip } from '#electron/host/workbook/write-zip.ts'
import { unpack, zipEntries } from '#electron/host/workbook/zip-parts.ts'
import { readRegistration } from '#shared/domain/roster/registration/read-registration.ts'
import { NINE, personRow, registrationOf } from './build-sheet.ts'
import {
  type BookFormat,
  bytesOf,
  cleanWorksheet,
  RAW_HEADER,
  rawRow,
  rawXlsx,
  workbook,
  worksheet,
} from './build-workbook.ts'
import { biff5, compoundFile, withFilePass } from './old-formats.ts'

function sheetsOf(bytes: Buffer, name = '花名册.xlsx') {
  const read = parseWorkbook(bytes, name)
  if (!read.ok) throw new Error(read.error.code)
  return read.value
}

function registrationFrom(bytes: Buffer, name?: string) {
  return registrationOf(sheetsOf(bytes, name))
}

function faultOf(bytes: Buffer, name = '花名册.xlsx') {
  const read = parseWorkbook(bytes, name)
  return read.ok ? null : read.error.code
}

const set = (sheet: WorkSheet, address: string, cell: object) => {
  sheet[address] = cell
}

describe('every format gives the same people', () => {
  test.each<[BookFormat, string]>([
    ['xlsx', '花名册.xlsx'],
    ['xlsm', '花名册.xlsm'],
    ['biff8', '花名册.xls'],
    ['biff8', '其实是xls.xlsx'],
    ['xlsx', '其实是xlsx.xls'],
    ['csv', '登记表.csv'],
  ])('%s as %s', (format, name) => {
    const read = registrationFrom(bytesOf(workbook({ 登记表: cleanWorksheet() }), format), name)
    expect(read.problems).toEqual([])
    expect(read.people.map(person => person.instructor)).toEqual(
      registrationOf(sheetsOf(bytesOf(workbook({ 登记表: cleanWorksheet() })))).people.map(person => person.instructor),
    )
    expect(read.people).toHaveLength(3)
  })

  test('Excel 95 writes GBK by code page', () => {
    const gbk = Buffer.from([0xcd, 0xf5, 0xc3, 0xf7])
    const bytes = biff5(gbk)
    const [sheet] = sheetsOf(bytes, '旧.xls')
    expect(sheet?.rows[0]?.cells[0]).toEqual({ kind: 'text', text: '王明' })
  })

  const text = [NINE.join(','), '1,王明,男,45,"本科",培训,"机械厂,第一车间",2024.1.1-2026.12.31,="13800000001"'].join(
    '\r\n',
  )
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    [
      'UTF-16',
      Buffer.concat([
        Buffer.from([0xff, 0xfe]),
        Buffer.from(text.replaceAll(',', '\t').replace('厂\t第', '厂,第'), 'utf16le'),
      ]),
    ],
    ['tabs', Buffer.from(text.replaceAll(',', '\t').replace('厂\t第', '厂,第'))],
    ['semicolons', Buffer.from(text.replaceAll(',', ';').replace('厂;第', '厂,第'))],
  ])('CSV in %s', (_, bytes) => {
    const read = registrationFrom(bytes, '表.csv')
    expect(read.people[0]?.instructor).toMatchObject({ name: '王明', unit: '机械厂,第一车间', phone: '13800000001' })
    expect(read.problems.map(problem => problem.code)).toEqual(['no-report-date'])
  })

  test('CSV in GB 18030, four-byte characters included', () => {
    // 姓名,单位 / 王㐀,甲: 㐀 is not in GBK and takes four bytes, 81 39 EE 39.
    const bytes = Buffer.from([
      0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb5, 0xa5, 0xce, 0xbb, 0x0a, 0xcd, 0xf5, 0x81, 0x39, 0xee, 0x39, 0x2c, 0xbc, 0xd7,
    ])
    const read = registrationFrom(bytes, '表.csv')
    expect(read.people[0]?.instructor.name).toBe('王㐀')
    expect(read.people[0]?.instructor.unit).toBe('甲')
  })
})

describe('cells as Excel and WPS store them', () => {
  test('dates, numbers, formulas, errors and booleans', () => {
    const sheet = worksheet([1, 2, 3, 4, 5].map(index => personRow(index) as (string | number)[]))
    set(sheet, 'H2', { t: 's', v: '填报日期：' })
    set(sheet, 'I2', { t: 'n', v: 46_086, z: 'yyyy"年"m"月"d"日"' })
    set(sheet, 'D4', { t: 'n', v: 45, f: 'DATEDIF(A1,TODAY(),"y")' })
    set(sheet, 'D5', { t: 'n', v: 44.6, z: '0' })
    set(sheet, 'H6', { t: 'n', v: 45_292, z: 'yyyy/m/d' })
    set(sheet, 'G7', { t: 'e', v: 0x17 })
    set(sheet, 'C8', { t: 'b', v: true })
    set(sheet, 'I8', { t: 'n', v: 13_812_345_678, z: '0.00E+00' })
    for (const format of ['xlsx', 'biff8'] as const) {
      const read = registrationFrom(bytesOf(workbook({ 登记表: sheet }), format))
      expect(read.problems.map(({ row, column, code }) => [row, column.slice(0, 4), code])).toEqual([
        [5, '年龄', 'not-an-age'],
        [6, '聘用期限', 'term-of-one-day'],
        [7, '所在单位', 'formula-error'],
        [8, '性别', 'not-a-sex'],
      ])
      expect(read.people[0]?.instructor.birthYear).toBe(1981)
      expect(read.people[4]?.instructor.phone).toBe('13812345678')
    }
  })

  test('the 1904 calendar of old Macs', () => {
    const sheet = utils.aoa_to_sheet([['姓名', '聘用起始日期', '聘用截止日期'], ['王明']])
    sheet['!ref'] = 'A1:C2'
    set(sheet, 'B2', { t: 'n', v: 43_830, z: 'yyyy/m/d' })
    set(sheet, 'C2', { t: 'n', v: 44_925, z: 'yyyy/m/d' })
    const book = workbook({ S: sheet })
    book.Workbook = { WBProps: { date1904: true } }
    const read = registrationFrom(bytesOf(book))
    expect(read.people[0]?.instructor).toMatchObject({ engagedFrom: '2024-01-01', engagedTo: '2026-12-31' })
  })

  const dateStyles = (formatId: number, more = '') =>
    `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${more}<fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="${formatId}"/></cellXfs></styleSheet>`
  const dated = `<row>${['姓名', '聘用起始日期', '聘用截止日期'].map(label => `<c t="inlineStr"><is><t>${label}</t></is></c>`).join('')}</row><row><c t="inlineStr"><is><t>王明</t></is></c><c s="1"><v>45292</v></c><c s="1"><v>46387</v></c></row>`

  test.each([
    [14, ''],
    [31, ''],
    [31, '<numFmts count="1"><numFmt numFmtId="176" formatCode="0"/></numFmts>'],
    [31, '<numFmts count="0"/>'],
    [176, '<numFmts count="1"><numFmt numFmtId="176" formatCode="[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy"/></numFmts>'],
  ])('number format %i of Chinese Windows is a day', (id, more) => {
    const read = registrationFrom(rawXlsx({ rows: dated, styles: dateStyles(id, more) }))
    expect(read.problems).toEqual([])
    expect(read.people[0]?.instructor).toMatchObject({ engagedFrom: '2024-01-01', engagedTo: '2026-12-31' })
  })

  test.each([57, 58])('number format %i hides the day or the year: what is not shown is not taken', id => {
    const read = registrationFrom(rawXlsx({ rows: dated, styles: dateStyles(id) }))
    expect(read.problems.map(problem => problem.code)).toEqual(['not-a-day', 'not-a-day'])
    expect(read.problems[0]?.details['value']).toBe(id === 57 ? '2024年1月' : '1月1日')
    expect(read.people[0]?.instructor).not.toHaveProperty('engagedFrom')
  })

  test('a formula that was never computed is a problem, not 0', () => {
    const rows = `${rawRow(['姓名', '年龄', '单位'])}<row><c t="inlineStr"><is><t>王明</t></is></c><c><f>2026-1981</f></c><c t="str"><f>A1</f><v>机械厂</v></c></row>`
    const read = registrationFrom(rawXlsx({ rows }))
    expect(read.problems.map(problem => problem.code)).toEqual(['formula-without-value'])
    expect(read.people[0]?.instructor.unit).toBe('机械厂')
  })

  test('rich text, prefixed tags and escapes', () => {
    const rows = `<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>姓名</x:t></x:is></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>单位</x:t></x:is></x:c></x:row><row r="2"><c r="A2" t="inlineStr"><is><r><t>王</t></r><r><rPr><b/></rPr><t>明</t></r></is></c><c r="B2" t="inlineStr"><is><t>A&amp;B&lt;厂&gt;_x0041_</t></is></c></row>`
    const read = registrationFrom(rawXlsx({ rows }))
    expect(read.people[0]?.instructor).toMatchObject({ name: '王明', unit: 'A&B<厂>A' })
  })

  test('merged cells, hidden rows and hidden sheets come through', () => {
    for (const format of ['xlsx', 'biff8'] as const) {
      const sheet = worksheet([personRow(1), personRow(2)] as (string | number)[][])
      sheet['!merges'] = [utils.decode_range('A1:I1'), utils.decode_range('G4:G5')]
      delete sheet['G5']
      sheet['!rows'] = [{}, {}, {}, {}, { hidden: true }]
      const book = workbook({ 登记表: sheet, 去年: cleanWorksheet() })
      book.Workbook = {
        Sheets: [
          { name: '登记表', Hidden: 0 },
          { name: '去年', Hidden: 1 },
        ],
      }
      const read = registrationFrom(bytesOf(book, format))
      expect(read.people.map(person => person.instructor.unit)).toEqual(['大连机械厂工会', '大连机械厂工会'])
      expect(read.notices).toContainEqual({ code: 'hidden-sheet', sheet: '去年' })
      if (format === 'xlsx') expect(read.notices).toContainEqual({ code: 'hidden-rows', sheet: '登记表', rows: [5] })
    }
  })

  test('formulas are never run and names of the language are only words', () => {
    const rows = `${rawRow(['__proto__', '姓名', '所在单位'])}${rawRow(['x', 'constructor', '=HYPERLINK("http://x")'])}${rawRow(['y', '王明', '__proto__'])}`
    const read = registrationFrom(rawXlsx({ rows, sheetName: 'constructor' }))
    expect(read.people.map(person => person.instructor.unit)).toEqual(['=HYPERLINK("http://x")', '__proto__'])
    expect(Object.prototype).not.toHaveProperty('x')
    expect({}).not.toHaveProperty('label')
  })
})

describe('what is no table is told in words for what it is', () => {
  const book = workbook({ S: cleanWorksheet() })
  test.each([
    ['wps-et', bytesOf(book, 'biff8'), '表.et'],
    ['excel-binary', bytesOf(book, 'xlsb'), '表.xlsx'],
    ['open-document', bytesOf(book, 'ods'), '表.xlsx'],
    ['web-page', bytesOf(book, 'html'), '表.xls'],
    ['web-page', bytesOf(book, 'xlml'), '表.xls'],
    ['pdf', Buffer.from('%PDF-1.7 …'), '表.xlsx'],
    ['picture', Buffer.from('89504e470d0a1a0a0000', 'hex'), '表.xlsx'],
    ['archive', Buffer.from('526172211a070100', 'hex'), '表.xlsx'],
    ['lock-file', Buffer.from('张三'), '~$表.xlsx'],
    ['empty-file', Buffer.alloc(0), '表.xlsx'],
    ['not-text', Buffer.from([0, 1, 2, 3, 0xff, 0xfe, 0x80]), '表.xlsx'],
    ['unclosed-quote', Buffer.from('姓名,单位\n"王明,甲\n'), '表.csv'],
    ['damaged', bytesOf(book).subarray(0, 2000), '表.xlsx'],
    ['damaged', bytesOf(book, 'biff8').subarray(0, 700), '表.xls'],
  ])('%s', (code, bytes, name) => {
    expect(faultOf(bytes, name)).toBe(code)
  })

  test('a Word document, old and new, a workbook with a password, a zip of workbooks', () => {
    expect(faultOf(compoundFile('WordDocument'), '表.xls')).toBe('word')
    expect(faultOf(compoundFile('EncryptedPackage'), '表.xlsx')).toBe('encrypted')
    expect(faultOf(rawXlsx({ rows: '' }).subarray(0, 0), '表.xlsx')).toBe('empty-file')
    const zip = (names: readonly string[]) =>
      writeZip(new Map(names.map(name => [name, Buffer.from('<x/>')])), { deflate: true })
    expect(faultOf(zip(['[Content_Types].xml', 'word/document.xml']))).toBe('word')
    expect(faultOf(zip(['[Content_Types].xml', 'ppt/presentation.xml']))).toBe('slides')
    expect(faultOf(zip(['表.xlsx']))).toBe('archive')
    expect(faultOf(zip(['Index/Document.iwa']))).toBe('numbers')
  })

  test('one changed byte is damage, not another telephone number', () => {
    const entries = zipEntries(bytesOf(book)) ?? []
    const parts = unpack(bytesOf(book), entries)
    if (!parts.ok) throw new Error(parts.error.code)
    const stored = writeZip(parts.value, { deflate: false })
    expect(faultOf(stored)).toBeNull()
    const at = stored.indexOf('13800000001')
    stored.write('9', at + 10)
    expect(faultOf(stored)).toBe('damaged')
  })

  test('an .xls with a password', () => {
    expect(faultOf(withFilePass(bytesOf(book, 'biff8')), '表.xls')).toBe('encrypted')
  })

  test('a workbook without a roster is a workbook', () => {
    const sheets = sheetsOf(rawXlsx({ rows: rawRow(['商品', '价格']) }))
    expect(readRegistration(sheets)).toEqual({ ok: false, error: { code: 'no-header' } })
    expect(sheetsOf(rawXlsx({ rows: RAW_HEADER }))[0]?.rows).toHaveLength(1)
  })
})
