import { describe, expect, test } from 'vitest'
import { checkChange } from '#shared/domain/evaluation/check-change.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { writeEvaluation } from '#shared/domain/evaluation/write-evaluation.ts'
import { enterRating, ratingBounds, ratingCellFault, ratingCells } from '#shared/domain/rating/rating-entry.ts'
import { withRating } from '#shared/domain/rating/with-rating.ts'
import { ratingComponents, selfComponent } from '#shared/domain/scheme/scheme.ts'
import { gapsOf } from '#shared/domain/score/gaps.ts'
import { scoreYear } from '#shared/domain/score/score-year.ts'
import { withAttachment } from '#shared/domain/self/attachment.ts'
import { daysUntil, withDeadline } from '#shared/domain/self/deadlines.ts'
import { enterSelf, selfCellFault, selfCells, withSelf } from '#shared/domain/self/self-entry.ts'
import { buildEvaluation, buildRating, buildSelf } from '#tests/fixtures/build-evaluation.ts'
import type { EvaluationFile } from '#tests/fixtures/evaluation-file.ts'

function year(overrides: Partial<EvaluationFile> = {}) {
  const read = readEvaluation(JSON.stringify(buildEvaluation(overrides)))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const evaluation = read.value
  const component = selfComponent(evaluation.scheme)
  const [rating] = ratingComponents(evaluation.scheme)
  const [record] = evaluation.self
  const [given] = evaluation.ratings
  if (!component || !rating || !record || !given) throw new Error('not the default year')
  return { evaluation, component, rating, record, given, bounds: ratingBounds(evaluation.scheme, rating, []) }
}

const FILE = { sha256: '0123456789abcdef'.repeat(4), name: '总结.pdf', size: 12 }

describe('a self-assessment typed cell by cell', () => {
  // Catches: a record that changes by being looked at.
  test('gives the record it was made of', () => {
    const { record, component } = year()
    expect(enterSelf('i01', record, selfCells(record), component)).toEqual({ record, held: {} })
  })

  // Catches: scores saved in part (the file would be refused), and typed ones lost because they cannot be saved yet.
  test('is saved when all of its scores are there, and holds what was typed until then', () => {
    const { component } = year()
    const some = { 'score:policy': '14', 'work:visits': '４６' }
    const entry = enterSelf('i01', null, some, component)
    expect(entry.record).toEqual({ instructor: 'i01', workload: { visits: 46 } })
    expect(entry.held).toMatchObject({ 'score:policy': '14', 'score:integrity': '' })
    expect(selfCellFault('score:integrity', some, component)?.code).toBe('blank')
    expect(selfCellFault('score:policy', some, component)).toBeNull()
  })

  // Catches: a slip of the finger that takes the saved scores away.
  test('keeps the saved scores and figures while a new one is wrong', () => {
    const { component, record } = year()
    const wrong = { ...selfCells(record), 'score:policy': '16', 'work:visits': '4.5' }
    const entry = enterSelf('i01', record, wrong, component)
    expect(entry.record).toEqual(record)
    expect(entry.held).toMatchObject({ 'score:policy': '16', 'work:visits': '4.5' })
    expect(selfCellFault('score:policy', wrong, component)).toEqual({
      code: 'above-maximum',
      details: { value: '16', maximum: '15' },
    })
  })

  test('is gone when all of it is taken away, and its files keep it', () => {
    const { component } = year()
    const before = { instructor: 'i01', scores: { policy: '1' } }
    expect(enterSelf('i01', before, {}, component).record).toBeNull()
    const kept = enterSelf('i01', { ...before, attachments: [FILE] }, {}, component).record
    expect(kept).toEqual({ instructor: 'i01', attachments: [FILE] })
  })

  test('takes its place in the list and leaves the others alone', () => {
    const [a, b] = [{ instructor: 'a' }, { instructor: 'b' }]
    expect(withSelf([a, b], 'b', { instructor: 'b', score: '1' })[0]).toBe(a)
    expect(withSelf([a], 'b', b)).toEqual([a, b])
    expect(withSelf([a, b], 'a', null)).toEqual([b])
  })
})

