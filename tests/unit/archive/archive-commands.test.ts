import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { buildYear } from '#tests/unit/sheets/build-year.ts'
import { temporaryFolder } from '#tests/unit/sheets/temporary-folder.ts'
import { contentsOf, findingLines } from './build-archive.ts'

// The commands as a clerk's script meets them: a real process, its exit code, and what goes to which stream.

const MAIN = join(import.meta.dirname, '..', '..', '..', 'electron', 'cli', 'main.ts')

type Run = { readonly code: number | null; readonly out: string; readonly err: string }
type Started = { readonly kill: (signal: NodeJS.Signals) => void; readonly run: Promise<Run> }

function start(cwd: string, args: readonly string[], onWords: (words: string) => void = () => undefined): Started {
  const child = spawn(process.execPath, [MAIN, ...args], { cwd })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text
    onWords(err)
  })
  const run = new Promise<Run>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code => resolve({ code, out, err }))
  })
  return { kill: signal => child.kill(signal), run }
}
const pingyi = (cwd: string, ...args: readonly string[]) => start(cwd, args).run
const linesOf = (text: string): string[] => text.split('\n').filter(line => line !== '')

async function folderWithYear(people: number): Promise<string> {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'year.json'), JSON.stringify(buildYear(people)))
  return folder
}

describe('archive and verify', () => {
  test('make an archive that passes: exit 0, the folder on stdout, the rest on stderr', async () => {
    const folder = await folderWithYear(1)
    const made = await pingyi(
      folder,
      'archive',
      'year.json',
      '--out',
      '归档',
      '--date',
      '2027-01-05',
      '--fonds',
      'Z109',
      '--retention',
      'list=Y',
    )
    expect(made).toMatchObject({ code: 0, out: '归档\n' })
    expect(made.err).toContain('缺 审定结果：1 人（全部）')
    expect(made.err).not.toContain('缺 全宗号')
    expect(made.err).toContain('已归档 12 件，共 ')
    const digest = /清单的 SHA-256.*：([0-9a-f]{64})/.exec(made.err)?.[1] ?? 'none'
    expect(await readdir(join(folder, '归档', '归档文件'))).toContain(
      'Z109-WS·2026-Y-JTXS-0001 2026年度集体协商指导员考评结果名册.pdf',
    )
    expect(await readFile(join(folder, '归档', '说明文件.txt'), 'utf8')).toContain('缺 审定结果：1 人')
    const checked = await pingyi(folder, 'verify', '归档')
    expect(checked).toMatchObject({ code: 0, out: '' })
    expect(checked.err).toContain('核验通过：24 个文件与清单一致，12 件与目录一致，1 人两次计分一致')
    expect(checked.err).toContain(digest)
    await writeFile(join(folder, '归档', 'recount.mjs'), 'process.exit(0)')
    await rm(join(folder, '归档', '说明文件.txt'))
    const failed = await pingyi(folder, 'verify', '归档')
    expect(failed).toMatchObject({ code: 1, out: '已改动：recount.mjs\n缺失：说明文件.txt\n' })
    expect(failed.err).toContain('核验未通过：2 处')
  })

  // The layout of the file is nobody's message to the archive.
  test('give the same bytes for a file that is only written otherwise, dated today where no date is given', async () => {
    const folder = await folderWithYear(0)
    await writeFile(join(folder, 'pretty.json'), `\uFEFF${JSON.stringify(buildYear(0), null, 7)}\r\n`)
    for (const [file, out] of [
      ['year.json', 'a'],
      ['pretty.json', 'b'],
    ] as const)
      expect((await pingyi(folder, 'archive', file, '--out', out)).code).toBe(0)
    expect(await contentsOf(join(folder, 'a'))).toEqual(await contentsOf(join(folder, 'b')))
    const note = await readFile(join(folder, 'a', '说明文件.txt'), 'utf8')
    expect(/归档日期：(\d{4}-\d{2}-\d{2})/.exec(note)?.[1]).toBe(localDay())
    expect(note).toContain('缺 全宗号：暂用 J001')
  })
})

function localDay(): string {
  // Swedish dates are ISO dates.
  return new Date().toLocaleDateString('sv-SE')
}

describe('wrong input', () => {
  test.each([
    [['archive', 'year.json'], '用法'],
    [['archive', 'year.json', '--out', ''], '用法'],
    [['archive', 'year.json', '--out', 'x', '--date', '2026-02-30'], '--date 2026-02-30'],
    [['archive', 'year.json', '--out', 'x', '--fonds', 'a/b'], '--fonds'],
    [['archive', 'year.json', '--out', 'x', '--retention', 'list'], '--retention'],
    [['archive', 'nothing.json', '--out', 'x'], 'nothing.json'],
    [['archive', 'broken.json', '--out', 'x'], 'broken.json: not valid JSON'],
    [['archive', 'year.json', '--out', '.'], '不是空的'],
    [['archive', 'year.json', '--out', 'year.json'], '不是空的'],
    [['archive', 'year.json', '--out', 'year.json/x'], '未归档'],
    [['verify'], '用法'],
    [['verify', 'nothing'], 'nothing: cannot be read (ENOENT)'],
    [['verify', 'year.json'], 'year.json: cannot be read (ENOTDIR)'],
    [['verify', '.'], '不是归档文件夹'],
  ])('%j: exit 2, told on stderr, nothing written', async (args, words) => {
    const folder = await folderWithYear(0)
    await writeFile(join(folder, 'broken.json'), '{')
    const before = await readdir(folder)
    const run = await pingyi(folder, ...args)
    expect(run).toMatchObject({ code: 2, out: '' })
    expect(linesOf(run.err).at(-1)).toContain(words)
    expect(await readdir(folder)).toEqual(before)
  })
})

