import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ArchiveGap, gapDetail, gapLine, isShortened } from '#shared/domain/archive/archive-gap.ts'
import { archiveGaps, type SignedForm } from '#shared/domain/archive/archive-gaps.ts'
import { DEFAULT_SETTINGS, readSettings } from '#shared/domain/archive/archive-settings.ts'
import { type ArchiveDocument, catalogueOf } from '#shared/domain/archive/catalogue.ts'
import { documentName } from '#shared/domain/archive/document-name.ts'
import { referenceNumber } from '#shared/domain/archive/reference-number.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'
import { buildEmptyYear } from '#tests/unit/sheets/build-variants.ts'
import { buildYear } from '#tests/unit/sheets/build-year.ts'

function buildDocument(overrides: Partial<ArchiveDocument> = {}): ArchiveDocument {
  return {
    kind: 'result',
    title: '考评登记表',
    responsible: '云川市总工会',
    date: '2026-12-20',
    pages: 2,
    note: '',
    ...overrides,
  }
}

describe('the reference number', () => {
  // The example of FORMS.md, and what another office's settings make of it.
  test.each([
    [DEFAULT_SETTINGS, 7, 'J001-WS·2026-D30-JTXS-0007'],
    [{ fonds: 'Z109', body: 'BGS', separator: '_' }, 12_345, 'Z109_WS·2026_D30_BGS_12345'],
  ] as const)('%j', (settings, item, number) => {
    expect(referenceNumber(settings, 2026, 'D30', item)).toBe(number)
  })

  // Two documents under one number, or a gap in a series: the office sends the folder back.
  test('runs from 0001 within each retention, the longest kept first', () => {
    const kinds = ['process', 'list', 'dismissal', 'result', 'dismissal', 'process', 'award'] as const
    const entries = catalogueOf(
      kinds.map(kind => buildDocument({ kind, note: kind })),
      DEFAULT_SETTINGS,
      2026,
    )
    expect(entries.map(({ entry }) => `${entry.sequence} ${entry.number.slice(13)} ${entry.note}`)).toEqual([
      '1 Y-JTXS-0001 dismissal',
      '2 Y-JTXS-0002 dismissal',
      '3 Y-JTXS-0003 award',
      '4 D30-JTXS-0001 list',
      '5 D30-JTXS-0002 result',
      '6 D10-JTXS-0001 process',
      '7 D10-JTXS-0002 process',
    ])
    expect(entries[0]?.entry).toMatchObject({
      date: '20261220',
      file: '归档文件/J001-WS·2026-Y-JTXS-0001 考评登记表.pdf',
    })
  })
})

describe('settings', () => {
  test('are the defaults where nothing is given', () => {
    expect(readSettings({})).toEqual({ ok: true, value: DEFAULT_SETTINGS })
  })

  test('replace the defaults one by one', () => {
    expect(readSettings({ fonds: 'A9', retention: 'list=D10,dismissal=D30' })).toEqual({
      ok: true,
      value: {
        ...DEFAULT_SETTINGS,
        fonds: 'A9',
        retention: { ...DEFAULT_SETTINGS.retention, list: 'D10', dismissal: 'D30' },
      },
    })
  })

  // A path, a space or a device in a code would end up in every file name.
  test.each([
    [{ fonds: '../x' }, ['fonds']],
    [{ fonds: '' }, ['fonds']],
    [{ body: '集体协商' }, ['body']],
    [{ separator: '/' }, ['separator']],
    [{ separator: '--' }, ['separator']],
    [{ retention: 'list' }, ['retention']],
    [{ retention: 'list=D0' }, ['retention']],
    [{ retention: 'list=D100' }, ['retention']],
    [{ retention: 'list=D10=Y' }, ['retention']],
    [{ retention: 'toString=Y' }, ['retention']],
    [{ retention: 'list=D10,' }, ['retention']],
    [{ fonds: 'a b', body: '', separator: 'x', retention: '' }, ['fonds', 'body', 'separator', 'retention']],
  ])('%j is refused', (given, wrong) => {
    expect(readSettings(given)).toEqual({ ok: false, error: wrong })
  })
})

