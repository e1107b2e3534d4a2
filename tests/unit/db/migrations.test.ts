import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { MIGRATIONS } from '#renderer/db/migrations/migrations.ts'
import { loadEvaluation } from '#renderer/db/repositories/evaluation.ts'
import { findYear } from '#renderer/db/repositories/years.ts'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'
import { openTestDatabase } from './open-test-database.ts'

// Catches: a schema changed without a migration: the tables as they shipped, word for word.
test('the schema is what the migrations up to now make of it', async () => {
  const database = await openTestDatabase().open()
  const schema = Object.fromEntries(
    database.tables.map(table => [
      table.name,
      [table.schema.primKey.src, ...table.schema.indexes.map(index => index.src)].join(', '),
    ]),
  )
  expect({ version: database.verno, schema }).toEqual({
    version: 2,
    schema: {
      years: 'year',
      parts: '[year+key]',
      operations: '++sequence, [year+sequence]',
      drafts: '[year+key]',
      removed: '++id, year',
      settings: 'key',
      instructors: '[year+position], &[year+record.id]',
      selfs: '[year+position], &[year+record.instructor]',
      meetings: '[year+position], &[year+record.id]',
      ratings: '[year+position], [year+record.instructor]',
      decisions: '[year+position], [year+record.instructor]',
    },
  })
})

// Catches: a committed row that a power cut takes back.
test('transactions are flushed before they are answered', () => {
  const database = openTestDatabase()
  expect(database._options.chromeTransactionDurability).toBe('strict')
})

// Catches: a migration file that nobody listed, or one out of order.
test('every migration file is listed, in order', () => {
  const folder = new URL('../../../renderer/db/migrations/', import.meta.url)
  const files = readdirSync(folder).filter(file => /^migration-\d{3}\.ts$/.test(file))
  expect(MIGRATIONS.map(migration => `migration-${String(migration.version).padStart(3, '0')}.ts`)).toEqual(
    files.sort(),
  )
})

// Catches: a table for ballots: IndexedDB keeps deleted rows on disk, in the order of arrival (DESIGN.md).
test('no table is for ballots', () => {
  const tables = MIGRATIONS.flatMap(migration => Object.keys(migration.stores))
  expect(tables.filter(table => /ballot|vote|slip|urn/i.test(table))).toEqual([])
})

// Catches: a schema change that loses the years of the version before it.
test('rows of version 1 come through', async () => {
  const old = openTestDatabase({ name: 'version-1', version: 1 })
  const evaluation = readBuilt(
    buildEvaluation({ instructors: [buildInstructor({ id: 'i01' })], self: [], ratings: [], meetings: [] }),
  )
  const { year, title, organiser, scheme, instructors } = evaluation
  await old.table('years').add({ year, title, organiser, sample: false, importedAt: '2026-12-21T08:00:00.000Z' })
  await old.table('schemes').add({ year, scheme })
  await old.table('instructors').bulkAdd(instructors.map((record, position) => ({ year, position, record })))
  old.close()
  const database = openTestDatabase({ name: 'version-1' })
  expect(await loadEvaluation(database, year)).toEqual(evaluation)
  expect(await findYear(database, year)).toMatchObject({ title, sample: false })
})
