import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { HostServices } from '#electron/host/create-handlers.ts'
import { createPrintJobs } from '#electron/host/print-jobs.ts'
import { createSheetWorkers } from '#electron/host/sheets/sheet-workers.ts'
import { type EventName, events } from '#shared/contract/contract.ts'
import type { FinishedFile } from '#shared/contract/sheets.ts'
import { buildYear } from './build-year.ts'
import { filesUnder, temporaryFolder } from './temporary-folder.ts'

type Told = { readonly name: EventName; readonly payload: Record<string, unknown> }

/** A print job to its end: everything that it told, the last thing last. */
async function print(asked: { readonly forms: string[]; readonly word?: boolean; readonly bound?: boolean }) {
  const folder = await temporaryFolder()
  const told: Told[] = []
  const { promise: ended, resolve } = Promise.withResolvers<Told>()
  const workers = createSheetWorkers(undefined)
  onTestFinished(workers.stop)
  const services: HostServices = {
    version: '0',
    dataFolder: folder,
    printFolder: () => folder,
    archiveFolder: () => folder,
    reveal: null,
    openFile: null,
    emit: (name, payload) => {
      const event = { name, payload: events[name].parse(payload) as Record<string, unknown> }
      told.push(event)
      if (name !== 'sheets.progress') resolve(event)
    },
  }
  const { handlers } = createPrintJobs(services, workers)
  const evaluation = JSON.stringify(buildYear(2))
  const started = await handlers['sheets.start']({ evaluation, instructors: null, ...asked })
  if (!started.ok) throw new Error(JSON.stringify(started.error))
  const end = await ended
  expect(end.name).toBe('sheets.finished')
  return { folder, told, handlers, job: started.data, files: end.payload['files'] as FinishedFile[] }
}

const FORMS = ['public-notice', 'result-notice', 'result-list']

// Catches: Word files that are listed and not there, of forms that have none, or under other people's names.
test('the notices also come as Word where that is asked for, listed behind the PDFs', async () => {
  const { folder, files, job, handlers, told } = await print({ forms: FORMS, word: true })
  const words = files.filter(file => file.file.endsWith('.docx'))
  expect(words.map(file => [file.form, file.instructor, file.pages])).toEqual([
    ['public-notice', null, null],
    ['result-notice', 'i01', null],
    ['result-notice', 'i02', null],
  ])
  for (const word of words) {
    const pdf = files.find(file => file.file === word.file.replace('.docx', '.pdf'))
    expect([pdf?.form, pdf?.instructor]).toEqual([word.form, word.instructor])
    expect((await readFile(join(folder, word.file))).subarray(0, 2).toString()).toBe('PK')
  }
  expect(files.map(file => file.file).sort()).toEqual(await filesUnder(folder))
  const progress = told.filter(event => event.name === 'sheets.progress').map(({ payload }) => payload['done'])
  expect(progress).toEqual(Array.from({ length: job.total }, (_, index) => index + 1))
  const read = await handlers['sheets.read']({ job: job.job, index: files.length - 1 })
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  expect(Buffer.from(read.data)).toEqual(await readFile(join(folder, files.at(-1)?.file ?? '')))
})

test('no Word is written unasked', async () => {
  const { files, job } = await print({ forms: FORMS })
  expect(files.map(file => file.file).filter(file => !file.endsWith('.pdf'))).toEqual([])
  expect(files).toHaveLength(job.total)
})

// Progress that counts files where sheets were announced, or Word files that go lost beside the one PDF.
test('what is asked for in one file comes in one, its progress by sheets', async () => {
  const { folder, files, job, told, handlers } = await print({ forms: FORMS, word: true, bound: true })
  const [bound, ...words] = files
  expect(bound).toMatchObject({ form: null, instructor: null, file: '2026年度考评表格（合订）.pdf' })
  expect(words.map(file => file.form)).toEqual(['public-notice', 'result-notice', 'result-notice'])
  expect(files.map(file => file.file).sort()).toEqual(await filesUnder(folder))
  const progress = told.filter(event => event.name === 'sheets.progress').map(({ payload }) => payload['done'])
  expect(progress).toEqual(Array.from({ length: job.total }, (_, index) => index + 1))
  const read = await handlers['sheets.read']({ job: job.job, index: 0 })
  expect(read.ok && Buffer.from(read.data).subarray(0, 5).toString()).toBe('%PDF-')
})
