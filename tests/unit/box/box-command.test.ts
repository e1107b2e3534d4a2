import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { TELLERS } from './build-box.ts'
import { buildSetUp, buildSetUpFile } from './build-set-up.ts'
import { startBox } from './build-station.ts'
import { runBox } from './run-box.ts'

// DESIGN.md "The command line": exit codes, standard output, nothing half-written.

let folder: string
const input = (value: unknown) => JSON.stringify(value)
const tellers = input({ tellers: TELLERS, need: 2 })
const pingyi = (args: readonly string[], stdin = '') => runBox(args, stdin, folder)
const write = (name: string, value: unknown) => writeFile(join(folder, name), input(value))

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pingyi-box-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

describe('wrong usage and wrong input end with 2, one line per fault, and leave nothing', () => {
  test.each<[string, string[], string]>([
    ['no command', [], ''],
    ['an unknown command', ['shake'], ''],
    ['create without a file', ['create', '--out', 'x.urn', '--slips', 'x.slips'], ''],
    [
      'create with a file that is not there',
      ['create', '--meeting', 'none', '--out', 'x.urn', '--slips', 'x.slips'],
      '',
    ],
    ['create with a bad meeting', ['create', '--meeting', 'bad.json', '--out', 'x.urn', '--slips', 'x.slips'], ''],
    ['seal with a passphrase as argument', ['seal', 'x.urn', '--tellers', '甲:口令'], ''],
    ['seal with the tellers in a file', ['seal', 'x.urn', '--tellers', 'tellers.json'], ''],
    ['seal of nothing', ['seal', 'x.urn', '--tellers', '-'], tellers],
    ['seal without tellers', ['seal', 'x.urn', '--tellers', '-'], ''],
    [
      'seal with an empty passphrase',
      ['seal', 'x.urn', '--tellers', '-'],
      input({ tellers: [{ name: '甲', passphrase: ' ' }] }),
    ],
    ['serve of nothing', ['serve', 'x.urn'], ''],
    ['serve of another file', ['serve', 'bad.json'], ''],
    ['serve on no port', ['serve', 'bad.json', '--port', '99999'], ''],
    ['serve on an empty address', ['serve', 'bad.json', '--host', ''], ''],
    ['cast without a station', ['cast', '--url', 'http://127.0.0.1:9/', '--slip', '-', '--ballot', 'ballot.json'], '1'],
    [
      'cast with the code as argument',
      ['cast', '--url', 'http://127.0.0.1:9/', '--slip', '1234', '--ballot', 'ballot.json'],
      '',
    ],
    ['cast without a ballot', ['cast', '--url', 'http://127.0.0.1:9/', '--slip', '-', '--ballot', 'none'], '1'],
    ['open of another file', ['open', 'bad.json', '--tellers', '-', '--json'], tellers],
    ['open with an unknown option', ['open', 'bad.json', '--tellers', '-', '--all'], tellers],
  ])('%s', async (_, args, stdin) => {
    await write('bad.json', { ...buildSetUpFile(), voidRules: ['none'] })
    await write('ballot.json', { marks: {} })
    const ended = await pingyi(args, stdin)
    expect(ended).toMatchObject({ code: 2, stdout: '' })
    expect(ended.stderr).toMatch(/[\u4e00-\u9fff]/)
    expect(ended.stderr).not.toMatch(/^ {4}at /m)
    await expect(stat(join(folder, 'x.urn'))).rejects.toThrow('ENOENT')
    await expect(stat(join(folder, 'x.slips'))).rejects.toThrow('ENOENT')
  })
})

// Catches: `--ballot` mistaken for a blank ballot because of a misspelt key: a vote thrown away.
test('a ballot file of another shape is told before anything is sent', async () => {
  const args = ['cast', '--url', 'http://127.0.0.1:9/', '--slip', '-', '--ballot', 'odd.json']
  for (const odd of [{}, { mark: {} }, { marks: { i01: 'basic' } }, { marks: {}, self: 3 }, [], null, 'marks']) {
    await write('odd.json', odd)
    const ended = await pingyi(args, '1234')
    expect(ended.code).toBe(2)
    expect(ended.stderr).not.toContain('没有投票站')
  }
})

test('create says what it made and writes nothing else', async () => {
  await write('m.json', buildSetUpFile())
  const made = await pingyi(['create', '--meeting', 'm.json', '--out', 'm.urn', '--slips', 'm.slips'])
  expect(made).toMatchObject({ code: 0, stdout: '' })
  const { slips }: { slips: object[] } = JSON.parse(await readFile(join(folder, 'm.slips'), 'utf8'))
  expect(slips).toHaveLength(25)
  for (const slip of slips) expect(Object.keys(slip)).toEqual(['group', 'code'])
  const again = await pingyi(['create', '--meeting', 'm.json', '--out', 'm.urn', '--slips', 'other.slips'])
  expect(again.code).toBe(2)
  expect(again.stderr).toContain('已有同名文件')
})

// Catches: a table that Excel and WPS read as GBK, or that holds more than group and code, or in the order of the groups.
test('create writes the codes as a table or as plain lines, by the file’s name', async () => {
  await write('m.json', buildSetUpFile())
  for (const [kind, line] of [
    ['csv', /^[A-D],\d{4}-\d{4}-\d{4}-\d{4}$/],
    ['txt', /^[A-D]\t\d{4}-\d{4}-\d{4}-\d{4}$/],
  ] as const) {
    const args = ['create', '--meeting', 'm.json', '--out', `${kind}.urn`, '--slips', `codes.${kind}`]
    expect(await pingyi(args)).toMatchObject({ code: 0 })
    const text = await readFile(join(folder, `codes.${kind}`), 'utf8')
    const lines = text.split(/\r?\n/).filter(each => each !== '')
    if (kind === 'csv') expect(lines.shift()).toBe('\uFEFF票种,测评码')
    expect(new Set(lines).size).toBe(25)
    expect(lines.filter(each => !line.test(each))).toEqual([])
    const groups = lines.map(([group]) => group).join('')
    expect(groups).not.toMatch(/^A+B+C+D+$/)
  }
})

// Catches: a damaged urn that is "wrong usage" to a script, or that is opened all the same.
test('a damaged urn fails the check and is left as it is', async () => {
  await write('m.json', buildSetUpFile())
  await pingyi(['create', '--meeting', 'm.json', '--out', 'm.urn', '--slips', 'm.slips'])
  const bytes = await readFile(join(folder, 'm.urn'))
  const broken = bytes.subarray(0, bytes.length - 1)
  await writeFile(join(folder, 'm.urn'), broken)
  for (const args of [
    ['serve', 'm.urn'],
    ['seal', 'm.urn', '--tellers', '-'],
    ['open', 'm.urn', '--tellers', '-'],
  ])
    expect(await pingyi(args, tellers)).toMatchObject({ code: 1, stdout: '' })
  expect((await readFile(join(folder, 'm.urn'))).equals(broken)).toBe(true)
})

test('a code that cannot be one is refused before it is sent', async () => {
  const box = await startBox(buildSetUp())
  await write('ballot.json', { marks: {} })
  const args = ['cast', '--url', box.station.url, '--slip', '-', '--ballot', 'ballot.json']
  expect(await pingyi(args, '1234 5678 9012 3456')).toMatchObject({
    code: 1,
    stdout: '{"status":"refused","reason":"bad-code"}\n',
    stderr: '测评码有误，请对照码条重新输入\n',
  })
  await box.station.stop()
})
