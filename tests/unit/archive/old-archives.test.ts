import { expect, test } from 'vitest'
import { attachedOf, EMPTY_ATTACH, isFilled } from '#renderer/features/archive/attach-draft.ts'
import { historyChanges } from '#shared/domain/evaluation/carry-history.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'
import { buildYear } from '#tests/unit/sheets/build-year.ts'
import { startArchives } from './start-archives.ts'

// Catches: an archive of another year that the due list forgets, or a folder that leads out of the documents'.
test('archives of all years are listed with the days on which they are due, and read as they lie there', async () => {
  const { handlers, make } = await startArchives()
  const file = buildYear(1)
  await make(file)
  await make({ ...file, year: 2024 })
  const due = await handlers['archive.due']({})
  if (!due.ok) throw new Error(JSON.stringify(due.error))
  const days = due.data.series.map(({ year, retention, due: day }) => [year, retention, day])
  expect(days.slice(0, 2)).toEqual([
    [2024, 'D10', '2035-01-01'],
    [2026, 'D10', '2037-01-01'],
  ])
  expect(days.filter(([, retention, day]) => retention === 'Y' && day === null)).toHaveLength(2)
  const read = await handlers['archive.read']({ year: 2024, number: 1 })
  expect(read.ok && JSON.parse(read.data.evaluation).year).toBe(2024)
  expect(await handlers['archive.read']({ year: 2025, number: 1 })).toMatchObject({ error: { code: 'not-found' } })
}, 120_000)

// Catches: an old archive's grade given to one of two people of the same name.
test('people of an old archive are found by a name that only one has', () => {
  const decisions = [{ instructor: 'a1', kind: 'confirm', final: 'basic', by: '考评小组', date: '2025-12-20' } as const]
  const old = (names: readonly string[]) => {
    const instructors = names.map((name, index) => buildInstructor({ id: `a${index + 1}`, name }))
    return readBuilt({ ...buildYear(0), year: 2025, instructors, decisions, self: [], meetings: [], ratings: [] })
  }
  const now = readBuilt(buildYear(2))
  expect(historyChanges(old(['王建国']), now).map(change => change.instructor)).toEqual(['i01'])
  expect(historyChanges(old(['王建国', '王建国']), now)).toEqual([])
  expect(historyChanges(old(['没有此人']), now)).toEqual([])
})

// Catches: a signed page of a personal form that is filed under nobody.
test('an attached file says what it is before it can be kept', () => {
  const file = { sha256: 'a'.repeat(64), name: '扫描.pdf', size: 3 }
  const signed = { ...EMPTY_ATTACH, file, date: '2026-12-20', form: 'evaluation-record' }
  expect(isFilled(signed, true)).toBe(false)
  expect(isFilled({ ...signed, instructor: 'i01' }, true)).toBe(true)
  expect(isFilled({ ...signed, file: null }, false)).toBe(false)
  const document = { ...signed, as: 'document' as const, title: ' 会议纪要 ', note: ' ' }
  expect(attachedOf(document, 'a7')).toEqual({
    id: 'a7',
    as: 'document',
    file,
    pages: 1,
    date: '2026-12-20',
    title: '会议纪要',
    kind: 'process',
  })
  expect(attachedOf({ ...document, title: ' ' }, 'a7')).toBeNull()
})
