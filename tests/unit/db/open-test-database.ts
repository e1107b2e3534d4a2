import Dexie from 'dexie'
import { IDBKeyRange, indexedDB } from 'fake-indexeddb'
import { onTestFinished } from 'vitest'
import { type Database, openDatabase } from '#renderer/db/schema/database.ts'

// Not by fake-indexeddb/auto: Dexie looks for the globals when it is first imported, which may be before this file.
Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange })

let count = 0

/** A database of its own, gone after the test; `version` stops at an older schema. */
export function openTestDatabase(opening: { readonly name?: string; readonly version?: number } = {}): Database {
  count += 1
  const database = openDatabase({ name: `test-${count}`, ...opening })
  onTestFinished(() => database.delete())
  return database
}
