import type { HubDatabase } from '#electron/host/hub/hub-database.ts'

/** Takes every table away that the migrations make: the database is as it was before the first. */
export async function dropHubTables(db: HubDatabase): Promise<void> {
  const tables = ['boxes', 'report_files', 'report_revisions', 'reports', 'report_office', 'schema'].map(
    name => `pingyi_${name}`,
  )
  await db.query(`DROP TABLE IF EXISTS ${tables.join(', ')}`)
}
