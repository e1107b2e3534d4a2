import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readWorkbook } from '#electron/host/workbook/read-workbook.ts'

const root = join(import.meta.dirname, '..', '..')

// Catches: a bundle for Electron whose worker cannot find the parser, which no test of the sources would see.
test('the workbook worker reads as it is bundled for Electron', async () => {
  const chunks = join(root, 'out', 'main', 'chunks')
  const workers = (await readdir(chunks)).filter(file => file.startsWith('workbook-worker-'))
  expect(workers).toHaveLength(1)
  const name = '登记表（示例）.xlsx'
  const bytes = await readFile(join(root, 'resources', 'templates', name))
  const read = await readWorkbook(bytes, name, { worker: join(chunks, workers[0] ?? '') })
  if (!read.ok) throw new Error(read.error.code)
  expect(read.value[0]?.rows.map(row => row.number)).toEqual([1, 2, 3, 4, 5, 6, 7])
})
