import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readWorkbook } from '#electron/host/workbook/read-workbook.ts'
import { createYearChecker } from '#electron/host/years/year-checker.ts'

const root = join(import.meta.dirname, '..', '..')

async function built(name: string): Promise<string> {
  const chunks = join(root, 'out', 'main', 'chunks')
  const [worker, ...others] = (await readdir(chunks)).filter(
    file => file.startsWith(`${name}-`) && file.endsWith('.js'),
  )
  if (worker === undefined || others.length > 0) throw new Error(`one ${name} was to be built`)
  return join(chunks, worker)
}

// Catches: a bundle for Electron whose worker cannot find the parser, which no test of the sources would see.
test('the workbook worker reads as it is bundled for Electron', async () => {
  const name = '登记表（示例）.xlsx'
  const bytes = await readFile(join(root, 'resources', 'templates', name))
  const read = await readWorkbook(bytes, name, { worker: await built('workbook-worker') })
  if (!read.ok) throw new Error(read.error.code)
  expect(read.value[0]?.rows.map(row => row.number)).toEqual([1, 2, 3, 4, 5, 6, 7])
})

// Catches: a bundle in which the checking of a year lost its name or its words, so that no big year is mirrored any more.
test('a big year is checked by the thread as it is bundled for Electron', async () => {
  const checker = createYearChecker(await built('checked-year'))
  onTestFinished(() => checker.stop())
  const text = await readFile(join(root, 'resources', 'sample', '2026.pingyi.json'), 'utf8')
  const big = text.padEnd(300_000)
  expect(await checker.check(big)).toEqual({ ok: true, value: 2026 })
  expect(await checker.check(`${big}x`)).toEqual({ ok: false, error: [expect.stringContaining('文件已损坏')] })
})
