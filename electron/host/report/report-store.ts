import type { HubDatabase } from '#electron/host/hub/hub-database.ts'
import { doAnswersFit } from '#shared/domain/report/fitting-answers.ts'
import { reportFaults } from '#shared/domain/report/report-cells.ts'
import {
  type FileReply,
  type OpenReply,
  refusedReport,
  type Save,
  type SaveReply,
  type Submit,
  type SubmitReply,
} from '#shared/domain/report/report-exchange.ts'
import { areFilesKept, keepFile } from './report-files.ts'
import { addRevision, lockByToken, viewOf } from './report-row.ts'
import { isSecret, secretHash } from './secret-hash.ts'

/** What the holder of a link may do with its report; every change is one transaction over the link's locked row. */
export type ReportStore = {
  readonly knows: (token: string) => Promise<boolean>
  readonly open: (token: string) => Promise<OpenReply>
  readonly save: (token: string, save: Save) => Promise<SaveReply>
  /** Keeps a file for answers to name. */
  readonly keep: (token: string, bytes: Uint8Array) => Promise<FileReply>
  readonly submit: (token: string, submit: Submit) => Promise<SubmitReply>
}

/** The reports of a hub's database, for those who report. */
export function reportStore(db: HubDatabase): ReportStore {
  return {
    knows: async token => {
      const { rows } = await db.query<{ readonly token: Buffer }>('SELECT token FROM pingyi_reports WHERE token = $1', [
        secretHash(token),
      ])
      return rows[0] !== undefined && isSecret(token, rows[0].token)
    },
    open: token =>
      db.transaction(async query => {
        const row = await lockByToken(query, secretHash(token))
        if (!row) return refusedReport('unknown-link')
        if (row.state !== 'unopened') return { status: 'open', view: viewOf(row) }
        await query(`UPDATE pingyi_reports SET state = 'filling' WHERE year = $1 AND key = $2`, [row.year, row.key])
        return { status: 'open', view: viewOf({ ...row, state: 'filling' }) }
      }),
    save: (token, { base, attempt, answers }) =>
      db.transaction(async query => {
        const row = await lockByToken(query, secretHash(token))
        if (!row) return refusedReport('unknown-link')
        // The answer to it was lost: it was done, once.
        if (row.attempt === attempt && row.at) return { status: 'saved', revision: row.revision, at: row.at }
        if (row.state === 'submitted' || row.revision !== base) return { status: 'elsewhere', view: viewOf(row) }
        if (!doAnswersFit(row.form, answers) || !(await areFilesKept(query, row, answers)))
          return refusedReport('bad-request')
        const state = row.state === 'returned' ? 'returned' : 'filling'
        const at = await addRevision(query, row, { kind: 'saved', state, answers, attempt, reason: row.reason })
        return { status: 'saved', revision: row.revision + 1, at }
      }),
    keep: (token, bytes) =>
      db.transaction(async query => {
        const row = await lockByToken(query, secretHash(token))
        if (!row) return refusedReport('unknown-link')
        return row.state === 'submitted' ? refusedReport('closed') : keepFile(query, row, bytes)
      }),
    submit: (token, { base, attempt }) =>
      db.transaction(async query => {
        const row = await lockByToken(query, secretHash(token))
        if (!row) return refusedReport('unknown-link')
        if (row.attempt === attempt && row.at) return { status: 'submitted', revision: row.revision, at: row.at }
        if (row.state === 'submitted' || row.revision !== base) return { status: 'elsewhere', view: viewOf(row) }
        if (reportFaults(row.form, row.answers).length > 0) return { status: 'faulty' }
        const { answers } = row
        const next = { kind: 'submitted', state: 'submitted', answers, attempt, reason: '' } as const
        const at = await addRevision(query, row, next)
        return { status: 'submitted', revision: row.revision + 1, at }
      }),
  }
}
