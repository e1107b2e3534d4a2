import { expect, test } from 'vitest'
import { loadEvaluation, removeYear, saveEvaluation } from '#renderer/db/repositories/evaluation.ts'
import { findYear, listYears } from '#renderer/db/repositories/years.ts'
import { buildEvaluation, buildRating, buildSelf } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import { buildMeeting, buildVotes } from '#tests/fixtures/build-meeting.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'
import { openTestDatabase } from './open-test-database.ts'

const ORIGIN = { sample: false, importedAt: '2026-12-21T08:00:00.000Z', replace: false }

const year = (people: readonly string[], overrides: Parameters<typeof buildEvaluation>[0] = {}) =>
  readBuilt(
    buildEvaluation({
      instructors: people.map(id => buildInstructor({ id, sources: ['district'] })),
      self: people.map(id => buildSelf({ instructor: id })),
      meetings: [buildMeeting(people.flatMap(id => buildVotes(id, { A: [6, 3, 1, 0], C: [8, 2, 0, 0] })))],
      ratings: people.map(id => buildRating({ instructor: id, bonus: '1.50', reason: '表彰' })),
      decisions: people.map(instructor => ({
        instructor,
        kind: 'confirm',
        final: null,
        by: '考评小组',
        date: '2026-12-20',
      })),
      ...overrides,
    }),
  )

// Catches: a field that the tables drop, a decimal that becomes a number, people or rows in another order.
test('a year comes back deeply equal, in its own order', async () => {
  const database = openTestDatabase()
  const evaluation = year(['i09', 'i10', 'i02', 'a', 'i01'])
  expect(await saveEvaluation(database, evaluation, ORIGIN)).toEqual({ ok: true, value: 2026 })
  const loaded = await loadEvaluation(database, 2026)
  expect(loaded).toEqual(evaluation)
  expect(JSON.stringify(loaded)).toBe(JSON.stringify(evaluation))
})

// Catches: a year overwritten because nobody looked, also by a second window between the question and the answer.
test('a year that is here stays as it is unless replacing was agreed to', async () => {
  const database = openTestDatabase()
  const first = year(['i01'])
  await saveEvaluation(database, first, ORIGIN)
  const second = year(['i01', 'i02'], { title: '另一份' })
  expect(await saveEvaluation(database, second, ORIGIN)).toEqual({ ok: false, error: 'year-exists' })
  expect(await loadEvaluation(database, 2026)).toEqual(first)
  await saveEvaluation(database, second, { ...ORIGIN, replace: true })
  expect(await loadEvaluation(database, 2026)).toEqual(second)
})

// Catches: rows of a longer year that stay behind when a shorter one replaces it.
test('a shorter year leaves nothing of the longer one that it replaces', async () => {
  const database = openTestDatabase()
  await saveEvaluation(database, year(['i01', 'i02', 'i03']), ORIGIN)
  const short = year(['i02'], { self: [], ratings: [], decisions: [], meetings: [] })
  await saveEvaluation(database, short, { ...ORIGIN, replace: true })
  expect(await loadEvaluation(database, 2026)).toEqual(short)
})

// Catches: half a year kept when the last table cannot be written.
test('what cannot be kept whole changes nothing', async () => {
  const database = openTestDatabase()
  const before = year(['i01'])
  await saveEvaluation(database, before, ORIGIN)
  const after = year(['i02', 'i03'])
  // A function cannot be stored: the write of the last table fails after all the others went through.
  const broken = { ...after, decisions: [{ ...after.decisions[0], reason: () => '' }] } as unknown as typeof after
  await expect(saveEvaluation(database, broken, { ...ORIGIN, replace: true })).rejects.toThrow()
  expect(await loadEvaluation(database, 2026)).toEqual(before)
  expect(await findYear(database, 2026)).toMatchObject({ title: before.title })
})

// Catches: one year's rows read, replaced or removed with another's.
test('years do not touch each other', async () => {
  const database = openTestDatabase()
  const [older, newer] = [year(['i01', 'i02'], { year: 2025 }), year(['i01'], { year: 2026 })]
  await saveEvaluation(database, older, ORIGIN)
  await saveEvaluation(database, newer, { ...ORIGIN, sample: true })
  expect((await listYears(database)).map(row => [row.year, row.sample])).toEqual([
    [2026, true],
    [2025, false],
  ])
  await removeYear(database, 2026, ORIGIN.importedAt)
  expect(await loadEvaluation(database, 2026)).toBeNull()
  expect(await loadEvaluation(database, 2025)).toEqual(older)
  for (const table of database.tables.filter(({ name }) => name !== 'removed'))
    expect(await table.filter(row => row.year === 2026).count()).toBe(0)
  expect((await database.removed.toArray()).map(({ evaluation }) => evaluation)).toEqual([newer])
})
