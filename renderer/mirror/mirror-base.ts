import { readSetting } from '#renderer/db/repositories/settings.ts'
import type { Database } from '#renderer/db/schema/database.ts'
import type { YearRow } from '#renderer/db/schema/rows.ts'

// Which state of a year's mirror this profile last saw: its digest, kept beside the year; and which state of the year it
// was written from, so that a start does not write again what stands there.

const keyOf = (year: number) => `mirror:${year}`
const stateKeyOf = (year: number) => `mirrored:${year}`

export async function mirrorBase(database: Database, year: number): Promise<string | null> {
  return (await readSetting(database, keyOf(year))) || null
}

/** `state`: of the year that the mirror was written from (`stateOf`); '' where that is not known. */
export async function keepMirrorBase(database: Database, year: number, digest: string, state = ''): Promise<void> {
  await database.settings.bulkPut([
    { key: keyOf(year), value: digest },
    { key: stateKeyOf(year), value: state },
  ])
}

/** What a year's mirror says, as one text: another one after every edit. */
export function stateOf(row: YearRow): string {
  return JSON.stringify([row.title, row.organiser, row.stamps, row.sample])
}

/** Whether the mirror that stands with the host, by its digest, was written from this very state of the year. */
export async function isMirrored(database: Database, row: YearRow, standing: string | undefined): Promise<boolean> {
  if (standing === undefined || standing !== (await mirrorBase(database, row.year))) return false
  return (await readSetting(database, stateKeyOf(row.year))) === stateOf(row)
}
