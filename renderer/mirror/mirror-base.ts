import { readSetting, writeSetting } from '#renderer/db/repositories/settings.ts'
import type { Database } from '#renderer/db/schema/database.ts'

// Which state of a year's mirror this profile last saw: its digest, kept beside the year.

const keyOf = (year: number) => `mirror:${year}`

export async function mirrorBase(database: Database, year: number): Promise<string | null> {
  return (await readSetting(database, keyOf(year))) || null
}

export async function keepMirrorBase(database: Database, year: number, digest: string): Promise<void> {
  await writeSetting(database, keyOf(year), digest)
}
