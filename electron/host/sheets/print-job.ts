import type { HostServices } from '#electron/host/create-handlers.ts'
import type { ContractError } from '#shared/contract/reply.ts'
import type { FinishedFile } from '#shared/contract/sheets.ts'
import { type Result, success } from '#shared/lib/result.ts'
import { forms } from '#shared/sheets/forms.ts'
import type { AskedSheets } from './asked-sheets.ts'
import { type PlannedSheet, planSheets } from './plan-sheets.ts'
import { type FinishedSheet, type JobRecord, type PrintJournal, wholeSheets } from './print-journal.ts'
import type { SheetWorkers } from './sheet-workers.ts'

export type PrintJobEnd = Result<readonly FinishedFile[], ContractError>

type PrintJobRequest = {
  readonly services: Pick<HostServices, 'emit'>
  readonly workers: SheetWorkers
  readonly journal: PrintJournal
  readonly record: JobRecord
  readonly asked: AskedSheets
  /** From an earlier run of the same job. */
  readonly finished: readonly FinishedSheet[]
  readonly signal: AbortSignal
}

/** Prints a job's sheets, then its notices as Word, telling of each file; what lies there whole from before is counted. */
export async function printJob(request: PrintJobRequest): Promise<PrintJobEnd> {
  const { services, journal, record, asked, signal } = request
  const print = record.bound
    ? (await import('./print-volumes.ts')).printVolumes
    : (await import('./print-sheets.ts')).printSheets
  const { evaluation, plan } = asked
  const { job, total, folder, sample } = record
  const tell = (done: number, file: string) => services.emit('sheets.progress', { job, done, total, file })
  const printed = await print({
    evaluation,
    plan,
    folder,
    sample,
    lent: request.workers,
    signal,
    finished: await wholeSheets(folder, request.finished),
    onProgress: ({ done, file }) => tell(done, file),
    // A journal that cannot be written costs sheets printed again, never the job.
    onSheet: sheet => journal.add(sheet).catch(() => undefined),
  })
  if (!printed.ok) return printed
  const words = record.word ? wordPlan(asked, record.instructors) : []
  if (words.length === 0) return printed
  const { writeWord } = await import('#electron/host/word/write-word.ts')
  const written = await writeWord({
    evaluation,
    forms: [...new Set(words.map(sheet => sheet.form))],
    instructors: record.instructors,
    folder,
    sample,
    signal,
    onProgress: ({ done, file }) => tell(plan.length + done, file),
  })
  if (!written.ok) return written
  return success([
    ...printed.value,
    ...words.flatMap(({ form, instructor }, index) => {
      const file = written.value[index]
      return file === undefined ? [] : [{ form, instructor, file, pages: null }]
    }),
  ])
}

/** The notices among the chosen forms, which also come as Word. */
export function wordPlan({ evaluation, forms: ids }: AskedSheets, people: readonly string[] | null): PlannedSheet[] {
  const notices = forms.filter(form => form.notice !== undefined && ids.includes(form.id)).map(form => form.id)
  return planSheets(evaluation, notices, people)
}
