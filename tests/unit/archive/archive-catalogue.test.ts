import { describe, expect, test } from 'vitest'
import { fontCoverage } from '#electron/host/sheets/font-coverage.ts'
import { renderSheet } from '#electron/host/sheets/render-sheet.ts'
import { DEFAULT_SETTINGS } from '#shared/domain/archive/archive-settings.ts'
import { CATALOGUE_HEADS, type CatalogueEntry, catalogueOf } from '#shared/domain/archive/catalogue.ts'
import { archiveCatalogue } from '#shared/sheets/archive-catalogue/archive-catalogue.ts'
import type { Definition } from '#shared/sheets/paper/definition.ts'
import { LONG_NAME } from '#tests/unit/sheets/build-variants.ts'
import { pdfPages, textOf } from '#tests/unit/sheets/pdf-text.ts'
import { rowsOf, textsOf } from '#tests/unit/sheets/sheet-texts.ts'

const ORGANISER = '云川市总工会集体协商指导中心（设在经济技术开发区管理委员会社会事务局）'

function buildRows(count: number, overrides: Partial<CatalogueEntry> = {}): CatalogueEntry[] {
  const document = {
    kind: 'result',
    title: '2026年度集体协商指导员续聘（解聘）审批表（王晓明）',
    responsible: '云川市总工会',
    date: '2026-12-20',
    pages: 2,
    note: '编号 i07',
  } as const
  const documents = Array.from({ length: count }, () => document)
  return catalogueOf(documents, DEFAULT_SETTINGS, 2026).map(({ entry }) => ({ ...entry, ...overrides }))
}

function buildSheet(rows: readonly CatalogueEntry[], organiser = '云川市总工会', fonds = 'J001'): Definition {
  return archiveCatalogue({
    year: 2026,
    title: '2026年度集体协商指导员考评',
    organiser,
    fonds,
    body: 'JTXS',
    date: '2026-12-20',
    rows,
  })
}

const long: Partial<CatalogueEntry> = {
  number: 'J0123456789012345678-WS·2026-D30-JTXSJTXSJTXSJTXSJTXS-0001',
  documentNumber: '云工发〔2026〕128号',
  responsible: ORGANISER,
  title: `2026年度集体协商指导员续聘（解聘）审批表（${LONG_NAME}${LONG_NAME}${LONG_NAME}${LONG_NAME}）`,
  secrecy: '公开',
  note: `编号 ${'i'.repeat(64)}`,
}

describe('归档文件目录', () => {
  // Rows off the page or under its foot, a head that is not repeated, a last page with a head alone.
  test.each([
    ['0 rows', buildRows(0)],
    ['1 row', buildRows(1)],
    ['24 rows, a full page', buildRows(24)],
    ['25 rows', buildRows(25)],
    ['602 rows', buildRows(602)],
    ['long words', buildRows(40, long)],
  ])('has sound pages: %s', async (_, rows) => {
    const sheet = buildSheet(rows, rows[0]?.responsible)
    const rendered = await renderSheet(sheet)
    const pages = await pdfPages(rendered.bytes)
    expect(pages).toHaveLength(rendered.pages)
    for (const [index, page] of pages.entries()) {
      expect(page.width).toBeGreaterThan(page.height)
      const text = textOf(page)
      for (const head of CATALOGUE_HEADS) expect(text).toContain(head)
      expect(text).toContain(`第${index + 1}页共${pages.length}页`)
      if (rows.length > 0) expect(page.lines.filter(line => /^\d+$/.test(line.text.trim())).length).toBeGreaterThan(0)
      for (const line of page.lines) {
        expect(line.x).toBeGreaterThan(30)
        expect(line.right).toBeLessThan(page.width - 30)
        expect(line.y).toBeGreaterThan(18)
        expect(line.y).toBeLessThan(page.height - 36)
      }
    }
  })

  test('has the columns of DA/T 22 and a row for each document', () => {
    const rows = rowsOf(buildSheet(buildRows(2))).filter(row => row.length === 9 && row.some(cell => cell !== ''))
    expect(rows.map(row => row.map(cell => cell.replace(/\s/g, '')))).toEqual([
      [...CATALOGUE_HEADS],
      ['1', 'J001-WS·2026-D30-JTXS-0001', '', '云川市总工会', buildRows(1)[0]?.title, '20261220', '', '2', '编号i07'],
      ['2', 'J001-WS·2026-D30-JTXS-0002', '', '云川市总工会', buildRows(1)[0]?.title, '20261220', '', '2', '编号i07'],
    ])
    expect(textsOf(buildSheet(buildRows(2))).join('\n')).toContain('共2件4页')
  })

  // A number broken over two lines is read wrong and typed wrong.
  test('keeps a reference number on one line', async () => {
    const { bytes } = await renderSheet(buildSheet(buildRows(1, long)))
    const lines = (await pdfPages(bytes)).flatMap(page => page.lines.map(line => line.text.trim()))
    expect(lines.some(line => line.startsWith(long.number ?? '?'))).toBe(true)
  })

  test('never cuts a code', () => {
    const texts = textsOf(buildSheet(buildRows(1204), ORGANISER, 'Z0123456789012345678')).join('\n')
    expect(texts).toContain('全宗号：Z0123456789012345678　　机构（问题）：JTXS　　共1204件2408页')
  })

  test('is plain JSON, and its own words are in the font', async () => {
    const sheet = buildSheet(buildRows(2))
    expect(JSON.parse(JSON.stringify(sheet))).toStrictEqual(sheet)
    const covers = await fontCoverage()
    const characters = [...textsOf(sheet).join('').replaceAll(/\s/g, '')]
    expect(characters.filter(character => !covers(character.codePointAt(0) ?? 0))).toEqual([])
  })
})
