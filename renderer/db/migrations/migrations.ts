import type { Migration } from './migration.ts'
import { migration001 } from './migration-001.ts'
import { migration002 } from './migration-002.ts'

/** Every migration, oldest first. A shipped one is never changed. */
export const MIGRATIONS: readonly Migration[] = [migration001, migration002]
