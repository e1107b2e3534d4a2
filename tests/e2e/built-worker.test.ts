import { mkdtemp, open, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { printSheets } from '#electron/host/sheets/print-sheets.ts'
import { startDiskThread } from '#electron/host/urn/disk-thread.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'

const root = join(import.meta.dirname, '..', '..')

// Catches: a bundle for Electron whose worker cannot find its modules or fonts, which no test of the sources would see.
test('the sheet worker prints as it is bundled for Electron', async () => {
  const worker = await builtWorker('sheet-worker-')
  const evaluation = readEvaluation(await readFile(join(root, 'resources', 'sample', '2026.pingyi.json'), 'utf8'))
  if (!evaluation.ok) throw new Error(JSON.stringify(evaluation.error))
  const folder = await mkdtemp(join(tmpdir(), 'pingyi-built-'))
  try {
    const job = { evaluation: evaluation.value, forms: ['evaluation-record'], instructors: ['i01'] }
    const printed = await printSheets({ ...job, folder, worker })
    if (!printed.ok) throw new Error(JSON.stringify(printed.error))
    const [sheet] = printed.value
    expect((await readFile(join(folder, sheet?.file ?? ''))).subarray(0, 5).toString()).toBe('%PDF-')
  } finally {
    await rm(folder, { recursive: true })
  }
})

// Catches: a thread of the urn that cannot start as it is bundled. The meeting would go on without it, and nobody would know.
test('the thread of the urn’s file writes as it is bundled for Electron', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pingyi-built-'))
  const file = await open(join(folder, 'file'), 'wx+')
  try {
    const thread = await startDiskThread(file.fd, await builtWorker('disk-worker-'))
    expect(await thread?.run([{ position: 0, bytes: Buffer.from('abc') }, 'flush'])).toEqual({ done: 2, error: null })
    await thread?.end()
    expect(await readFile(join(folder, 'file'), 'utf8')).toBe('abc')
  } finally {
    await file.close()
    await rm(folder, { recursive: true })
  }
})

async function builtWorker(name: string): Promise<string> {
  const chunks = join(root, 'out', 'main', 'chunks')
  const files = (await readdir(chunks)).filter(file => file.startsWith(name))
  expect(files).toHaveLength(1)
  return join(chunks, files[0] ?? '')
}
