import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { TELLERS } from './build-box.ts'
import { buildSetUpFile } from './build-set-up.ts'
import { runBox } from './run-box.ts'
import { servePingyi } from './run-pingyi.ts'

let folder: string
const input = (value: unknown) => JSON.stringify(value)
const tellers = input({ tellers: TELLERS.slice(0, 2), need: 2 })
const absent = input({ tellers: TELLERS.slice(2) })
const box = (args: readonly string[], stdin = '') => runBox(args, stdin, folder)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pingyi-words-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

// Catches: words printed that nobody released, by somebody who did not open the box, or lost between two calls of the command.
test('box cast takes words, box open prints them only when a teller releases them', async () => {
  await writeFile(join(folder, 'm.json'), input(buildSetUpFile({ suggestions: true })))
  await box(['create', '--meeting', 'm.json', '--out', 'm.urn', '--slips', 'm.slips'])
  await box(['seal', 'm.urn', '--tellers', '-'], tellers)
  const { slips } = JSON.parse(await readFile(join(folder, 'm.slips'), 'utf8'))
  const codes: string[] = slips
    .filter((slip: { group: string }) => slip.group === 'A')
    .map((slip: { code: string }) => slip.code)
  const station = await servePingyi('m.urn', folder)
  const cast = async (code: string, suggestion: string | undefined) => {
    await writeFile(join(folder, 'b.json'), input({ marks: {}, ...(suggestion === undefined ? {} : { suggestion }) }))
    return box(['cast', '--url', station.url, '--slip', '-', '--ballot', 'b.json'], code)
  }
  expect(await cast(codes[0] ?? '', '字'.repeat(501))).toMatchObject({
    code: 1,
    stdout: '{"status":"refused","reason":"suggestion-too-long"}\n',
  })
  for (const [index, words] of ['多到\u202e一线\u200b\r\n', undefined, '周末培训', ' \n '].entries())
    expect((await cast(codes[index] ?? '', words)).stdout).toBe('{"status":"recorded"}\n')
  await station.end('SIGTERM')

  const open = (...more: string[]) => box(['open', 'm.urn', '--tellers', '-', '--json', ...more], tellers)
  expect((await open('--suggestions', 'some')).code).toBe(2)
  const counted = await open()
  expect(counted.code).toBe(0)
  expect(counted.stdout).not.toContain('suggestions')
  expect(await box(['open', 'm.urn', '--tellers', '-', '--json', '--suggestions', 'release'], absent)).toMatchObject({
    code: 2,
    stdout: '',
  })
  const released = await open('--suggestions', 'release')
  const { suggestions, ...counts } = JSON.parse(released.stdout)
  expect([...suggestions].sort()).toEqual(['周末培训', '多到一线'])
  expect(`${input(counts)}\n`).toBe(counted.stdout)
  expect(await open('--suggestions', 'release')).toMatchObject({ stdout: released.stdout })
  expect(await open()).toMatchObject({ stdout: counted.stdout })
})
