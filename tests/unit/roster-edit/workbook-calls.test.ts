import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { utils } from '@e965/xlsx'
import { afterAll, describe, expect, test } from 'vitest'
import { answerCall } from '#electron/host/answer-call.ts'
import { inTurn } from '#electron/host/workbook/in-turn.ts'
import { LIMITS } from '#electron/host/workbook/limits.ts'
import { parseWorkbook } from '#electron/host/workbook/parse-workbook.ts'
import { createWorkbookCalls } from '#electron/host/workbook/workbook-calls.ts'
import type { CallInput, CallName, CallOutput, Handlers } from '#shared/contract/contract.ts'
import type { Reply } from '#shared/contract/reply.ts'
import { cellText } from '#shared/domain/roster/registration/cell-text.ts'
import {
  bytesOf,
  cleanWorksheet,
  RAW_HEADER,
  rawRow,
  rawXlsx,
  workbook,
} from '#tests/unit/roster-import/build-workbook.ts'
import { fullPerson } from './people.ts'

const calls = createWorkbookCalls({})
afterAll(calls.stop)

/** As a renderer calls, through the check of name and input. */
async function ask<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<Reply<CallOutput<Name>>> {
  // Only the workbooks' calls are asked here.
  return (await answerCall(calls.handlers as Handlers, name, input)) as Reply<CallOutput<Name>>
}

const base64 = (bytes: Buffer) => bytes.toString('base64')
const templates = join(import.meta.dirname, '..', '..', '..', 'resources', 'templates')

describe('a registration form sent by a page', () => {
  test('comes back as people, with what the preview needs', async () => {
    const bytes = await readFile(join(templates, '登记表（示例）.xlsx'))
    const reply = await ask('workbooks.readRoster', { name: '登记表（示例）.xlsx', base64: base64(bytes) })
    if (!reply.ok) throw new Error(reply.error.code)
    expect(reply.data.people.map(({ instructor, kindStated }) => [instructor.name, kindStated])).toEqual([
      ['王明', true],
      ['阿依古丽·买买提', true],
      ['李芳', true],
    ])
    expect(reply.data.problems).toEqual([])
    expect(reply.data.fields).toContain('posting')
  })

  test('says where a person was not called 专职 or 兼职, and what could not be read', async () => {
    const sheet = cleanWorksheet()
    utils.sheet_add_aoa(sheet, [['四十五左右']], { origin: 'D5' })
    const reply = await ask('workbooks.readRoster', {
      name: '表.xlsx',
      base64: base64(bytesOf(workbook({ 表: sheet }))),
    })
    if (!reply.ok) throw new Error(reply.error.code)
    expect(reply.data.people.map(person => person.kindStated)).toEqual([false, false, false])
    expect(reply.data.problems).toMatchObject([{ code: 'not-an-age', sheet: '表', row: 5, column: '年龄' }])
    expect(reply.data.fields).not.toContain('kind')
  })

  // Catches: a hostile or wrong file that takes the host down, hangs a page, or is told in English.
  test.each([
    ['花名册.et', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '.xlsx'],
    ['空.xlsx', Buffer.alloc(0), '空'],
    ['图.xlsx', Buffer.from('89504e470d0a1a0a', 'hex'), '图片'],
    ['半个.xlsx', bytesOf(workbook({ 表: cleanWorksheet() })).subarray(0, 700), '损坏'],
    ['无表头.xlsx', bytesOf(workbook({ 表: utils.aoa_to_sheet([['甲', '乙']]) })), '表头'],
    ['百万行.xlsx', rawXlsx({ rows: RAW_HEADER + rawRow(['王明', '男', '厂']).repeat(400_000) }), '内容太多'],
    [
      '炸弹.xlsx',
      rawXlsx({ rows: '', more: { 'xl/sharedStrings.xml': Buffer.alloc(LIMITS.partBytes + 1) } }),
      '内容太多',
    ],
  ])('%s is refused in words', async (name, bytes, words) => {
    for (const call of ['workbooks.readRoster', 'workbooks.readGrid'] as const) {
      const reply = await ask(call, { name, base64: base64(bytes) })
      if (call === 'workbooks.readGrid' && words === '表头') continue
      expect(reply).toMatchObject({
        ok: false,
        error: { code: 'bad-workbook', details: [expect.stringContaining(words)] },
      })
    }
  })

  test('what is no base64, or too long a name, never reaches the reader', async () => {
    for (const input of [
      { name: '表.xlsx', base64: 'not base64!!' },
      { name: '表.xlsx', base64: 'abc' },
      { name: `${'长'.repeat(300)}.xlsx`, base64: '' },
      { name: '', base64: '' },
    ])
      expect(await ask('workbooks.readRoster', input)).toMatchObject({ ok: false, error: { code: 'bad-request' } })
  })
})

