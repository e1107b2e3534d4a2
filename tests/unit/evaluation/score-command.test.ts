import { spawn } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildEvaluation, buildRating } from '#tests/fixtures/build-evaluation.ts'
import { resultsOfBuilt } from '#tests/fixtures/read-built.ts'
import { setAt } from '#tests/fixtures/set-at.ts'

// The command as a clerk's script meets it: a real process, its exit code, and what goes to which stream (DESIGN.md).

const MAIN = fileURLToPath(new URL('../../../electron/cli/main.ts', import.meta.url))
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pingyi-score-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

type Run = { readonly code: number | null; readonly out: string; readonly err: string }

function pingyi(...args: readonly string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder })
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text
    })
    child.on('error', reject)
    child.on('close', code => resolve({ code, out, err }))
  })
}

async function file(name: string, content: object | string | Uint8Array): Promise<string> {
  const text = typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content)
  await writeFile(join(folder, name), text)
  return name
}

const linesOf = (text: string): string[] => text.split('\n').filter(line => line !== '')

describe('a year that is in order', () => {
  test('--json: exit 0, the results on stdout alone, the same bytes twice', async () => {
    const name = await file('good.json', buildEvaluation())
    const [first, second] = await Promise.all([pingyi('score', name, '--json'), pingyi('score', name, '--json')])
    expect(first.code).toBe(0)
    expect(first.err).toBe('')
    expect(JSON.parse(first.out)).toEqual(resultsOfBuilt(buildEvaluation()))
    expect(first.out.endsWith('}\n')).toBe(true)
    expect(second.out).toBe(first.out)
  })

  test('without --json: a table on stdout, the rest on stderr', async () => {
    const run = await pingyi('score', await file('good.json', buildEvaluation()))
    expect(run.code).toBe(0)
    expect(run.out).toContain('王晓明')
    expect(run.out).toContain('90.85')
    expect(run.err).toContain('2026年度集体协商指导员考评')
    expect(run.out).not.toContain('2026年度集体协商指导员考评')
  })

  test('begins with a byte-order mark: read all the same', async () => {
    const run = await pingyi('score', await file('bom.json', `\uFEFF${JSON.stringify(buildEvaluation())}`), '--json')
    expect(run.code).toBe(0)
  })

  test('is not changed, and nothing is written beside it', async () => {
    const name = await file('alone.json', buildEvaluation())
    const before = await readdir(folder)
    await pingyi('score', name, '--json')
    expect(await readdir(folder)).toEqual(before)
  })
})

describe('a year that is not', () => {
  test('one line per fault on stderr, each beginning with its place; nothing on stdout; exit 2', async () => {
    const broken = setAt(
      buildEvaluation({
        ratings: [buildRating({ score: '101', bonus: '1' }), buildRating({ instructor: 'i99', months: 3 })],
      }),
      ['scheme', 'components', 0, 'weight'],
      '11',
    )
    for (const more of [[], ['--json']]) {
      const run = await pingyi('score', await file('broken.json', broken), ...more)
      expect(run.code).toBe(2)
      expect(run.out).toBe('')
      expect(linesOf(run.err).map(line => line.split(': ')[0])).toEqual([
        'scheme.components',
        'ratings[0].score',
        'ratings[0].reason',
        'ratings[1].instructor',
      ])
    }
  })

  const cases: readonly (readonly [string, string | object | Uint8Array, RegExp])[] = [
    ['no JSON', 'year: 2026', /^no JSON: not valid JSON at line:column 1:1/],
    ['another file', { hello: 1 }, /^format: not a pingyi\/evaluation file/],
    ['a newer version', { ...buildEvaluation(), version: 2 }, /^version: made by a newer Pingyi/],
    ['GB 18030 bytes', Uint8Array.from([0x7b, 0xc4, 0xea, 0x7d]), /^GB 18030 bytes: not UTF-8 text/],
    ['a PNG', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), /^a PNG: not UTF-8 text/],
    ['an unknown key', { ...buildEvaluation(), notes: [] }, /^notes: unknown key/],
    [
      'a repeated key',
      JSON.stringify(buildEvaluation()).replace('"year"', '"year":2025,"year"'),
      /^year: key "year" is repeated/,
    ],
  ]

  test.each(cases)('%s: one line, exit 2, nothing on stdout', async (name, content, line) => {
    const run = await pingyi('score', await file(name, content), '--json')
    expect(run).toMatchObject({ code: 2, out: '' })
    expect(linesOf(run.err)).toHaveLength(1)
    expect(run.err).toMatch(line)
  })

  test('a file that is not there, or a folder', async () => {
    for (const name of ['nowhere.json', '.']) {
      const run = await pingyi('score', name, '--json')
      expect(run).toMatchObject({ code: 2, out: '' })
      expect(linesOf(run.err)).toHaveLength(1)
      expect(run.err).toContain(name)
    }
  })
})

describe('wrong usage', () => {
  test.each([
    [[]],
    [['count']],
    [['constructor']],
    [['score']],
    [['score', 'a.json', 'b.json']],
    [['score', 'a.json', '--xml']],
  ])('%j: exit 2, usage on stderr, nothing on stdout', async args => {
    const run = await pingyi(...args)
    expect(run).toMatchObject({ code: 2, out: '' })
    expect(run.err).toContain('用法')
  })

  // Catches: Node's own English beside our words.
  test.each([
    [['score', 'a.json', '--xml'], '没有这个选项：--xml'],
    [['demo', '--help'], '没有这个选项：--help'],
    [['score', 'a.json', '--json=1'], '选项 --json 后面不跟内容'],
    [['demo', '--out'], '选项 --out 后面缺内容'],
    [['demo', '--out', '--hub'], '选项 --out 后面缺内容'],
  ])('%j: what is wrong is said in Chinese', async (args, fault) => {
    const [said, usage] = (await pingyi(...args)).err.split('\n')
    expect(said).toBe(fault)
    expect(usage).toContain('用法：pingyi')
  })
})
