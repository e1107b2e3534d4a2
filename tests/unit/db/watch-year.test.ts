import { expect, onTestFinished, test, vi } from 'vitest'
import { changeYear, type Edit, undoLast } from '#renderer/db/repositories/change-year.ts'
import { loadEvaluation, removeYear, saveEvaluation } from '#renderer/db/repositories/evaluation.ts'
import { OPERATOR, writeSetting } from '#renderer/db/repositories/settings.ts'
import { watchYear } from '#renderer/db/repositories/watch-year.ts'
import type { Database } from '#renderer/db/schema/database.ts'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'
import { openTestDatabase } from './open-test-database.ts'

const AT = '2026-12-21T08:00:00.000Z'
const ACT = { what: '修改', at: AT }
const start = readBuilt(buildEvaluation({ title: '0' }))

const retitle =
  (title: string): Edit =>
  evaluation => ({ ...evaluation, title })

/** Counts in the title: an edit of a state that was not the latest would show. */
const count: Edit = evaluation => ({ ...evaluation, title: String(Number(evaluation.title) + 1) })

async function kept(): Promise<Database> {
  const database = openTestDatabase()
  await saveEvaluation(database, start, { sample: false, importedAt: AT, replace: false })
  return database
}

/** What a window hears of the year: its titles, null where it is gone. */
function hearing(database: Database): (string | null)[] {
  const heard: (string | null)[] = []
  const leave = watchYear(database, 2026, {
    next: loaded => heard.push(loaded?.evaluation.title ?? null),
    error: error => {
      throw error
    },
  })
  onTestFinished(leave)
  return heard
}

// Catches: a screen that shows an edit only when the tables were read again, or shows it twice.
test('an edit of this window is heard with its commit, and once', async () => {
  const database = await kept()
  const heard = hearing(database)
  await vi.waitFor(() => expect(heard).toEqual(['0']))
  await changeYear(database, 2026, ACT, retitle('1'))
  expect(heard).toEqual(['0', '1'])
  await undoLast(database, 2026, ACT, what => what)
  expect(heard).toEqual(['0', '1', '0'])
  const other = openTestDatabase({ name: database.name })
  await changeYear(other, 2026, ACT, retitle('2'))
  await vi.waitFor(() => expect(heard).toEqual(['0', '1', '0', '2']))
  await removeYear(database, 2026, AT)
  await vi.waitFor(() => expect(heard).toEqual(['0', '1', '0', '2', null]))
})

// Catches: an older state that is read late and shown over a newer edit; an edit made while another is saved that is lost.
test('two windows that edit at once hear every year they see in its order, and end at the same', async () => {
  const database = await kept()
  const other = openTestDatabase({ name: database.name })
  const heard = [hearing(database), hearing(other)]
  await vi.waitFor(() => expect(heard).toEqual([['0'], ['0']]))
  const edits = Array.from({ length: 40 }, (_, index) =>
    changeYear(index % 3 === 0 ? other : database, 2026, ACT, count),
  )
  expect((await Promise.all(edits)).every(edit => edit.ok)).toBe(true)
  await vi.waitFor(() => expect(heard.map(titles => titles.at(-1))).toEqual(['40', '40']))
  for (const titles of heard)
    expect(titles.map(Number)).toEqual([...new Set(titles.map(Number))].toSorted((a, b) => a - b))
})

// Catches: a figure on the screen that the disk refused; a broken save after which nothing can be saved any more.
test('an edit that the disk refuses is not heard, and the next one is', async () => {
  const database = await kept()
  const heard = hearing(database)
  await vi.waitFor(() => expect(heard).toEqual(['0']))
  const full = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  database.operations.hook('creating', full)
  await expect(changeYear(database, 2026, ACT, retitle('1'))).rejects.toThrow('full')
  database.operations.hook('creating').unsubscribe(full)
  expect(await loadEvaluation(database, 2026)).toEqual(start)
  await changeYear(database, 2026, ACT, count)
  await vi.waitFor(() => expect(heard).toEqual(['0', '1']))
})

// Catches: an edit that rewrites the year's row, and so wakes every window, without changing anything.
test('an edit that changes nothing is neither written nor logged nor heard', async () => {
  const database = await kept()
  const heard = hearing(database)
  await vi.waitFor(() => expect(heard).toEqual(['0']))
  const before = await database.years.get(2026)
  expect(await changeYear(database, 2026, ACT, evaluation => ({ ...evaluation }))).toMatchObject({ ok: true })
  expect(await database.years.get(2026)).toEqual(before)
  expect(await database.operations.count()).toBe(0)
  expect(heard).toEqual(['0'])
})

// Catches: an act in nobody's name, or in the name of whoever worked here before.
test('an act is in the name of whoever works at this computer then', async () => {
  const database = await kept()
  for (const name of ['张三', '李四']) {
    await writeSetting(database, OPERATOR, name)
    await changeYear(database, 2026, ACT, count)
  }
  expect((await database.operations.toArray()).map(({ by }) => by)).toEqual(['张三', '李四'])
})

// Catches: a log that keeps what every act of the year held, or that drops what can still be undone.
test('what the oldest acts held is dropped behind the edits, the latest two hundred can be undone', async () => {
  const database = await kept()
  for (let edit = 0; edit < 260; edit += 1) await changeYear(database, 2026, ACT, count)
  await vi.waitFor(async () => {
    const acts = await database.operations.orderBy('sequence').toArray()
    expect(acts).toHaveLength(260)
    const holding = acts.filter(({ before }) => before !== null)
    expect(holding.length).toBeGreaterThanOrEqual(200)
    expect(holding.length).toBeLessThan(250)
    expect(holding[0]?.sequence).toBe((acts.at(-1)?.sequence ?? 0) - holding.length + 1)
  })
  expect(await undoLast(database, 2026, ACT, what => what)).toMatchObject({ ok: true })
  expect((await loadEvaluation(database, 2026))?.title).toBe('259')
})