describe('the document’s file name', () => {
  test.each([
    ['考评登记表（阿卜杜热合曼·买买提）', 'J1 考评登记表（阿卜杜热合曼·买买提）.pdf'],
    ['a/b\\c:d*e?f"g<h>i|j', 'J1 a_b_c_d_e_f_g_h_i_j.pdf'],
    ['..\u202e 王\u0000\n二 ', 'J1 .._ 王__二.pdf'],
    ['   ', 'J1 _.pdf'],
    ['CON', 'J1 CON.pdf'],
  ])('%j', (title, name) => {
    expect(documentName('J1', title)).toBe(name)
  })

  // A name that one system writes and another cannot read; half a character at the cut.
  test('is a file name on every system, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), title => {
        const name = documentName('J001-WS·2026-D30-JTXS-0001', title)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
        expect(name.isWellFormed()).toBe(true)
        expect(name).not.toMatch(/[<>:"/\\|?*\p{C}]|[. ]$/u)
      }),
    )
  })
})

describe('what the archive lacks', () => {
  const nothing = { assumedFonds: null, gaps: [], forms: [], lost: [] }
  const lines = (file: Parameters<typeof readBuilt>[0]) => archiveGaps({ ...readBuilt(file), ...nothing }).map(gapLine)

  test('everybody undecided, nobody’s name as organiser', () => {
    expect(lines(buildEmptyYear(3))).toEqual(['缺 审定结果：3 人（全部）', '缺 责任者：考评文件没有写组织单位'])
  })

  // A line with fifty names that nobody reads, or names that are nowhere.
  test('many names are cut short in a line and whole in the detail', () => {
    const names = Array.from({ length: 54 }, (_, index) => `人${index + 1}`)
    const gap: ArchiveGap = { what: '审定结果', unit: '人', names }
    expect(gapLine(gap)).toBe('缺 审定结果：54 人（人1、人2、人3……）')
    expect(isShortened(gap)).toBe(true)
    for (const name of names) expect(gapDetail(gap)).toContain(name)
    expect(isShortened({ ...gap, names: names.slice(0, 6) })).toBe(false)
  })

  // Unsigned sheets that nobody is told of, or a hundred lines where nothing was signed at all.
  test('unsigned sheets are listed by form, and in one line where nothing came back signed', () => {
    const record = { title: '考评登记表', unsigned: ['王建国', '李玉兰'], signed: 0 }
    const list = { title: '结果名册', unsigned: [''], signed: 0 }
    const gaps = (...forms: SignedForm[]) => archiveGaps({ ...readBuilt(buildYear(0)), ...nothing, forms }).map(gapLine)
    expect(gaps(record, list)).toEqual(['缺 签字盖章的扫描件：2 种（考评登记表 2 份、结果名册）'])
    expect(gaps({ ...record, unsigned: ['李玉兰'], signed: 1 }, list)).toEqual([
      '缺 签字盖章的扫描件：1 种（结果名册）',
      '缺 考评登记表的签字扫描件：1 份（李玉兰）',
    ])
    expect(gaps({ ...record, unsigned: [], signed: 2 }, { ...list, unsigned: [], signed: 1 })).toEqual([])
  })

  test('one undecided is named', () => {
    const year = buildYear(2)
    const decisions = [
      { instructor: 'i01', kind: 'confirm', final: 'competent', by: '考评小组', date: '2026-12-20' } as const,
    ]
    expect(lines({ ...year, decisions })[0]).toBe('缺 审定结果：1 人（李玉兰）')
  })

  test('a fonds number that nobody gave', () => {
    const [gap] = archiveGaps({ ...readBuilt(buildYear(0)), ...nothing, assumedFonds: 'J001' })
    expect(gap?.names.join()).toContain('暂用 J001')
  })
})
