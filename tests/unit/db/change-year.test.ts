import { expect, test } from 'vitest'
import { changeYear, type Edit, lastOperation, undoLast } from '#renderer/db/repositories/change-year.ts'
import { loadEvaluation, saveEvaluation } from '#renderer/db/repositories/evaluation.ts'
import type { Database } from '#renderer/db/schema/database.ts'
import { buildEvaluation, buildRating, buildSelf } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'
import { openTestDatabase } from './open-test-database.ts'

const AT = '2026-12-21T08:00:00.000Z'
const ACT = { what: '修改', by: '张三', at: AT }

const start = readBuilt(
  buildEvaluation({
    meetings: [],
    instructors: ['i01', 'i02', 'i03'].map(id => buildInstructor({ id, sources: ['district'] })),
    self: ['i01', 'i02'].map(id => buildSelf({ instructor: id })),
    ratings: ['i01', 'i02', 'i03'].map(id => buildRating({ instructor: id })),
  }),
)

async function kept(): Promise<Database> {
  const database = openTestDatabase()
  await saveEvaluation(database, start, { sample: false, importedAt: AT, replace: false })
  return database
}

const rename =
  (id: string, name: string): Edit =>
  evaluation => ({
    ...evaluation,
    instructors: evaluation.instructors.map(person => (person.id === id ? { ...person, name } : person)),
  })

const names = async (database: Database) =>
  (await loadEvaluation(database, 2026))?.instructors.map(person => person.name)

// Catches: an edit that is shown but not kept, or that rewrites (and so re-reads) what it did not touch.
test('an edit writes what it changes and leaves the rest as the same objects', async () => {
  const database = await kept()
  const before = await loadEvaluation(database, 2026)
  const changed = await changeYear(database, 2026, ACT, rename('i02', '李四'))
  expect(changed).toMatchObject({ ok: true })
  const after = await loadEvaluation(database, 2026)
  expect(after?.instructors.map(person => person.name)).toEqual([
    start.instructors[0]?.name,
    '李四',
    start.instructors[2]?.name,
  ])
  expect(after?.instructors[0]).toBe(before?.instructors[0])
  expect(after?.scheme).toBe(before?.scheme)
})

// Catches: a second window's cache that answers with rows that are no longer there.
test('another window reads the edit, not its own memory', async () => {
  const database = await kept()
  const other = openTestDatabase({ name: database.name })
  await loadEvaluation(other, 2026)
  await changeYear(database, 2026, ACT, rename('i02', '李四'))
  expect((await loadEvaluation(other, 2026))?.instructors[1]?.name).toBe('李四')
  await changeYear(other, 2026, ACT, rename('i01', '王五'))
  expect(await names(database)).toEqual(['王五', '李四', start.instructors[2]?.name])
})

// Catches: a working copy that could not be exported and read again; half an edit kept.
test('an edit that the file would refuse changes nothing and names the place', async () => {
  const database = await kept()
  const refused = await changeYear(database, 2026, ACT, evaluation => ({
    ...evaluation,
    title: '新题名',
    ratings: evaluation.ratings.map((rating, index) => (index === 1 ? { ...rating, score: '九十' } : rating)),
  }))
  expect(refused).toMatchObject({
    ok: false,
    error: { kind: 'faults', faults: [{ path: 'ratings[1].score', code: 'not-a-decimal' }] },
  })
  expect(await loadEvaluation(database, 2026)).toEqual(start)
  expect(await database.operations.count()).toBe(0)
})

// Catches: a score kept for a person that is not there any more.
test('a person cannot go while something of theirs stays', async () => {
  const database = await kept()
  const refused = await changeYear(database, 2026, ACT, evaluation => ({
    ...evaluation,
    instructors: evaluation.instructors.slice(1),
  }))
  expect(refused).toMatchObject({ ok: false, error: { kind: 'faults' } })
  expect(await loadEvaluation(database, 2026)).toEqual(start)
})

// Catches: rows that move up in a list and meet themselves in the unique index; an undo that restores them elsewhere.
test('removing, inserting and moving records can all be undone, step by step', async () => {
  const database = await kept()
  const without: Edit = evaluation => ({
    ...evaluation,
    instructors: evaluation.instructors.slice(1),
    self: evaluation.self.filter(record => record.instructor !== 'i01'),
    ratings: evaluation.ratings.filter(rating => rating.instructor !== 'i01'),
  })
  const reversed: Edit = evaluation => ({ ...evaluation, instructors: evaluation.instructors.toReversed() })
  const retitled: Edit = evaluation => ({ ...evaluation, title: '新题名', closed: undefined })
  const states = [start]
  for (const edit of [without, reversed, retitled, rename('i03', '钱七')]) {
    const changed = await changeYear(database, 2026, ACT, edit)
    if (!changed.ok) throw new Error(JSON.stringify(changed.error))
    states.push(changed.value)
  }
  for (const state of states.toReversed()) {
    expect(await loadEvaluation(database, 2026)).toEqual(state)
    await undoLast(database, 2026, ACT, what => `撤销：${what}`)
  }
  expect(await undoLast(database, 2026, ACT, what => what)).toMatchObject({ error: { kind: 'nothing-to-undo' } })
  expect(JSON.stringify(await loadEvaluation(database, 2026))).toBe(JSON.stringify(start))
})

