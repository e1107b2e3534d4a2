import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import type { PrintedSheet } from '#shared/contract/sheets.ts'
import type { Result } from '#shared/lib/result.ts'
import { planSheets } from './plan-sheets.ts'
import { type PlannedVolume, planVolumes } from './plan-volumes.ts'
import { type PrintRun, printRun } from './print-run.ts'
import type { PrintFailure, PrintRequest } from './print-sheets.ts'
import type { SheetJob } from './sheet-task.ts'
import { type JobWorkers, withWorkers } from './sheet-workers.ts'

// Each holds a volume in memory.
const MOST_WORKERS = 2

export type VolumesRequest = PrintRequest & {
  /** Sheets of a volume; left out: `SHEETS_A_VOLUME`. */
  readonly mostSheets?: number | undefined
}

/**
 * Prints the sheets bound into one PDF, or into volumes where they are many, in worker threads. As `printSheets`: nothing
 * where the font lacks a character, a volume is whole on the disk or not there, progress counts sheets; cancelled, it ends
 * within a sheet, and the volumes that are finished stay.
 */
export async function printVolumes(request: VolumesRequest): Promise<Result<readonly PrintedSheet[], PrintFailure>> {
  const { evaluation } = request
  const plan = 'plan' in request ? request.plan : planSheets(evaluation, request.forms, request.instructors)
  return printRun(plan, request, () => runVolumes(planVolumes(evaluation, plan, request.mostSheets), request))
}

async function runVolumes(volumes: readonly PlannedVolume[], request: VolumesRequest): Promise<PrintRun> {
  const { folder, signal, onProgress, onSheet, finished } = request
  const run: PrintRun = { printed: volumes.map(volume => finished?.get(volume.file)), failed: [], stopped: null }
  const open = volumes.flatMap((volume, index) => (run.printed[index] ? [] : [{ volume, index }]))
  if (open.length === 0) return run
  const total = sheetsOf(volumes)
  let done = total - sheetsOf(open.map(({ volume }) => volume))
  const workers = Math.min(request.workers ?? Math.min(MOST_WORKERS, availableParallelism()), open.length)
  const job: SheetJob = { evaluation: request.evaluation, folder, sample: request.sample ?? false }
  let next = 0
  const lane = async (from: JobWorkers) => {
    while (next < open.length && !signal?.aborted && !run.stopped) {
      const own = open[next++]
      if (!own) return
      const { volume, index } = own
      const { port1, port2 } = new MessageChannel()
      const stop = () => port1.postMessage('stop')
      signal?.addEventListener('abort', stop)
      port1.on('message', (file: string) => {
        done += 1
        onProgress?.({ done, total, file })
      })
      const outcome = await from.ask('volume', { volume, port: port2 }, [port2]).catch((error: unknown) => ({
        ok: false as const,
        code: null,
        error,
      }))
      signal?.removeEventListener('abort', stop)
      port1.close()
      if (outcome.ok) {
        const { length } = volume.sheets
        const printed = { form: null, instructor: null, file: volume.file, pages: outcome.pages }
        run.printed[index] = printed
        await onSheet?.({ ...printed, sha256: outcome.sha256, sheets: length })
      } else if (outcome.code === null) run.failed.push(`${volume.file}：${reason(outcome.error)}`)
      else if (outcome.code !== 'cancelled') {
        run.stopped ??= { code: outcome.code, details: [join(folder, volume.file)] }
        return
      }
    }
  }
  await withWorkers(request.lent, request.worker, { job, most: workers }, from =>
    Promise.all(Array.from({ length: workers }, () => lane(from))),
  )
  return run
}

function sheetsOf(volumes: readonly PlannedVolume[]): number {
  return volumes.reduce((total, volume) => total + volume.sheets.length, 0)
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
