import type { Transaction } from 'dexie'

/**
 * One step of the schema. `stores` as Dexie takes them (what a version leaves out stays as it was); `upgrade` may use
 * nothing but the row types frozen inside its own file.
 */
export type Migration = {
  readonly version: number
  readonly stores: Readonly<Record<string, string | null>>
  readonly upgrade?: (transaction: Transaction) => Promise<void>
}