// Catches: the button of an older notice that takes back a later act.
test('an act is taken back by its own number only while it is the latest', async () => {
  const database = await kept()
  await changeYear(database, 2026, ACT, rename('i01', '甲'))
  const first = (await lastOperation(database, 2026))?.sequence
  await changeYear(database, 2026, ACT, rename('i02', '乙'))
  expect(await undoLast(database, 2026, ACT, what => what, { sequence: first })).toMatchObject({
    error: { kind: 'not-the-latest' },
  })
  expect((await names(database))?.slice(0, 2)).toEqual(['甲', '乙'])
})

// Catches: a plan taken back after its slips were printed: the box would stand without its meeting.
test('what a printed meeting votes on is not taken back', async () => {
  const database = await kept()
  const plan = { id: 'm9', round: 1, title: '测评会', groups: [{ id: 'A', expected: 3, slips: 5, paper: 0 }] }
  const whole = { ...plan, instructors: ['i01'], order: 'strokes', paperCount: 'key-in' } as const
  await changeYear(database, 2026, ACT, evaluation => ({ ...evaluation, plans: [whole] }))
  const undo = (boxes: string[]) => undoLast(database, 2026, ACT, what => what, { boxes })
  expect(await undo(['m9'])).toMatchObject({ error: { kind: 'box-made' } })
  await changeYear(database, 2026, ACT, evaluation => ({ ...evaluation, plans: [{ ...whole, place: '二楼' }] }))
  expect(await undo(['m9'])).toMatchObject({ ok: true })
  expect(await undo([])).toMatchObject({ ok: true })
  expect((await loadEvaluation(database, 2026))?.plans).toBeUndefined()
})

// Catches: an act that leaves no trace of who did what.
test('every act is logged, undoing included', async () => {
  const database = await kept()
  await changeYear(database, 2026, { ...ACT, what: '改名' }, rename('i01', '李四'))
  await undoLast(database, 2026, ACT, what => `撤销：${what}`)
  expect((await database.operations.toArray()).map(({ what, by, at }) => [what, by, at])).toEqual([
    ['改名', '张三', AT],
    ['撤销：改名', '张三', AT],
  ])
})

// Catches: a decision rewritten or taken back without a trace: the record is append-only (SCORING.md).
test('decisions are only added', async () => {
  const database = await kept()
  const decision = { instructor: 'i01', kind: 'confirm', final: null, by: '考评小组', date: '2026-12-20' } as const
  const add: Edit = evaluation => ({ ...evaluation, decisions: [...evaluation.decisions, decision] })
  expect(await changeYear(database, 2026, ACT, add)).toMatchObject({ ok: true })
  const rewritten = await changeYear(database, 2026, ACT, evaluation => ({
    ...evaluation,
    decisions: [{ ...decision, by: '别人' }],
  }))
  expect(rewritten).toMatchObject({ error: { kind: 'append-only' } })
  expect(await undoLast(database, 2026, ACT, what => what)).toMatchObject({ error: { kind: 'append-only' } })
})

// Catches: a closed year that is edited after it was archived.
test('a closed year is read-only until it is opened again', async () => {
  const database = await kept()
  const closed = { date: '2027-06-30', by: '张三' }
  await changeYear(database, 2026, ACT, evaluation => ({ ...evaluation, closed }))
  expect(await changeYear(database, 2026, ACT, rename('i01', '李四'))).toMatchObject({ error: { kind: 'closed' } })
  await changeYear(database, 2026, ACT, evaluation => ({ ...evaluation, closed: undefined }))
  expect(await changeYear(database, 2026, ACT, rename('i01', '李四'))).toMatchObject({ ok: true })
})

// Catches: an edit of a form that was opened before another window changed the same record.
test('a form can refuse when what it began from has changed', async () => {
  const database = await kept()
  const base = start.instructors[0]
  const edit: Edit = evaluation =>
    JSON.stringify(evaluation.instructors[0]) === JSON.stringify(base) ? rename('i01', '甲')(evaluation) : 'conflict'
  expect(await changeYear(database, 2026, ACT, edit)).toMatchObject({ ok: true })
  expect(await changeYear(database, 2026, ACT, edit)).toEqual({ ok: false, error: { kind: 'conflict' } })
  expect(await changeYear(database, 1999, ACT, edit)).toEqual({ ok: false, error: { kind: 'gone' } })
})
