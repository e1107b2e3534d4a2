import type { Query } from '#electron/host/hub/hub-database.ts'
import { type Answers, answersSchema } from '#shared/domain/report/answer-cells.ts'
import type { ReportState, ReportView } from '#shared/domain/report/report-exchange.ts'
import { type ReportForm, reportFormSchema } from '#shared/domain/report/report-form.ts'

/** One link's row. */
export type ReportRow = {
  readonly year: number
  readonly key: string
  readonly form: ReportForm
  readonly state: ReportState
  readonly revision: number
  readonly answers: Answers
  readonly attempt: string
  readonly at: string | null
  readonly reason: string
}

type Stored = Omit<ReportRow, 'form' | 'answers' | 'at'> & {
  readonly form: string
  readonly answers: string
  readonly at: Date | null
}

const COLUMNS = 'year, key, form, state, revision, answers, attempt, at, reason'

/** The row of a token's hash, locked until the transaction's end; null where there is no such link. */
export async function lockByToken(query: Query, token: Uint8Array): Promise<ReportRow | null> {
  const { rows } = await query<Stored>(`SELECT ${COLUMNS} FROM pingyi_reports WHERE token = $1 FOR UPDATE`, [token])
  return rows[0] ? reportRow(rows[0]) : null
}

/** The row of a year's key, locked likewise. */
export async function lockByKey(query: Query, year: number, key: string): Promise<ReportRow | null> {
  const { rows } = await query<Stored>(
    `SELECT ${COLUMNS} FROM pingyi_reports WHERE year = $1 AND key = $2 FOR UPDATE`,
    [year, key],
  )
  return rows[0] ? reportRow(rows[0]) : null
}

/** All rows of a year, by key. */
export async function rowsOfYear(query: Query, year: number): Promise<readonly ReportRow[]> {
  const { rows } = await query<Stored>(`SELECT ${COLUMNS} FROM pingyi_reports WHERE year = $1 ORDER BY key`, [year])
  return rows.map(reportRow)
}

// What is in the table was checked when it went in; a form that an older version wrote is told by a bug, never misread.
function reportRow({ form, answers, at, ...row }: Stored): ReportRow {
  return {
    ...row,
    form: reportFormSchema.parse(JSON.parse(form)),
    answers: answersSchema.parse(JSON.parse(answers)),
    at: at?.toISOString() ?? null,
  }
}

/** A row as whoever holds the link sees it. */
export function viewOf({ form, state, revision, answers, attempt, at, reason }: ReportRow): ReportView {
  return { form, state, revision, answers, attempt, at, reason }
}

export type Revision = {
  readonly kind: 'saved' | 'submitted' | 'returned'
  readonly state: ReportState
  readonly answers: Answers
  readonly attempt: string
  readonly reason: string
}

/** How long one window's saves count as one kept revision, in minutes. */
const TOGETHER = 5
/** An attempt begins with its window's name. */
const WINDOW = 16

/**
 * Makes a row's next revision and keeps it. One window's saves within five minutes are kept as the last of them: what
 * stood in the form is found again, not each letter. Resolves to when it was, by the database's clock.
 */
export async function addRevision(query: Query, row: ReportRow, next: Revision): Promise<string> {
  const { year, key } = row
  const { kind, state, attempt, reason } = next
  const answers = JSON.stringify(next.answers)
  const { rows } = await query<{ readonly at: Date }>(
    `UPDATE pingyi_reports SET state = $3, revision = $4, answers = $5, attempt = $6, reason = $7, at = now()
     WHERE year = $1 AND key = $2 RETURNING at`,
    [year, key, state, row.revision + 1, answers, attempt, reason],
  )
  const at = rows[0]?.at
  if (!at) throw new Error('the locked row is gone')
  const since = (kind === 'saved' ? await takeTogether(query, row, attempt) : null) ?? at
  await query(
    `INSERT INTO pingyi_report_revisions (year, key, revision, kind, answers, attempt, since, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [year, key, row.revision + 1, kind, answers, attempt, since, at],
  )
  return at.toISOString()
}

/** Takes away the window's kept save before this one, where it began within the last minutes; when it began. */
async function takeTogether(query: Query, row: ReportRow, attempt: string): Promise<Date | null> {
  const { rows } = await query<{ readonly since: Date }>(
    `DELETE FROM pingyi_report_revisions
     WHERE year = $1 AND key = $2 AND revision = $3 AND kind = 'saved' AND substr(attempt, 1, ${WINDOW}) = $4
       AND since > now() - interval '${TOGETHER} minutes' RETURNING since`,
    [row.year, row.key, row.revision, attempt.slice(0, WINDOW)],
  )
  return rows[0]?.since ?? null
}
