import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { ErrorCode } from '#shared/contract/reply.ts'
import type { PrintedSheet } from '#shared/contract/sheets.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import type { Result } from '#shared/lib/result.ts'
import { type PlannedSheet, planSheets } from './plan-sheets.ts'
import { type PrintRun, printRun } from './print-run.ts'
import type { SheetJob } from './sheet-task.ts'
import { type JobWorkers, type SheetWorkers, withWorkers } from './sheet-workers.ts'

const MOST_WORKERS = 4
// To start a worker takes as long as some forty sheets: a few are done sooner, and by a slow machine with less, in one.
const SHEETS_A_WORKER = 20

/** Which sheets: forms of people, or a plan that was made before. */
type Chosen =
  | {
      /** Form ids; one that is not known prints nothing. */
      readonly forms: readonly string[]
      /** The people whose own forms are printed, null for all; a form of the year holds everybody. */
      readonly instructors: readonly string[] | null
    }
  | { readonly plan: readonly PlannedSheet[] }

/** A file that is whole on the disk; `sheets`: how many it holds, where it is not one. */
export type WrittenFile = PrintedSheet & { readonly sha256: string; readonly sheets?: number }

export type PrintRequest = Chosen & {
  readonly evaluation: Evaluation
  /** Made where it does not exist. Files of an earlier job under the same names are replaced one by one. */
  readonly folder: string
  /** The sample year: every page says so. */
  readonly sample?: boolean | undefined
  /** What lies in the folder whole from a job that was interrupted, by its file: not printed again. */
  readonly finished?: ReadonlyMap<string, PrintedSheet> | undefined
  readonly onProgress?: (progress: { readonly done: number; readonly total: number; readonly file: string }) => void
  /** A file is whole on the disk; the next sheet of its lane waits for this. */
  readonly onSheet?: ((sheet: WrittenFile) => Promise<void>) | undefined
  readonly signal?: AbortSignal | undefined
  readonly workers?: number | undefined
  /** The host's; left out: some that end with the job. */
  readonly lent?: SheetWorkers | undefined
  /** The file of those, where a bundler moved it. */
  readonly worker?: string | URL | undefined
}

export type PrintFailure = {
  readonly code: Extract<
    ErrorCode,
    'missing-glyphs' | 'cancelled' | 'no-space' | 'read-only' | 'no-folder' | 'internal'
  >
  /** The missing characters a person, the file that could not be written, or the sheets that failed and why. */
  readonly details: readonly string[]
  /** What was finished before; it stays in the folder, whole. */
  readonly printed: readonly PrintedSheet[]
}

/**
 * Prints the sheets as PDF files in worker threads and resolves to what was written, in the plan's order. Nothing is
 * printed where the font lacks a character. Cancelled, it ends when the sheets in work are finished. A sheet that fails
 * does not keep the others from being printed; a disk that cannot be written does.
 */
export async function printSheets(request: PrintRequest): Promise<Result<readonly PrintedSheet[], PrintFailure>> {
  const { evaluation } = request
  const plan = 'plan' in request ? request.plan : planSheets(evaluation, request.forms, request.instructors)
  return printRun(plan, request, () => runPlan(plan, request))
}

async function runPlan(plan: readonly PlannedSheet[], request: PrintRequest): Promise<PrintRun> {
  const { folder, signal, onProgress, onSheet, finished } = request
  const run: PrintRun = { printed: plan.map(sheet => finished?.get(sheet.file)), failed: [], stopped: null }
  const open = plan.flatMap((sheet, index) => (run.printed[index] ? [] : [{ sheet, index }]))
  if (open.length === 0) return run
  const worthwhile = Math.ceil(open.length / SHEETS_A_WORKER)
  const workers = Math.max(
    1,
    Math.min(request.workers ?? Math.min(MOST_WORKERS, availableParallelism(), worthwhile), open.length),
  )
  const job: SheetJob = { evaluation: request.evaluation, folder, sample: request.sample ?? false }
  let next = 0
  let done = plan.length - open.length
  // No more than two sheets a worker are under way, so that a cancelled job ends soon.
  const lane = async (from: JobWorkers) => {
    while (next < open.length && !signal?.aborted && !run.stopped) {
      const own = open[next++]
      if (!own) return
      const { sheet, index } = own
      const outcome = await from.ask('sheet', { sheet }).catch((error: unknown) => ({
        ok: false as const,
        code: null,
        error,
      }))
      if (outcome.ok) {
        const printed = { form: sheet.form, instructor: sheet.instructor, file: sheet.file, pages: outcome.pages }
        run.printed[index] = printed
        await onSheet?.({ ...printed, sha256: outcome.sha256 })
      } else if (outcome.code === null) run.failed.push(`${sheet.file}：${reason(outcome.error)}`)
      else {
        run.stopped ??= { code: outcome.code, details: [join(folder, sheet.file)] }
        return
      }
      done += 1
      onProgress?.({ done, total: plan.length, file: sheet.file })
    }
  }
  // One is laid out while the other waits for the disk.
  await withWorkers(request.lent, request.worker, { job, most: workers }, from =>
    Promise.all(Array.from({ length: 2 * workers }, () => lane(from))),
  )
  return run
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
