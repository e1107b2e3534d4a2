import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personRow } from './build-sheet.ts'
import { bytesOf, cleanWorksheet, rawRow, rawXlsx, workbook, worksheet } from './build-workbook.ts'

const main = join(import.meta.dirname, '..', '..', '..', 'electron', 'cli', 'main.ts')
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pingyi-import-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

type Run = { readonly code: number; readonly out: string; readonly err: string }

/** The command as a process of its own; no INIT_CWD of the test runner's npm. */
function run(...args: readonly string[]): Promise<Run> {
  const { npm_lifecycle_event: _, ...env } = process.env
  return new Promise(resolve => {
    const child = execFile(
      process.execPath,
      [main, 'import', ...args],
      { cwd: folder, env, maxBuffer: 1e8 },
      (_error, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    )
  })
}

async function file(name: string, bytes: Buffer): Promise<string> {
  await writeFile(join(folder, name), bytes)
  return name
}

describe('pingyi import roster', () => {
  test('a clean form: JSON alone on stdout, exit 0', async () => {
    const name = await file('登记表.xlsx', bytesOf(workbook({ 登记表: cleanWorksheet() })))
    const { code, out, err } = await run('roster', name, '--json')
    expect(code).toBe(0)
    const { instructors, problems, ...rest } = JSON.parse(out)
    expect(rest).toEqual({})
    expect(problems).toEqual([])
    expect(
      instructors.map((person: { id: string; name: string; birthYear: number }) => [
        person.id,
        person.name,
        person.birthYear,
      ]),
    ).toEqual([
      ['i01', '王明乙', 1981],
      ['i02', '王明丙', 1981],
      ['i03', '王明丁', 1981],
    ])
    expect(err).toBe('读入 3 人\n表中没有写明专职或兼职，3 人都按专职记\n')
  })

  test('problems: exit 1, readable rows beside them, each problem on a line of stderr', async () => {
    const sheet = worksheet([
      personRow(1, { 1: '王 明', 3: '四十五左右' }),
      personRow(2, { 7: '2024.01-2026.12' }),
      personRow(3),
    ] as (string | number)[][])
    const name = await file('有问题.xls', bytesOf(workbook({ 登记表: sheet }), 'biff8'))
    const { code, out, err } = await run('roster', name, '--json', '--kind', 'part-time')
    expect(code).toBe(1)
    const { instructors, problems } = JSON.parse(out)
    expect(problems).toEqual([
      { sheet: '登记表', row: 4, column: '年龄', message: '第 4 行 年龄：“四十五左右”不是数字，请填实足年龄' },
      {
        sheet: '登记表',
        row: 5,
        column: '聘用期限(年月日-年月日)',
        message: '第 5 行 聘用期限：“2024.01-2026.12”没有写到日，请写成 2024.1.1-2026.12.31',
      },
    ])
    expect(instructors).toHaveLength(3)
    expect(instructors[0]).toMatchObject({ name: '王明', kind: 'part-time' })
    expect(instructors[0]).not.toHaveProperty('birthYear')
    expect(err.trim().split('\n')).toEqual([
      '读入 3 人，2 处要核对',
      ...problems.map((problem: { message: string }) => problem.message),
    ])
  })

  test('two sheets: a line says which', async () => {
    const bad = worksheet([personRow(4, { 2: 'M' })] as (string | number)[][])
    const name = await file('两张.xlsx', bytesOf(workbook({ 专职: cleanWorksheet(), 兼职: bad })))
    const { code, out, err } = await run('roster', name, '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out).instructors.map((person: { kind: string }) => person.kind)).toEqual([
      'full-time',
      'full-time',
      'full-time',
      'part-time',
    ])
    expect(err).toContain('工作表“兼职”第 4 行 性别：“M”请改为“男”或“女”')
  })

  test('no roster, no table, no file: exit 2, nothing on stdout, one line', async () => {
    const prices = await file('价格.xlsx', rawXlsx({ rows: rawRow(['商品', '价格']) }))
    const et = await file('表.et', bytesOf(workbook({ S: cleanWorksheet() }), 'biff8'))
    for (const [name, words] of [
      [prices, '没有找到表头'],
      [et, '另存为'],
      ['没有.xlsx', '无法读取（ENOENT）'],
    ] as const) {
      const { code, out, err } = await run('roster', name, '--json')
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toContain(words)
      expect(err.trim().split('\n')).toHaveLength(1)
      expect(err.startsWith(`${name}: `)).toBe(true)
    }
  })

  test.each([
    [['roster']],
    [['people', 'x.xlsx']],
    [['roster', 'x.xlsx', '--kind', 'x']],
    [['roster', 'a', 'b']],
    [['roster', 'a', '--yes']],
  ])('wrong usage %j: exit 2', async args => {
    const { code, out, err } = await run(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('用法：pingyi import roster')
  })

  test('without --json a table, and no telephone number in it', async () => {
    const name = await file('表格.csv', bytesOf(workbook({ 登记表: cleanWorksheet() }), 'csv'))
    const { code, out } = await run('roster', name)
    expect(code).toBe(0)
    expect(out).toContain('王明乙')
    expect(out).not.toMatch(/138[0-9]{8}/)
  })

  test('damaged files end with 0, 1 or 2, and say nothing that is not JSON', async () => {
    const whole = bytesOf(workbook({ 登记表: cleanWorksheet() }), 'biff8')
    for (const [index, cut] of [0.5, 0.99].entries()) {
      const bytes = Buffer.from(whole.subarray(0, Math.floor(whole.length * cut)))
      bytes[Math.floor(bytes.length / 2)] = 0xff
      const { code, out, err } = await run('roster', await file(`坏${index}.xls`, bytes), '--json')
      expect([0, 1, 2]).toContain(code)
      expect(err).not.toMatch(/\bat .*:\d+:\d+/)
      if (code === 2) expect(out).toBe('')
      else expect(Object.keys(JSON.parse(out))).toEqual(['instructors', 'problems'])
    }
  })
})
