import type { Migration } from './migration.ts'

type YearRow1 = { readonly year: number; stamps?: Readonly<Record<string, string>> }
type SchemeRow1 = { readonly year: number; readonly scheme: unknown }

/** Editing: stamps per key, keys beside the scheme, the operations log, drafts, removed years, settings. */
export const migration002: Migration = {
  version: 2,
  stores: {
    schemes: null,
    parts: '[year+key]',
    operations: '++sequence, [year+sequence]',
    drafts: '[year+key]',
    removed: '++id, year',
    settings: 'key',
  },
  upgrade: async transaction => {
    const schemes: SchemeRow1[] = await transaction.table('schemes').toArray()
    await transaction
      .table('parts')
      .bulkAdd(schemes.map(({ year, scheme }) => ({ year, key: 'scheme', value: scheme })))
    await transaction.table<YearRow1>('years').toCollection().modify({ stamps: {} })
  },
}
