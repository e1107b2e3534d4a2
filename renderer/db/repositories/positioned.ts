import type { Table } from 'dexie'

type Row<T> = { readonly year: number; readonly position: number; readonly record: T }

// Every step's list is kept the same way: its records in the file's order.

/** The year's records in their order. */
export async function recordsOf<T>(table: Table<Row<T>, [number, number]>, year: number): Promise<T[]> {
  const rows = await ofYear(table, year).toArray()
  return rows.map(row => row.record)
}

/** Puts `records` in the place of the year's. */
export async function replaceRecords<T>(
  table: Table<Row<T>, [number, number]>,
  year: number,
  records: readonly T[],
): Promise<void> {
  await ofYear(table, year).delete()
  await table.bulkAdd(records.map((record, position) => ({ year, position, record })))
}

function ofYear<T>(table: Table<Row<T>, [number, number]>, year: number) {
  return table.where('[year+position]').between([year, 0], [year, Number.MAX_SAFE_INTEGER], true, true)
}