describe('an archive that is interrupted', () => {
  // The power goes while the sheets are printed: half an archive must never stand under the archive's name.
  test('by SIGKILL leaves nothing under its name, and the next one is told and succeeds', async () => {
    const folder = await folderWithYear(6)
    await mkdir(join(folder, 'out'))
    const started = start(folder, ['archive', 'year.json', '--out', 'out/归档'])
    // The first thing that appears beside the archive's place is the unfinished folder.
    const watcher = watch(join(folder, 'out'), () => started.kill('SIGKILL'))
    expect((await started.run).code).toBeNull()
    watcher.close()
    expect(await readdir(join(folder, 'out'))).toEqual([expect.stringMatching(/^归档\.未完成-\d+$/)])
    const again = await pingyi(folder, 'archive', 'year.json', '--out', 'out/归档')
    expect(again.code).toBe(0)
    expect(again.err).toMatch(/上次没有做完的归档还留着，可以删除：归档\.未完成-\d+/)
    expect(await findingLines(join(folder, 'out', '归档'))).toEqual([])
  })

  test.each([1, 5, 9])('by SIGKILL after %i tenths of the sheets is whole or not there', async tenths => {
    const folder = await folderWithYear(4)
    const started = start(folder, ['archive', 'year.json', '--out', '归档'], words => {
      if (linesOf(words).filter(line => /^\d+\/\d+ /.test(line)).length >= tenths) started.kill('SIGKILL')
    })
    await started.run
    const names = await readdir(folder)
    if (names.includes('归档')) expect(await findingLines(join(folder, '归档'))).toEqual([])
    else expect(names).toHaveLength(2)
  })

  test('by Ctrl+C: exit 1, said, nothing left', async () => {
    const folder = await folderWithYear(6)
    let pressed = false
    const started = start(folder, ['archive', 'year.json', '--out', '归档'], words => {
      if (pressed || !/^1\/\d+ /m.test(words)) return
      pressed = true
      started.kill('SIGINT')
    })
    const run = await started.run
    expect(run).toMatchObject({ code: 1, out: '' })
    expect(run.err).toContain('已取消，未归档')
    expect(await readdir(folder)).toEqual(['year.json'])
  })
})

describe('destroy', () => {
  test('lists what is due, destroys it only when the count and everybody is named, and verify says so', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'year.json'), JSON.stringify({ ...buildYear(1), year: 2000 }))
    await pingyi(folder, 'archive', 'year.json', '--out', '归档', '--date', '2001-01-05')
    const before = await contentsOf(join(folder, '归档'))
    const listed = await pingyi(folder, 'destroy', '归档', '--date', '2011-01-01')
    expect(listed.code).toBe(1)
    const numbers = linesOf(listed.out).map(line => line.split('\t')[0] ?? '')
    expect(numbers.length).toBeGreaterThan(1)
    expect(numbers.every(number => number.includes('-D10-'))).toBe(true)
    const named = ['--opinion', '同意销毁', '--appraisers', '钱一鸣、孙立', '--approver', '李卫东']
    const [kept = ''] = numbers
    const dated = ['destroy', '归档', '--date', '2011-01-01', '--keep', kept]
    const count = String(numbers.length - 1)
    for (const wrong of [
      [...dated, '--confirm', '99', ...named, '--supervisors', '周宁,吴敏'],
      [...dated, '--confirm', count, ...named, '--supervisors', '周宁'],
      [...dated, '--confirm', count, ...named, '--supervisors', '周宁,周宁'],
      ['destroy', '归档', '--date', '2999-01-01'],
      ['destroy', '归档', '--only', 'J001-WS·2000-Y-JTXS-0001'],
    ])
      expect(await pingyi(folder, ...wrong)).toMatchObject({ code: 2, out: '' })
    expect(await contentsOf(join(folder, '归档'))).toEqual(before)

    const done = await pingyi(folder, ...dated, '--confirm', count, ...named, '--supervisors', '周宁,吴敏')
    expect(done).toMatchObject({ code: 0, out: '' })
    expect(done.err).toContain(`已销毁 ${count} 件`)
    const verified = await pingyi(folder, 'verify', '归档')
    expect(verified).toMatchObject({ code: 0, out: '' })
    expect(verified.err).toContain(`到期销毁 1 次，共 ${count} 件`)
    const left = await pingyi(folder, 'destroy', '归档', '--date', '2011-01-01')
    expect(linesOf(left.out).map(line => line.split('\t')[0])).toEqual([kept])
    expect(await pingyi(folder, 'destroy', '归档', '--finish')).toMatchObject({ code: 0, out: '' })
  }, 120_000)
})
