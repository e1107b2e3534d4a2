import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { HostServices } from '#electron/host/create-handlers.ts'
import { createPrintJobs } from '#electron/host/print-jobs.ts'
import { createSheetWorkers } from '#electron/host/sheets/sheet-workers.ts'
import { type EventName, events } from '#shared/contract/contract.ts'
import { buildYear } from './build-year.ts'
import { filesUnder, temporaryFolder } from './temporary-folder.ts'

type Payload = Record<string, unknown>

/** A host's printing over a data and an output folder; another one over the same is the app started again. */
function startHost(data: string, out: string, version = '1') {
  const waiting: { readonly name: EventName; readonly heard: (payload: Payload) => void }[] = []
  const workers = createSheetWorkers(undefined)
  onTestFinished(workers.stop)
  const services: HostServices = {
    version,
    dataFolder: data,
    printFolder: () => out,
    archiveFolder: () => out,
    reveal: null,
    openFile: null,
    emit: (name, payload) => {
      const told = events[name].parse(payload) as Payload
      const index = waiting.findIndex(each => each.name === name)
      if (index >= 0) waiting.splice(index, 1)[0]?.heard(told)
    },
  }
  const { handlers, stop } = createPrintJobs(services, workers)
  const next = (name: EventName) => new Promise<Payload>(heard => waiting.push({ name, heard }))
  return { handlers, stop, next }
}

const FORMS = ['self-form', 'evaluation-record', 'public-notice']
const asked = { evaluation: JSON.stringify(buildYear(8)), forms: FORMS, instructors: null, word: true }
const TOTAL = 8 * 2 + 2

async function everything(folder: string): Promise<Map<string, string>> {
  const files = await filesUnder(folder)
  return new Map(
    await Promise.all(files.map(async file => [file, await readFile(join(folder, file), 'base64')] as const)),
  )
}

/** What an undisturbed job makes. */
async function wholeJob(): Promise<Map<string, string>> {
  const [data, out] = [await temporaryFolder(), await temporaryFolder()]
  const host = startHost(data, out)
  const finished = host.next('sheets.finished')
  await host.handlers['sheets.start'](asked)
  expect((await finished)['files']).toHaveLength(TOTAL)
  expect(await host.handlers['sheets.unfinished']({})).toEqual({ ok: true, data: { job: null } })
  return everything(out)
}

// Catches: a job that cannot go on in a new window, that prints what is whole once more, trusts a file that was damaged
// meanwhile, or makes other bytes than an undisturbed one.
test('a job that was closed in the middle goes on after the next start, to the same bytes', async () => {
  const whole = await wholeJob()
  const [data, out] = [await temporaryFolder(), await temporaryFolder()]
  const first = startHost(data, out)
  const progress = first.next('sheets.progress')
  await first.handlers['sheets.start'](asked)
  await progress
  await first.stop()

  const second = startHost(data, out)
  const left = await second.handlers['sheets.unfinished']({})
  if (!left.ok || !left.data.job) throw new Error('nothing is left to resume')
  expect(left.data.job).toMatchObject({ year: 2026, total: TOTAL, folder: out })
  expect(left.data.job.done).toBeGreaterThan(0)
  expect(left.data.job.done).toBeLessThan(TOTAL)
  const lying = (await filesUnder(out)).filter(file => file.endsWith('.pdf'))
  const [damaged = '', kept = ''] = lying
  await writeFile(join(out, damaged), 'not what was printed')
  const before = kept === '' ? null : (await stat(join(out, kept))).ino
  const finished = second.next('sheets.finished')
  expect(await second.handlers['sheets.resume']({})).toMatchObject({ ok: true, data: { total: TOTAL } })
  expect((await finished)['files']).toHaveLength(TOTAL)
  expect(await everything(out)).toEqual(whole)
  if (before !== null) expect((await stat(join(out, kept))).ino).toBe(before)
  expect(await second.handlers['sheets.resume']({})).toMatchObject({ ok: false, error: { code: 'not-found' } })
})

// Catches: a pause that is told as a failure or forgets the job; a cancel that offers to go on.
test('a pause can be resumed and a cancel cannot', async () => {
  const [data, out] = [await temporaryFolder(), await temporaryFolder()]
  const host = startHost(data, out)
  const started = await host.handlers['sheets.start'](asked)
  if (!started.ok) throw new Error(started.error.code)
  const paused = host.next('sheets.paused')
  await host.handlers['sheets.pause']({ job: started.data.job })
  expect(await paused).toMatchObject({ job: started.data.job, total: TOTAL })
  const failed = host.next('sheets.failed')
  await host.handlers['sheets.resume']({})
  await host.handlers['sheets.cancel']({ job: started.data.job })
  expect(await failed).toMatchObject({ code: 'cancelled', resumable: false })
  expect(await host.handlers['sheets.unfinished']({})).toEqual({ ok: true, data: { job: null } })
})

// Catches: a disk that was full, or a folder that went, after which only a new beginning helps.
test('what the disk refused is told plainly and goes on when the disk is mended', async () => {
  const [data, out] = [await temporaryFolder(), join(await temporaryFolder(), 'sheets')]
  await writeFile(out, 'a file stands where the folder should')
  const host = startHost(data, out)
  const failed = host.next('sheets.failed')
  await host.handlers['sheets.start'](asked)
  expect(await failed).toMatchObject({ code: 'no-folder', resumable: true })
  await rm(out)
  const finished = host.next('sheets.finished')
  await host.handlers['sheets.resume']({})
  expect((await finished)['files']).toHaveLength(TOTAL)
})

// Catches: half of a batch in an older version's layout.
test('another version prints everything anew', async () => {
  const [data, out] = [await temporaryFolder(), await temporaryFolder()]
  const first = startHost(data, out)
  const progress = first.next('sheets.progress')
  await first.handlers['sheets.start'](asked)
  await progress
  await first.stop()
  const [kept = ''] = (await filesUnder(out)).filter(file => file.endsWith('.pdf'))
  const before = (await stat(join(out, kept))).ino
  const second = startHost(data, out, '2')
  const finished = second.next('sheets.finished')
  await second.handlers['sheets.resume']({})
  await finished
  expect((await stat(join(out, kept))).ino).not.toBe(before)
})
