import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type HubDatabase, hubDatabase } from '#electron/host/hub/hub-database.ts'
import { migrate } from '#electron/host/hub/migrations.ts'
import { newToken } from '#electron/host/report/new-token.ts'
import { createReportingHandlers } from '#electron/host/report/office/reporting-handlers.ts'
import { setOfficeKey } from '#electron/host/report/office-store.ts'
import { type ReportServer, startReportServer } from '#electron/host/report/report-server.ts'
import { stationPage } from '#electron/host/station/built-page.ts'
import type { StationPage } from '#electron/host/station/station-page.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { ratingDuties, unionDuties } from '#shared/domain/rating/duties.ts'
import { ratingReportForm, selfReportForm } from '#shared/domain/report/make-report-form.ts'
import type { ReportForm } from '#shared/domain/report/report-form.ts'
import { appraisedWord } from '#shared/domain/scheme/appraised.ts'
import { componentFor } from '#shared/domain/scheme/effective-scheme.ts'
import { ratingComponents, selfComponent } from '#shared/domain/scheme/scheme.ts'
import { startPostgres } from '#tests/unit/hub/start-postgres.ts'

export type ReportHub = {
  readonly url: string
  readonly db: HubDatabase
  readonly postgres: Awaited<ReturnType<typeof startPostgres>>
  /** The office's key. */
  readonly key: string
  /** An office's computer, connected to the hub; its data folder goes with the hub. */
  readonly office: () => Promise<ReturnType<typeof createReportingHandlers>>
  readonly bugs: readonly string[]
  readonly folder: string
  readonly stop: () => Promise<void>
}

/** A reporting server on a real socket over a real PostgreSQL of its own. */
export async function startReportHub(page: StationPage = stationPage('<p>page</p>')): Promise<ReportHub> {
  const folder = await mkdtemp(join(tmpdir(), 'pingyi-report-'))
  const postgres = await startPostgres()
  const db = hubDatabase(postgres.url)
  const migrated = await migrate(db)
  if (!migrated.ok) throw new Error(migrated.error)
  const key = newToken()
  await setOfficeKey(db, key)
  const bugs: string[] = []
  const server: ReportServer = await startReportServer({
    db,
    host: '127.0.0.1',
    port: 0,
    names: [],
    page,
    onBug: name => bugs.push(name),
  })
  let offices = 0
  return {
    url: server.url,
    db,
    postgres,
    key,
    bugs,
    folder,
    office: async () => {
      offices += 1
      const office = createReportingHandlers(join(folder, `office-${offices}`), () => new Date(0))
      const connected = await office['reporting.connect']({ address: server.url, key })
      if (!connected.ok) throw new Error(connected.error.code)
      return office
    },
    stop: async () => {
      await server.stop()
      await db.end()
      await postgres.remove()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** All forms of a year as the app publishes them: each union's, each person's. */
export function formsOf(evaluation: Evaluation): readonly ReportForm[] {
  const { year, organiser, scheme, instructors, ratings } = evaluation
  const head = { year, organiser, appraised: appraisedWord(scheme), deadline: '' }
  const self = selfComponent(scheme)
  return [
    ...ratingComponents(scheme).flatMap(component =>
      unionDuties(component, ratingDuties(component, instructors, ratings)).map(union =>
        ratingReportForm({ ...head, scheme, component, union }),
      ),
    ),
    ...(self
      ? instructors.map(instructor =>
          selfReportForm({
            ...head,
            scheme,
            component: componentFor(scheme, self, instructor.posting),
            instructor,
            record: evaluation.self.find(record => record.instructor === instructor.id) ?? null,
          }),
        )
      : []),
  ]
}

/** The token in a link. */
export function tokenIn(url: string | undefined): string {
  return url?.split('#')[1] ?? ''
}

/** Posts to the server as the page does. */
export async function post(
  url: string,
  path: string,
  token: string,
  body: unknown,
): Promise<{ readonly [key: string]: unknown; readonly status: string }> {
  const response = await fetch(new URL(path, url), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  })
  return JSON.parse(await response.text())
}