describe('a rating typed cell by cell', () => {
  test('gives the rating it was made of', () => {
    const ratings = [buildRating({ bonus: '1', reason: '好', comment: '评语', months: 3, proposed: 'basic' })]
    const { given, bounds, evaluation } = year({ ratings })
    const cells = ratingCells(given, evaluation.scheme.grades)
    expect(cells['proposed']).toBe('基本称职')
    expect(enterRating({ instructor: 'i01', source: 'district', by: given.by }, given, cells, bounds)).toEqual({
      rating: given,
      held: {},
    })
  })

  // Catches: a bonus that is saved without its reason, and a reason typed first that is lost.
  test('holds a bonus until its reason is there', () => {
    const { bounds } = year()
    const who = { instructor: 'i01', source: 'district', by: '甲' }
    const first = enterRating(who, null, { score: '90', bonus: '2' }, bounds)
    expect(first).toEqual({ rating: { ...who, score: '90' }, held: { bonus: '2', penalty: '', reason: '' } })
    const then = enterRating(who, null, { score: '90', bonus: '2', reason: '优秀案例' }, bounds)
    expect(then).toEqual({ rating: { ...who, score: '90', bonus: '2', reason: '优秀案例' }, held: {} })
  })

  test('may use what the person’s other ratings leave of the caps', () => {
    const { evaluation, rating, given } = year({ ratings: [buildRating({ bonus: '4', reason: '好' })] })
    const bounds = ratingBounds(evaluation.scheme, rating, [given])
    expect(ratingCellFault('bonus', { bonus: '1' }, bounds)).toBeNull()
    expect(ratingCellFault('bonus', { bonus: '1.5' }, bounds)?.details).toEqual({ value: '1.5', maximum: '1' })
  })

  test('of months alone is none, and a rating is found by whom, source and union', () => {
    const { bounds } = year()
    const who = { instructor: 'i01', source: 'district', by: '甲' }
    expect(enterRating(who, null, { months: '3' }, bounds).rating).toBeNull()
    const [a, b] = [who, { ...who, by: '乙' }]
    expect(withRating([a, b], { ...who, by: '乙' }, { ...b, score: '1' })).toEqual([a, { ...b, score: '1' }])
    expect(withRating([a, b], a, null)).toEqual([b])
  })
})

describe('what the evaluation file gained', () => {
  // Catches: old files that come back with new keys in them, and new ones that lose theirs.
  test('is left out where it is not used, and comes back where it is', () => {
    const { evaluation } = year()
    expect(writeEvaluation(evaluation)).not.toMatch(/deadlines|attachments|proposed/)
    const file = buildEvaluation({
      meetings: [],
      deadlines: { self: '2026-11-30' },
      self: [buildSelf({ attachments: [FILE] })],
      ratings: [buildRating({ attachments: [FILE], proposed: 'excellent' })],
    })
    const read = readEvaluation(JSON.stringify(file))
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    expect(JSON.parse(writeEvaluation(read.value))).toEqual(file)
  })

  test('is refused where it says nothing: a date that does not exist, no hash, a grade the scheme does not have', () => {
    const refused = (overrides: Partial<EvaluationFile>) => {
      const read = readEvaluation(JSON.stringify(buildEvaluation(overrides)))
      return read.ok ? [] : read.error.map(fault => `${fault.path} ${fault.code}`)
    }
    expect(refused({ deadlines: { self: '2026-02-30' } })).toEqual(['deadlines.self not-a-date'])
    expect(refused({ self: [buildSelf({ attachments: [{ ...FILE, sha256: 'x' }] })] })).toEqual([
      'self[0].attachments[0].sha256 not-an-id',
    ])
    expect(refused({ ratings: [buildRating({ proposed: 'best' })] })).toEqual(['ratings[0].proposed unknown-id'])
  })

  test('goes through an edit like any other part, and a deadline can be taken away', () => {
    const { evaluation } = year()
    const set = checkChange(evaluation, { ...evaluation, deadlines: withDeadline(undefined, 'self', '2026-11-30') })
    if (!set.ok) throw new Error(JSON.stringify(set.error))
    expect(set.value.deadlines).toEqual({ self: '2026-11-30' })
    const gone = checkChange(set.value, { ...set.value, deadlines: withDeadline(set.value.deadlines, 'self', '') })
    expect(gone.ok && 'deadlines' in gone.value).toBe(false)
    expect(daysUntil('2026-11-30', '2026-11-28')).toBe(2)
    expect(daysUntil('2026-03-01', '2026-03-02')).toBe(-1)
  })

  // Catches: a summary that came as a PDF and is asked for for ever.
  test('a summary that came as a file is no gap', () => {
    const gaps = (self: EvaluationFile['self']) =>
      gapsOf(scoreYear(year({ self }).evaluation)).filter(gap => gap.kind === 'summary').length
    expect(gaps([buildSelf({ summary: '' })])).toBe(1)
    expect(gaps([buildSelf({ summary: '', attachments: [FILE] })])).toBe(0)
  })

  test('one content is attached once', () => {
    expect(withAttachment([FILE], { ...FILE, name: '另一个名字.pdf' })).toEqual([FILE])
  })
})
