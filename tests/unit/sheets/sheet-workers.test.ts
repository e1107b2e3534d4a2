import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { createPreviews } from '#electron/host/sheets/previews.ts'
import { printSheets } from '#electron/host/sheets/print-sheets.ts'
import { createSheetWorkers } from '#electron/host/sheets/sheet-workers.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'
import { buildYear } from './build-year.ts'
import { filesUnder, temporaryFolder } from './temporary-folder.ts'

function workersOf(file?: string) {
  const workers = createSheetWorkers(file)
  onTestFinished(workers.stop)
  return workers
}

/** Answers each sheet with the jobs that it knows, and dies of one that is called so. */
const MORTAL = `
import { parentPort } from 'node:worker_threads'
const jobs = new Set()
parentPort.on('message', ({ id, kind, task }) => {
  if (kind === 'job') jobs.add(task.given.folder)
  if (kind === 'forget') jobs.clear()
  if (kind === 'sheet' && task.sheet.file === 'deadly') process.exit(9)
  parentPort.postMessage({ id, answer: kind === 'sheet' ? [...jobs].sort() : null })
})
`

async function mortalWorkers() {
  const file = join(await temporaryFolder(), 'mortal.mjs')
  await writeFile(file, MORTAL)
  return workersOf(file)
}

const evaluation = readBuilt(buildYear(1))
const jobIn = (folder: string) => ({ evaluation, folder, sample: false })
const sheet = (file: string) => ({ sheet: { form: 'result-list', instructor: null, file } })

// Catches: after one sheet that was too much for a worker no other is printed, or by a worker that knows no job.
test('a worker that died is started anew and told of the job again', async () => {
  const job = (await mortalWorkers()).open(jobIn('one'), 1)
  expect(await job.ask('sheet', sheet('a'))).toEqual(['one'])
  await expect(job.ask('sheet', sheet('deadly'))).rejects.toThrow('(9)')
  expect(await job.ask('sheet', sheet('b'))).toEqual(['one'])
})

// Catches: a year's data that stays in a worker for as long as the worker is kept.
test('a job that is closed is forgotten, and one beside it is not taken for it', async () => {
  const workers = await mortalWorkers()
  const [one, other] = [workers.open(jobIn('one'), 1), workers.open(jobIn('other'), 1)]
  await one.ask('sheet', sheet('a'))
  expect(await other.ask('sheet', sheet('b'))).toEqual(['one', 'other'])
  one.close()
  other.close()
  expect(await workers.open(jobIn('third'), 1).ask('sheet', sheet('c'))).toEqual(['third'])
})

// Catches: a warm-up that is waited for, that leaves its own year's words on somebody's sheet, or a preview that gets a page
// of what is being printed in the same worker.
test('what is printed and previewed by workers that warm up is what is printed by others', async () => {
  const [cold, warm] = [await temporaryFolder(), await temporaryFolder()]
  const print = { evaluation: readBuilt(buildYear(4)), forms: ['evaluation-record'], instructors: null, workers: 2 }
  await printSheets({ ...print, folder: cold })
  const workers = workersOf()
  void workers.prepare()
  const previews = createPreviews(workers)
  const asked = { evaluation: JSON.stringify(buildYear(2)), forms: ['result-list'], instructors: null }
  const preview = await previews['sheets.preview'](asked)
  if (!preview.ok) throw new Error(preview.error.code)
  const page = () => previews['sheets.previewed']({ preview: preview.data.preview, index: 0 })
  const before = await page()
  const [printed, during] = await Promise.all([printSheets({ ...print, folder: warm, lent: workers }), page()])
  expect(printed.ok).toBe(true)
  expect(before.ok).toBe(true)
  expect(during).toEqual(before)
  const files = await filesUnder(cold)
  expect(await filesUnder(warm)).toEqual(files)
  for (const file of files) expect(await readFile(join(warm, file))).toEqual(await readFile(join(cold, file)))
})

// Catches: an answer that comes while the workers are being ended lets the process end in the middle of it: `pingyi sheets`
// ended with 13 and had printed nothing of what it did (three times in four).
test('a process that ends its workers ends after them, whatever they still answer', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'mortal.mjs'), MORTAL)
  const module = new URL('../../../electron/host/sheets/sheet-thread.ts', import.meta.url).href
  const script = `
    import { startThread } from ${JSON.stringify(module)}
    const thread = startThread(${JSON.stringify(join(folder, 'mortal.mjs'))})
    await thread.ask('forget', { job: 'one' })
    void thread.ask('forget', { job: 'one' })
    // The answer lies ready, and is only looked at once the end was asked for.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)
    await thread.end()
    console.log('ended')`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script])
  expect(stdout).toBe('ended\n')
})
