import 'fake-indexeddb/auto'
import { onTestFinished } from 'vitest'
import { type Database, openDatabase } from '#renderer/db/schema/database.ts'

let count = 0

/** A database of its own, gone after the test; `version` stops at an older schema. */
export function openTestDatabase(opening: { readonly name?: string; readonly version?: number } = {}): Database {
  count += 1
  const database = openDatabase({ name: `test-${count}`, ...opening })
  onTestFinished(() => database.delete())
  return database
}
