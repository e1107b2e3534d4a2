import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Handlers } from '#shared/contract/contract.ts'
import type { FinishedFile } from '#shared/contract/sheets.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { type Result, success } from '#shared/lib/result.ts'
import { forms } from '#shared/sheets/forms.ts'
import { refuse } from './answer-call.ts'
import type { HostServices } from './create-handlers.ts'
import type { AskedSheets } from './sheets/asked-sheets.ts'
import { planSheets } from './sheets/plan-sheets.ts'
import type { WordFailure } from './word/write-word.ts'

type SheetHandlers = Pick<Handlers, 'sheets.start' | 'sheets.cancel' | 'sheets.read' | 'sheets.open' | 'sheets.reveal'>

export type PrintJobs = {
  readonly handlers: SheetHandlers
  readonly running: () => boolean
  readonly stop: () => Promise<void>
}

type Job = {
  readonly id: string
  readonly folder: string
  readonly cancel: AbortController
  ended: Promise<void>
  files: readonly FinishedFile[]
}

/** The host's printing: one job at a time; the last one's files stay readable until the next starts. */
export function createPrintJobs(services: HostServices): PrintJobs {
  let current: Job | null = null
  let running = false
  const jobOf = (id: string) => (current?.id === id ? current : null)

  const run = async (job: Job, evaluation: Evaluation, chosen: Chosen, sample: boolean): Promise<void> => {
    const { printSheets } = await import('./sheets/print-sheets.ts')
    const printed = await printSheets({
      evaluation,
      forms: chosen.forms,
      instructors: chosen.instructors,
      folder: job.folder,
      sample,
      worker: services.sheetWorker,
      signal: job.cancel.signal,
      onProgress: ({ done, file }) =>
        services.emit('sheets.progress', { job: job.id, done, total: chosen.total, file }),
    })
    const written = printed.ok ? await writeNotices(job, evaluation, chosen, sample, printed.value.length) : printed
    running = false
    if (printed.ok && written.ok) {
      job.files = [...printed.value, ...written.value]
      services.emit('sheets.finished', { job: job.id, folder: job.folder, files: [...job.files] })
    } else if (!written.ok) {
      services.emit('sheets.failed', { job: job.id, code: written.error.code, details: [...written.error.details] })
    }
  }

  /** The notices among the forms as Word, where they are asked for; `before` files are finished already. */
  const writeNotices = async (
    job: Job,
    evaluation: Evaluation,
    chosen: Chosen,
    sample: boolean,
    before: number,
  ): Promise<Result<readonly FinishedFile[], Pick<WordFailure, 'code' | 'details'>>> => {
    if (chosen.words.length === 0) return success([])
    const { writeWord } = await import('./word/write-word.ts')
    const written = await writeWord({
      evaluation,
      forms: chosen.words,
      instructors: chosen.instructors,
      folder: job.folder,
      sample,
      signal: job.cancel.signal,
      onProgress: ({ done, file }) =>
        services.emit('sheets.progress', { job: job.id, done: before + done, total: chosen.total, file }),
    })
    if (!written.ok) return written
    const plan = planSheets(evaluation, chosen.words, chosen.instructors)
    return success(
      plan.flatMap(({ form, instructor }, index) => {
        const file = written.value[index]
        return file === undefined ? [] : [{ form, instructor, file, pages: null }]
      }),
    )
  }

  const handlers: SheetHandlers = {
    'sheets.start': async input => {
      if (running) return refuse('busy')
      const { askedSheets } = await import('./sheets/asked-sheets.ts')
      const asked = await askedSheets(input)
      if (!asked.ok) return asked
      const { evaluation } = asked.data
      const chosen = choose(asked.data, input.instructors, input.word ?? false)
      if (running) return refuse('busy')
      running = true
      const job: Job = {
        id: randomUUID(),
        folder: services.printFolder(evaluation.year),
        cancel: new AbortController(),
        ended: Promise.resolve(),
        files: [],
      }
      current = job
      job.ended = run(job, evaluation, chosen, input.sample ?? false).catch(() => {
        running = false
        services.emit('sheets.failed', { job: job.id, code: 'internal', details: [] })
      })
      return { ok: true, data: { job: job.id, total: chosen.total } }
    },
    'sheets.cancel': ({ job }) => {
      jobOf(job)?.cancel.abort()
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
  return {
    handlers,
    running: () => running,
    stop: async () => {
      current?.cancel.abort()
      await current?.ended
    },
  }
}

type Chosen = {
  readonly forms: readonly string[]
  /** Those of the forms that are also written as Word. */
  readonly words: readonly string[]
  readonly instructors: readonly string[] | null
  /** Files, PDF and Word. */
  readonly total: number
}

/** What a request makes, with the number of its files. */
function choose(
  { evaluation, forms: ids, plan }: AskedSheets,
  people: readonly string[] | null,
  word: boolean,
): Chosen {
  const words = word
    ? forms.filter(form => form.notice !== undefined && ids.includes(form.id)).map(form => form.id)
    : []
  return {
    forms: ids,
    words,
    instructors: people,
    total: plan.length + planSheets(evaluation, words, people).length,
  }
}
