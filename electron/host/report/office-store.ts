import type { HubDatabase, Query } from '#electron/host/hub/hub-database.ts'
import { firstAnswers } from '#shared/domain/report/answer-cells.ts'
import { fittingAnswers } from '#shared/domain/report/fitting-answers.ts'
import type {
  FileOf,
  OfficeReply,
  Publish,
  Remove,
  ReportEntry,
  Return,
} from '#shared/domain/report/office-exchange.ts'
import { donePeople } from '#shared/domain/report/report-cells.ts'
import { readFileOf } from './report-files.ts'
import { addRevision, lockByKey, type ReportRow, rowsOfYear } from './report-row.ts'
import { isSecret, secretHash } from './secret-hash.ts'

const OFFICE = 'office'

/** What the office may do with the reports of a hub's database. */
export type OfficeStore = {
  readonly knows: (key: string) => Promise<boolean>
  readonly publish: (publish: Publish) => Promise<OfficeReply>
  readonly fetch: (year: number) => Promise<OfficeReply>
  /** A file that was handed in; null where there is none (any more). */
  readonly file: (file: FileOf) => Promise<Uint8Array | null>
  readonly return: (given: Return) => Promise<OfficeReply>
  readonly remove: (removed: Remove) => Promise<OfficeReply>
}

/** The reports of a hub's database, for the office that asked for them. */
export function officeStore(db: HubDatabase): OfficeStore {
  return {
    knows: async key => {
      const { rows } = await db.query<{ readonly key: Buffer }>(
        'SELECT key FROM pingyi_report_office WHERE office = $1',
        [OFFICE],
      )
      return rows[0] !== undefined && isSecret(key, rows[0].key)
    },
    publish: ({ year, links, renew }) =>
      db.transaction(async query => {
        // Links that are handed out already must not become void because somebody pressed a button elsewhere.
        if (!renew && (await hasOtherLinks(query, year, links))) return { status: 'other-links' }
        for (const link of links) await publishOne(query, year, link)
        return { status: 'done' }
      }),
    fetch: async year => {
      const rows = await rowsOfYear(db.query, year)
      return { status: 'fetched', reports: rows.map(entryOf) }
    },
    file: ({ year, key, sha256 }) => readFileOf(db.query, year, key, sha256),
    return: ({ year, key, revision, reason }) =>
      db.transaction(async query => {
        const row = await lockByKey(query, year, key)
        if (row?.state !== 'submitted' || row.revision !== revision) return { status: 'changed' }
        const { answers } = row
        await addRevision(query, row, { kind: 'returned', state: 'returned', answers, attempt: '', reason })
        return { status: 'done' }
      }),
    remove: async ({ year, keys }) => {
      await db.query('DELETE FROM pingyi_reports WHERE year = $1 AND key = ANY($2)', [year, keys])
      return { status: 'done' }
    },
  }
}

/** Sets the office's key in the place of whatever key there was. */
export async function setOfficeKey(db: HubDatabase, key: string): Promise<void> {
  await db.query(
    `INSERT INTO pingyi_report_office (office, key) VALUES ($1, $2)
     ON CONFLICT (office) DO UPDATE SET key = excluded.key`,
    [OFFICE, secretHash(key)],
  )
}

async function hasOtherLinks(query: Query, year: number, links: Publish['links']): Promise<boolean> {
  const { rows } = await query<{ readonly key: string; readonly token: Buffer }>(
    'SELECT key, token FROM pingyi_reports WHERE year = $1',
    [year],
  )
  const tokens = new Map(rows.map(row => [row.key, row.token.toString('hex')]))
  return links.some(({ key, token }) => (tokens.get(key) ?? token) !== token)
}

/** What was submitted stays as it was submitted; what is being filled in keeps all that the form still asks for. */
async function publishOne(query: Query, year: number, { key, token, form }: Publish['links'][number]): Promise<void> {
  const hash = Buffer.from(token, 'hex')
  const row = await lockByKey(query, year, key)
  if (!row) {
    await query(
      `INSERT INTO pingyi_reports (year, key, token, form, state, revision, answers, attempt, at, reason)
       VALUES ($1, $2, $3, $4, 'unopened', 0, $5, '', NULL, '')`,
      [year, key, hash, JSON.stringify(form), JSON.stringify(firstAnswers(form))],
    )
    return
  }
  await query('UPDATE pingyi_reports SET token = $3 WHERE year = $1 AND key = $2', [year, key, hash])
  if (row.state === 'submitted' || JSON.stringify(row.form) === JSON.stringify(form)) return
  await query('UPDATE pingyi_reports SET form = $3 WHERE year = $1 AND key = $2', [year, key, JSON.stringify(form)])
  // A window that has it open is told: its next save is based on a revision before this one.
  const answers =
    row.revision === 0 ? firstAnswers(form) : fittingAnswers(form, { ...firstAnswers(form), ...row.answers })
  await addRevision(query, row, { kind: 'saved', state: row.state, answers, attempt: '', reason: row.reason })
}

function entryOf({ key, form, state, revision, answers, at, reason }: ReportRow): ReportEntry {
  return {
    ...{ key, state, revision, at, reason },
    done: donePeople(form, answers),
    people: form.people.length,
    submitted: state === 'submitted' ? { form, answers } : null,
  }
}
