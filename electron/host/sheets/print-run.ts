import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { syncFolder } from '#electron/host/write-whole-file.ts'
import type { PrintedSheet } from '#shared/contract/sheets.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { diskFailure } from './disk-failure.ts'
import { missingGlyphs } from './missing-glyphs.ts'
import type { PlannedSheet } from './plan-sheets.ts'
import type { PrintFailure, PrintRequest } from './print-sheets.ts'

/** How the files of a job came out, each a sheet or a volume of many. */
export type PrintRun = {
  /** By the file's index; a hole where it was not finished. */
  readonly printed: (PrintedSheet | undefined)[]
  readonly failed: string[]
  stopped: Pick<PrintFailure, 'code' | 'details'> | null
}

/** What comes before and after the work of a job: the font has every character, the folder is there; what it has come to. */
export async function printRun(
  plan: readonly PlannedSheet[],
  { evaluation, folder, signal }: Pick<PrintRequest, 'evaluation' | 'folder' | 'signal'>,
  work: () => Promise<PrintRun>,
): Promise<Result<readonly PrintedSheet[], PrintFailure>> {
  const lacking = await missingGlyphs(evaluation, plan)
  if (lacking.length > 0) return failure({ code: 'missing-glyphs', details: lacking, printed: [] })
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    const code = diskFailure(error)
    if (!code) throw error
    return failure({ code, details: [folder], printed: [] })
  }
  const run = await work()
  const printed = run.printed.filter(file => file !== undefined)
  // Once for all of a folder's files: for each it was as dear as the file itself.
  for (const each of new Set(printed.map(({ file }) => dirname(join(folder, file))))) await syncFolder(each)
  if (run.stopped) return failure({ ...run.stopped, printed })
  if (signal?.aborted && printed.length < run.printed.length)
    return failure({ code: 'cancelled', details: [], printed })
  if (run.failed.length > 0) return failure({ code: 'internal', details: run.failed, printed })
  return success(printed)
}
