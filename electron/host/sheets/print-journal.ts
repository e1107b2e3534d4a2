import { appendFile, mkdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { hashFile } from '#electron/host/archive/sha256.ts'
import { writeWholeFile } from '#electron/host/write-whole-file.ts'
import type { PrintedSheet } from '#shared/contract/sheets.ts'

/** A print job as it was asked for, whole, so that what is resumed makes the same bytes whatever was edited meanwhile. */
const recordSchema = z.strictObject({
  job: z.string(),
  /** Another version may lay out differently: its finished files do not count. */
  version: z.string(),
  evaluation: z.string(),
  forms: z.array(z.string()),
  instructors: z.array(z.string()).nullable(),
  sample: z.boolean(),
  word: z.boolean(),
  bound: z.boolean().default(false),
  folder: z.string(),
  year: z.int(),
  total: z.int(),
})

const lineSchema = z.strictObject({
  form: z.string().nullable(),
  instructor: z.string().nullable(),
  file: z.string(),
  pages: z.int(),
  sha256: z.string(),
  /** How many it holds, where it is not one. */
  sheets: z.int().optional(),
})

export type JobRecord = Readonly<z.infer<typeof recordSchema>>
export type FinishedSheet = PrintedSheet & { readonly sha256: string; readonly sheets?: number | undefined }

export type PrintJournal = {
  readonly begin: (record: JobRecord) => Promise<void>
  /** One more file is whole. A line that is lost in a crash costs one sheet, printed again. */
  readonly add: (sheet: FinishedSheet) => Promise<void>
  /** The job with what it says is finished; null where there is none. */
  readonly read: () => Promise<{ readonly record: JobRecord; readonly finished: readonly FinishedSheet[] } | null>
  readonly clear: () => Promise<void>
}

/**
 * What a print job has done so far, in the app's own folder (it holds a year's data): the job once, then a line a file. One
 * job at a time.
 */
export function createPrintJournal(dataFolder: string): PrintJournal {
  const job = join(dataFolder, 'printing', 'job.json')
  const lines = join(dataFolder, 'printing', 'finished.jsonl')
  const clear = () => rm(dirname(job), { recursive: true, force: true })
  return {
    begin: async record => {
      await clear()
      await mkdir(dirname(job), { recursive: true })
      await writeWholeFile(job, Buffer.from(JSON.stringify(record)), 0o600)
    },
    add: sheet => appendFile(lines, `${JSON.stringify(sheet)}\n`, { mode: 0o600 }),
    read: async () => {
      const text = await readFile(job, 'utf8').catch(() => null)
      const record = text === null ? null : recordSchema.safeParse(parsed(text))
      if (!record?.success) return null
      const written = await readFile(lines, 'utf8').catch(() => '')
      const finished = written.split('\n').flatMap(line => lineSchema.safeParse(parsed(line)).data ?? [])
      return { record: record.data, finished }
    },
    clear,
  }
}

/** Those of the finished sheets that still lie in the folder, byte for byte, by their file. */
export async function wholeSheets(
  folder: string,
  finished: readonly FinishedSheet[],
): Promise<ReadonlyMap<string, PrintedSheet>> {
  const whole = new Map<string, PrintedSheet>()
  for (const { sha256: hash, sheets: _, ...sheet } of finished) {
    const lying = await hashFile(join(folder, sheet.file)).catch(() => null)
    if (lying?.hash === hash) whole.set(sheet.file, sheet)
  }
  return whole
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
