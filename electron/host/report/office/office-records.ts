import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { writeWholeFile } from '#electron/host/write-whole-file.ts'
import { reportStandingSchema } from '#shared/domain/report/office-exchange.ts'
import { TOKEN } from '#shared/domain/report/report-exchange.ts'
import type { Hub } from './hub-link.ts'

const hubSchema = z.strictObject({
  address: z.string(),
  key: z.string().regex(TOKEN),
  /** PEM text. */
  certificate: z.string().optional(),
})

const yearSchema = z.strictObject({
  links: z.array(
    z.strictObject({
      key: z.string(),
      token: z.string().regex(TOKEN),
      /** Whether the hub has said that it has it. */
      published: z.boolean(),
    }),
  ),
  fetched: z.strictObject({ at: z.iso.datetime(), reports: z.array(reportStandingSchema).readonly() }).nullable(),
})

export type YearLinks = Readonly<z.infer<typeof yearSchema>>

/** What the office's computer keeps of reporting online. The hub holds hashes only: here alone links can be read again. */
export type OfficeRecords = {
  readonly hub: () => Promise<Hub | null>
  readonly setHub: (hub: Hub | null) => Promise<void>
  readonly year: (year: number) => Promise<YearLinks>
  readonly setYear: (year: number, links: YearLinks) => Promise<void>
}

const NOTHING: YearLinks = { links: [], fetched: null }
// Secrets: their owner's only.
const MODE = 0o600

/** The records in `<data>/reporting`. Reject with the disk's error; a file that cannot be understood is as none. */
export function officeRecords(dataFolder: string): OfficeRecords {
  const folder = join(dataFolder, 'reporting')
  const hubFile = join(folder, 'hub.json')
  const yearFile = (year: number) => join(folder, `${year}.json`)
  return {
    hub: () => read(hubFile, hubSchema),
    setHub: hub => (hub ? write(hubFile, hub) : rm(hubFile, { force: true })),
    year: async year => (await read(yearFile(year), yearSchema)) ?? NOTHING,
    setYear: (year, links) => write(yearFile(year), links),
  }
}

async function read<T>(path: string, schema: z.ZodType<T>): Promise<T | null> {
  try {
    const parsed = schema.safeParse(JSON.parse(await readFile(path, 'utf8')))
    return parsed.success ? parsed.data : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

function write(path: string, value: unknown): Promise<void> {
  return writeWholeFile(path, Buffer.from(`${JSON.stringify(value, null, 1)}\n`), MODE)
}
