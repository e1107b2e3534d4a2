import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Handlers } from '#shared/contract/contract.ts'
import type { FinishedFile, UnfinishedJob } from '#shared/contract/sheets.ts'
import { refuse } from './answer-call.ts'
import type { HostServices } from './create-handlers.ts'
import { createJobRunner } from './jobs/job-runner.ts'
import type { AskedSheets } from './sheets/asked-sheets.ts'
import { printJob, wordPlan } from './sheets/print-job.ts'
import { createPrintJournal, type FinishedSheet, type JobRecord } from './sheets/print-journal.ts'
import type { SheetWorkers } from './sheets/sheet-workers.ts'

type SheetHandlers = Pick<
  Handlers,
  | 'sheets.start'
  | 'sheets.pause'
  | 'sheets.resume'
  | 'sheets.unfinished'
  | 'sheets.discard'
  | 'sheets.cancel'
  | 'sheets.read'
  | 'sheets.open'
  | 'sheets.reveal'
>

export type PrintJobs = {
  readonly handlers: SheetHandlers
  readonly running: () => boolean
  readonly stop: () => Promise<void>
}

type Printed = { readonly id: string; readonly folder: string; files: readonly FinishedFile[] }

/** The host's printing: one job at a time; the last one's files stay readable until the next starts. */
export function createPrintJobs(services: HostServices, workers: SheetWorkers): PrintJobs {
  const jobs = createJobRunner()
  let current: Printed | null = null
  const journal = createPrintJournal(services.dataFolder)
  const jobOf = (id: string) => (current?.id === id ? current : null)
  const unfinished = async (): Promise<UnfinishedJob | null> => {
    const left = await journal.read()
    if (!left) return null
    const { job, year, total, folder } = left.record
    return { job, year, total, folder, done: left.finished.reduce((sum, { sheets = 1 }) => sum + sheets, 0) }
  }

  const begin = (record: JobRecord, asked: AskedSheets, finished: readonly FinishedSheet[]) => {
    const { job: id, folder, total } = record
    const printed: Printed = { id, folder, files: [] }
    current = printed
    jobs.start({
      id,
      run: ({ signal }) => printJob({ services, workers, journal, record, asked, finished, signal }),
      settle: async (end, ending) => {
        const resumable = !end.ok && !(end.error.code === 'cancelled' && ending === 'cancel')
        if (!resumable) await journal.clear()
        const left = resumable ? await unfinished() : null
        if (end.ok) printed.files = end.value
        return () => {
          if (end.ok) services.emit('sheets.finished', { job: id, folder, files: [...end.value] })
          else if (left && end.error.code === 'cancelled') services.emit('sheets.paused', left)
          else {
            const { code, details } = end.error
            services.emit('sheets.failed', { job: id, code, details: [...details], resumable: left !== null })
          }
        }
      },
    })
    return { job: id, total }
  }

  const handlers: SheetHandlers = {
    'sheets.start': async input => {
      if (jobs.running()) return refuse('busy')
      const { askedSheets } = await import('./sheets/asked-sheets.ts')
      const asked = await askedSheets(input)
      if (!asked.ok) return asked
      if (jobs.running()) return refuse('busy')
      const { evaluation, plan } = asked.data
      const word = input.word ?? false
      const record: JobRecord = {
        job: randomUUID(),
        version: services.version,
        evaluation: input.evaluation,
        forms: input.forms,
        instructors: input.instructors,
        sample: input.sample ?? false,
        word,
        bound: input.bound ?? false,
        folder: services.printFolder(evaluation.year),
        year: evaluation.year,
        total: plan.length + (word ? wordPlan(asked.data, input.instructors).length : 0),
      }
      // A full disk at the very beginning is told like one in the middle; the job runs without a journal then.
      await journal.begin(record).catch(() => undefined)
      return { ok: true, data: begin(record, asked.data, []) }
    },
    'sheets.pause': ({ job }) => {
      jobs.end(job, 'pause')
      return { ok: true, data: {} }
    },
    'sheets.resume': async () => {
      if (jobs.running()) return refuse('busy')
      const left = await journal.read()
      if (!left) return refuse('not-found')
      const { askedSheets } = await import('./sheets/asked-sheets.ts')
      const asked = await askedSheets(left.record)
      if (!asked.ok) return asked
      if (jobs.running()) return refuse('busy')
      const { record, finished } = left
      return { ok: true, data: begin(record, asked.data, record.version === services.version ? finished : []) }
    },
    'sheets.unfinished': async () => ({ ok: true, data: { job: jobs.running() ? null : await unfinished() } }),
    'sheets.discard': async () => {
      if (jobs.running()) return refuse('busy')
      await journal.clear()
      return { ok: true, data: {} }
    },
    'sheets.cancel': ({ job }) => {
      jobs.end(job, 'cancel')
      return { ok: true, data: {} }
    },
    'sheets.read': async ({ job, index }) => {
      const own = jobOf(job)
      const file = own?.files[index]
      if (!own || !file) return refuse('not-found')
      const bytes = await readFile(join(own.folder, file.file)).catch(() => null)
      return bytes ? { ok: true, data: new Uint8Array(bytes) } : refuse('not-found', [file.file])
    },
    'sheets.open': async ({ job, index }) => {
      const own = jobOf(job)
      const file = own?.files[index]
      if (!own || !file || !services.openFile) return refuse('not-found')
      return (await services.openFile(join(own.folder, file.file)))
        ? { ok: true, data: {} }
        : refuse('not-found', [file.file])
    },
    'sheets.reveal': async ({ job }) => {
      const own = jobOf(job)
      if (!own || !services.reveal) return refuse('not-found')
      return (await services.reveal(own.folder)) ? { ok: true, data: {} } : refuse('not-found', [own.folder])
    },
  }
  return { handlers, running: jobs.running, stop: jobs.stop }
}
