import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { historyChanges, withHistory } from '#shared/domain/evaluation/carry-history.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import type { EvaluationFile } from '#tests/fixtures/evaluation-file.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'
import { buildYear } from '#tests/unit/sheets/build-year.ts'
import { NOTHING_SAID, startArchives } from './start-archives.ts'

/** The year with one person's rating corrected, and the review decided. */
function corrected(file: EvaluationFile, instructor = 'i01'): EvaluationFile {
  return {
    ...file,
    ratings: file.ratings?.map(rating => (rating.instructor === instructor ? { ...rating, score: '61' } : rating)),
    decisions: [
      ...(file.decisions ?? []),
      { instructor, kind: 'review', final: 'basic', by: '复核组', date: '2027-02-20', reason: '录入有误' },
    ],
  }
}

// Catches: a correction made without a 补充卷's name or chain, numbers given twice by a second supplement to the same
// archive, a damaged original that is continued all the same, effects on others hidden.
test('a corrected year makes a 补充卷 once, is verified with its original, and says whom else it moves', async () => {
  const { handlers, make } = await startArchives()
  const file = buildYear(5)
  await make(file)
  const ask = (year: EvaluationFile, number: number) =>
    handlers['archive.correction']({ evaluation: JSON.stringify(year), number })
  expect(await ask(file, 1)).toMatchObject({ error: { code: 'nothing-changed' } })
  expect(await ask(corrected(file, 'i03'), 2)).toMatchObject({ error: { code: 'not-found' } })
  const answer = await ask(corrected(file, 'i03'), 1)
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  expect(answer.data.changes.map(change => [change.instructor, change.after.grade])).toEqual([['i03', 'basic']])
  // The first of five has the one place at the top; without that person it is the second's.
  expect(answer.data.effects[0]).toMatchObject({
    instructor: 'i02',
    before: { rank: 2, grade: 'competent' },
    after: { rank: 1, grade: 'excellent' },
  })
  expect(answer.data.effects.map(effect => effect.instructor)).not.toContain('i03')
  const end = await make(corrected(file, 'i03'), NOTHING_SAID, { number: 1, reason: '录入有误，复核成立。' })
  expect(end).toMatchObject({
    name: 'archive.finished',
    payload: { archive: { number: 2, name: '2026年度归档（2）补充卷', continues: '2026年度归档' } },
  })
  expect(await handlers['archive.verify']({ year: 2026, number: 2 })).toMatchObject({
    data: { faults: 0, chain: ['2026年度归档'] },
  })
  expect(await ask(corrected(file, 'i03'), 1)).toMatchObject({
    error: { code: 'exists', details: ['2026年度归档（2）补充卷'] },
  })
  expect(await ask(corrected(file, 'i03'), 2)).toMatchObject({ error: { code: 'nothing-changed' } })
}, 120_000)

// Catches: a damaged earlier archive that the check of its supplement passes over, or that is corrected as if it were whole.
test('a changed byte of the original is named by the supplement’s check too', async () => {
  const { handlers, documents, make } = await startArchives()
  const file = buildYear(1)
  await make(file)
  await make(corrected(file), NOTHING_SAID, { number: 1, reason: '复核成立' })
  const path = join(documents, '2026年度归档', '说明文件.txt')
  await writeFile(path, `${await readFile(path, 'utf8')} `)
  const verified = await handlers['archive.verify']({ year: 2026, number: 2 })
  expect(verified).toMatchObject({ data: { lines: ['已改动：../2026年度归档/说明文件.txt'] } })
  const again = await handlers['archive.correction']({ evaluation: JSON.stringify(file), number: 2 })
  expect(again).toMatchObject({ error: { code: 'damaged', details: ['已改动：../2026年度归档/说明文件.txt'] } })
}, 120_000)

// Catches: a corrected grade that never reaches the next year, or one that is given to another person of the same number.
test('the next year’s history takes the correction, and nobody else’s', () => {
  const from = readBuilt(corrected(buildYear(2)))
  const next = readBuilt({
    ...buildYear(2),
    year: 2027,
    ratings: [],
    self: [],
    meetings: [],
    decisions: [],
    notices: [],
  })
  const rename = (year: Evaluation): Evaluation => ({
    ...year,
    instructors: year.instructors.map(person => (person.id === 'i01' ? { ...person, name: '另一人' } : person)),
  })
  const [change, ...others] = historyChanges(from, next).filter(each => each.instructor === 'i01')
  expect(change).toMatchObject({ instructor: 'i01', now: 'basic' })
  expect(others).toEqual([])
  expect(historyChanges(from, rename(next)).map(each => each.instructor)).not.toContain('i01')
  const taken = withHistory(next, 2026, historyChanges(from, next))
  expect(taken.instructors[0]?.history).toContainEqual({ year: 2026, grade: 'basic' })
  expect(historyChanges(from, readBuilt(taken as EvaluationFile))).toEqual([])
})
