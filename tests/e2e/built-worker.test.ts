import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { printSheets } from '#electron/host/sheets/print-sheets.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'

const root = join(import.meta.dirname, '..', '..')

// Catches: a bundle for Electron whose worker cannot find its modules or fonts, which no test of the sources would see.
test('the sheet worker prints as it is bundled for Electron', async () => {
  const chunks = join(root, 'out', 'main', 'chunks')
  const workers = (await readdir(chunks)).filter(file => file.startsWith('sheet-worker-'))
  expect(workers).toHaveLength(1)
  const evaluation = readEvaluation(await readFile(join(root, 'resources', 'sample', '2026.pingyi.json'), 'utf8'))
  if (!evaluation.ok) throw new Error(JSON.stringify(evaluation.error))
  const folder = await mkdtemp(join(tmpdir(), 'pingyi-built-'))
  try {
    const job = { evaluation: evaluation.value, forms: ['evaluation-record'], instructors: ['i01'] }
    const printed = await printSheets({ ...job, folder, worker: join(chunks, workers[0] ?? '') })
    if (!printed.ok) throw new Error(JSON.stringify(printed.error))
    const [sheet] = printed.value
    expect((await readFile(join(folder, sheet?.file ?? ''))).subarray(0, 5).toString()).toBe('%PDF-')
  } finally {
    await rm(folder, { recursive: true })
  }
})
