import { createHash } from 'node:crypto'
import type { Query } from '#electron/host/hub/hub-database.ts'
import type { Answers } from '#shared/domain/report/answer-cells.ts'
import { type FileReply, refusedReport } from '#shared/domain/report/report-exchange.ts'
import { allFiles, MOST_FILES, MOST_FILES_BYTES } from '#shared/domain/report/report-files.ts'
import type { ReportRow } from './report-row.ts'

/**
 * Keeps a file beside a link's locked row, under the hash of what came. It is handed in once answers name it; where there is
 * no room, what has been named by none for a day goes first.
 */
export async function keepFile(query: Query, row: ReportRow, bytes: Uint8Array): Promise<FileReply> {
  const sha256 = createHash('sha256').update(bytes).digest()
  const stored = { status: 'stored', sha256: sha256.toString('hex'), size: bytes.length } as const
  const known = await sizesOf(query, row)
  if (known.has(stored.sha256)) return stored
  if (!hasRoom(known, bytes.length)) {
    await dropForgotten(query, row)
    if (!hasRoom(await sizesOf(query, row), bytes.length)) return refusedReport('full')
  }
  await query(
    'INSERT INTO pingyi_report_files (year, key, sha256, size, bytes, at) VALUES ($1, $2, $3, $4, $5, now())',
    [row.year, row.key, sha256, bytes.length, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)],
  )
  return stored
}

/** Whether all files that answers name are kept, with the sizes that they say. */
export async function areFilesKept(query: Query, row: ReportRow, answers: Answers): Promise<boolean> {
  const files = allFiles(row.form.people, answers)
  if (files.length === 0) return true
  const known = await sizesOf(query, row)
  return files.every(({ sha256, size }) => known.get(sha256) === size)
}

/** One kept file's bytes; null where there is none. */
export async function readFileOf(query: Query, year: number, key: string, sha256: string): Promise<Buffer | null> {
  const { rows } = await query<{ readonly bytes: Buffer }>(
    'SELECT bytes FROM pingyi_report_files WHERE year = $1 AND key = $2 AND sha256 = $3',
    [year, key, Buffer.from(sha256, 'hex')],
  )
  return rows[0]?.bytes ?? null
}

async function sizesOf(query: Query, { year, key }: ReportRow): Promise<ReadonlyMap<string, number>> {
  const { rows } = await query<{ readonly sha256: Buffer; readonly size: number }>(
    'SELECT sha256, size FROM pingyi_report_files WHERE year = $1 AND key = $2',
    [year, key],
  )
  return new Map(rows.map(({ sha256, size }) => [sha256.toString('hex'), size]))
}

function hasRoom(known: ReadonlyMap<string, number>, more: number): boolean {
  const taken = [...known.values()].reduce((sum, size) => sum + size, 0)
  return known.size < MOST_FILES && taken + more <= MOST_FILES_BYTES
}

async function dropForgotten(query: Query, { year, key, form, answers }: ReportRow): Promise<void> {
  const named = allFiles(form.people, answers).map(({ sha256 }) => Buffer.from(sha256, 'hex'))
  await query(
    `DELETE FROM pingyi_report_files
     WHERE year = $1 AND key = $2 AND sha256 <> ALL($3::bytea[]) AND at < now() - interval '1 day'`,
    [year, key, named],
  )
}
