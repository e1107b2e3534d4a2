import type { Database } from '#renderer/db/schema/database.ts'

/** A setting of this computer as text; '' where it was never set. */
export async function readSetting(database: Database, key: string): Promise<string> {
  const value = (await database.settings.get(key))?.value
  return typeof value === 'string' ? value : ''
}

export async function writeSetting(database: Database, key: string, value: string): Promise<void> {
  await database.settings.put({ key, value })
}

/** Who works at this computer (经办人): named in the operations log. */
export const OPERATOR = 'operator'
