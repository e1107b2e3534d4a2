import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { forms } from '#shared/sheets/forms.ts'
import type { EvaluationFile } from '#tests/fixtures/evaluation-file.ts'
import { buildYear } from './build-year.ts'
import { filesUnder, temporaryFolder } from './temporary-folder.ts'

const main = join(import.meta.dirname, '..', '..', '..', 'electron', 'cli', 'main.ts')

type Ended = { readonly code: number | null; readonly out: string; readonly err: string }

/** Runs `pingyi sheets …` in a folder; `onLine` sees what it says while it runs. */
function sheets(
  cwd: string,
  args: readonly string[],
  onLine?: (text: string, stop: () => void) => void,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, 'sheets', ...args], { cwd })
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString()
      onLine?.(err, () => child.kill('SIGINT'))
    })
    child.on('error', reject)
    child.on('close', code => resolve({ code, out, err }))
  })
}

async function folderWith(file: EvaluationFile): Promise<string> {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'year.json'), JSON.stringify(file))
  return folder
}

describe('pingyi sheets', () => {
  // A form under its Chinese name not found; files listed that were not written, or the other way round.
  it.each([
    ['result-list', ['结果名册.pdf']],
    ['结果名册', ['结果名册.pdf']],
    ['续聘（解聘）审批表', ['续聘(解聘)审批表/001 王建国 i01.pdf', '续聘(解聘)审批表/002 李玉兰 i02.pdf']],
  ])('prints one form: %s', async (form, files) => {
    const folder = await folderWith(buildYear(2))
    const { code, out, err } = await sheets(folder, ['year.json', '--out', 'out', '--form', form])
    expect({ code, files: out.trimEnd().split('\n') }).toEqual({ code: 0, files })
    expect(err).toContain(`${files.length}/${files.length} `)
    expect(await filesUnder(join(folder, 'out'))).toEqual(files)
  })

  it('prints the own forms of the people named, and no form of the year', async () => {
    const folder = await folderWith(buildYear(4))
    const { code, out } = await sheets(folder, ['year.json', '--out', 'out', '--only', 'i03,i01'])
    expect(code).toBe(0)
    const own = forms.filter(form => form.per === 'instructor' && !form.concerns)
    expect(out.trimEnd().split('\n')).toEqual(
      own.flatMap(({ title }) => [`${title}/001 王建国 i01.pdf`, `${title}/003 张志强 i03.pdf`]),
    )
  })

  // Wrong input that is noticed after the first files are written, or told as a stack trace.
  it.each([
    ['no folder named', ['year.json'], /--out/],
    ['an unknown form', ['year.json', '--out', 'out', '--form', '奖状'], /--form 奖状/],
    ['an unknown person', ['year.json', '--out', 'out', '--only', 'i01,i99'], /--only i99/],
    ['nobody named', ['year.json', '--out', 'out', '--only', ','], /--only/],
    ['an unknown option', ['year.json', '--out', 'out', '--from', 'x'], /--from/],
    ['no such file', ['none.json', '--out', 'out'], /none\.json/],
    ['a file that is no evaluation', ['other.json', '--out', 'out'], /./],
    ['a folder that is a file', ['year.json', '--out', 'year.json'], /year\.json/],
  ])('refuses %s with exit 2', async (_, args, line) => {
    const folder = await folderWith(buildYear(1))
    await writeFile(join(folder, 'other.json'), '{"format":"x"}')
    const { code, out, err } = await sheets(folder, args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(line)
    expect(err).not.toMatch(/\n\s+at /)
    expect(await filesUnder(folder)).toEqual(['other.json', 'year.json'])
  })

  it('refuses a character that the font lacks, one line a person, and prints nothing', async () => {
    const year = buildYear(3)
    const named = year.instructors.map((person, index) => (index < 2 ? { ...person, name: '王𮬀' } : person))
    const folder = await folderWith({ ...year, instructors: named })
    const { code, out, err } = await sheets(folder, ['year.json', '--out', 'out'])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err.split('\n').filter(line => line.includes('U+2EB00'))).toEqual([
      '王𮬀（i01）：字体缺“𮬀”(U+2EB00)',
      '王𮬀（i02）：字体缺“𮬀”(U+2EB00)',
    ])
    expect(await filesUnder(folder)).toEqual(['year.json'])
  })

  // Ctrl-C in the middle of a thousand sheets: half a file left, or an exit code that says all is done.
  it('ends with exit 1 and whole files only when it is interrupted', async () => {
    const folder = await folderWith(buildYear(60))
    let stopped = false
    const { code, err } = await sheets(folder, ['year.json', '--out', 'out'], (text, stop) => {
      if (!stopped && /\/3\d\d /.test(text)) {
        stopped = true
        stop()
      }
    })
    expect(code).toBe(1)
    expect(err).toContain('已取消')
    const files = await filesUnder(join(folder, 'out'))
    expect(files.length).toBeGreaterThan(0)
    expect(files.length).toBeLessThan(300)
    expect(files.filter(file => !file.endsWith('.pdf'))).toEqual([])
  })
})