describe('files that are written', () => {
  // Catches: an export that loses or changes people, and a blank form that is not the one that ships.
  test('a roster comes back as the same people; without people it is the empty form', async () => {
    const people = [
      fullPerson({
        sex: '女',
        birthYear: 1971,
        unit: '=1+1',
        phone: '13800000001',
        engagedFrom: '2025-01-01',
        engagedTo: '2026-12-31',
      }),
    ]
    const form = { title: '集体协商指导员登记表', unit: '', filledBy: '', phone: '' }
    const written = await ask('workbooks.writeRoster', { ...form, reportDate: '2026-11-22', people, emptyRows: 0 })
    if (!written.ok) throw new Error(written.error.code)
    const read = await ask('workbooks.readRoster', { name: '回.xlsx', base64: base64(Buffer.from(written.data)) })
    expect(read.ok && read.data.people.map(({ instructor }) => instructor)).toEqual(people)
    const empty = await ask('workbooks.writeRoster', { ...form, reportDate: '', people: [], emptyRows: 20 })
    if (!empty.ok) throw new Error(empty.error.code)
    expect(Buffer.from(empty.data).equals(await readFile(join(templates, '登记表.xlsx')))).toBe(true)
  })

  const text = (value: string, style: 'left' | 'header' | 'title' = 'left') => ({ text: value, style })
  const sheet = {
    name: "三'区'东",
    widths: [12, 8],
    headerRow: 2,
    merges: ['A1:B1'],
    rows: [
      { cells: [text('自评表', 'title'), text('', 'title')] },
      { cells: [text('=指标', 'header'), text('分', 'header')] },
      { cells: [text('=HYPERLINK("http://x")'), { number: '95.50', style: 'decimal' as const }] },
      { height: 30, cells: [text('-5'), { number: '-0.125', style: 'number' as const }] },
    ],
  }

  // Catches: text that is run as a formula, numbers that are not numbers, a hidden sheet that shows, a file that cannot be opened.
  test('sheets are read back cell by cell, and the same sheets give the same bytes', async () => {
    const input = {
      sheets: [sheet, { name: '编号', hidden: true, widths: [10], headerRow: 0, rows: [{ cells: [text('i01')] }] }],
    }
    const written = await ask('workbooks.write', input)
    if (!written.ok) throw new Error(written.error.details.join('\n'))
    const again = await ask('workbooks.write', input)
    expect(again).toEqual(written)
    const sheets = parseWorkbook(Buffer.from(written.data), '表.xlsx')
    if (!sheets.ok) throw new Error(sheets.error.code)
    expect(sheets.value.map(({ name, hidden }) => [name, hidden])).toEqual([
      ["三'区'东", false],
      ['编号', true],
    ])
    const [first] = sheets.value
    expect(first?.rows.map(row => row.cells.map(cell => cellText(cell)))).toEqual([
      ['自评表'],
      ['=指标', '分'],
      ['=HYPERLINK("http://x")', '95.50'],
      ['-5', '-0.125'],
    ])
    expect(first?.rows[2]?.cells).toMatchObject([{ kind: 'text' }, { kind: 'number', value: 95.5, formula: false }])
    expect(first?.merges).toEqual([{ top: 1, left: 0, bottom: 1, right: 1 }])
  })

  // Catches: a name or a size that makes a file Excel says is damaged, or an order that keeps the host busy for minutes.
  test.each([
    ['no sheet', []],
    ['the same name twice', [sheet, { ...sheet, name: sheet.name.toUpperCase() }]],
    ['a name that Excel refuses', [{ ...sheet, name: 'a/b' }]],
    ['a quote at the end of a name', [{ ...sheet, name: "区'" }]],
    ['a first sheet nobody sees', [{ ...sheet, hidden: true }]],
    [
      'too many cells',
      [{ ...sheet, rows: Array.from({ length: 5_000 }, () => ({ cells: Array(201).fill(text('x')) })) }],
    ],
    ['a number that is no decimal', [{ ...sheet, rows: [{ cells: [{ number: '1e9', style: 'number' as const }] }] }]],
    [
      'a list that Excel cannot hold',
      [
        {
          ...sheet,
          rules: [
            {
              range: 'A1',
              title: '',
              hint: '',
              check: { type: 'list' as const, choices: Array(60).fill('很长的选项') },
            },
          ],
        },
      ],
    ],
  ])('%s is refused', async (_, sheets) => {
    expect(await ask('workbooks.write', { sheets })).toMatchObject({ ok: false, error: { code: 'bad-request' } })
  })
})

// Catches: a folder of two hundred files dropped at once that starts two hundred threads, or a failure that blocks the rest.
test('at most so many tasks run at once, in their order, and a failed one makes room', async () => {
  const turn = inTurn(2)
  const gates = Array.from({ length: 5 }, () => Promise.withResolvers<void>())
  const started: number[] = []
  const done = gates.map((gate, index) =>
    turn(async () => {
      started.push(index)
      await gate.promise
      return index
    }).catch(() => -1),
  )
  await Promise.resolve()
  expect(started).toEqual([0, 1])
  gates[1]?.reject(new Error('broken'))
  expect(await done[1]).toBe(-1)
  await new Promise(resolve => setImmediate(resolve))
  expect(started).toEqual([0, 1, 2])
  for (const gate of gates) gate.resolve()
  expect(await Promise.all(done)).toEqual([0, -1, 2, 3, 4])
})
