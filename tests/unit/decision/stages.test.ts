import { describe, expect, test } from 'vitest'
import { PLAIN_CALENDAR } from '#shared/domain/decision/calendar.ts'
import { noticeCandidates, periodProblem, withNotice } from '#shared/domain/decision/notice-rules.ts'
import { outcomesOf } from '#shared/domain/decision/outcome.ts'
import type { EvaluationFile } from '#tests/fixtures/evaluation-file.ts'
import { faultsOfBuilt, readBuilt } from '#tests/fixtures/read-built.ts'
import { buildDecision, buildOpenYear, standing } from './build-decided.ts'

type NoticeFile = NonNullable<EvaluationFile['notices']>[number]

const decisions = [
  buildDecision('i01'),
  buildDecision('i04', { proposed: 'competent', final: 'competent' }),
  buildDecision('i05', { kind: 'flag', proposed: 'incompetent', final: 'incompetent' }),
]
const PUBLIC: NoticeFile = {
  id: 'p',
  kind: 'public',
  from: '2026-12-22',
  to: '2026-12-28',
  people: ['i01'],
  objections: [],
}
const SERVED: NoticeFile = { id: 's', kind: 'result', date: '2026-12-30' }
const OBJECTION = { date: '2026-12-23', about: 'i01', text: '业绩不实' }

const stage = (id: string, today: string, notices: readonly NoticeFile[]) =>
  standing(buildOpenYear({ decisions, notices: [...notices] }), today).of(id).stage

describe('how far a decision has come', () => {
  // Catches: a top grade that counts as settled while it hangs out, or before it did.
  test('a top grade goes through the public notice, then the time for a review', () => {
    expect(stage('i02', '2026-12-22', [])).toBe('open')
    expect(stage('i01', '2026-12-22', [])).toBe('decided')
    expect(stage('i01', '2026-12-28', [PUBLIC])).toBe('public')
    expect(stage('i01', '2026-12-29', [PUBLIC])).toBe('passed')
    expect(stage('i01', '2026-12-30', [PUBLIC, SERVED])).toBe('served')
    expect(stage('i01', '2027-01-20', [PUBLIC, SERVED])).toBe('served')
    expect(stage('i01', '2027-01-21', [PUBLIC, SERVED])).toBe('final')
    expect(stage('i01', '2027-01-21', [SERVED])).toBe('decided')
  })

  test('another grade waits for the time of a review only', () => {
    expect(stage('i04', '2026-12-29', [PUBLIC])).toBe('decided')
    expect(stage('i04', '2026-12-31', [PUBLIC, SERVED])).toBe('served')
    expect(stage('i04', '2027-01-21', [SERVED])).toBe('final')
  })

  // Catches: an objection that nobody answered and that time alone lets lapse.
  test('an open objection holds it up, also one about the notice as a whole', () => {
    const open = { ...PUBLIC, objections: [OBJECTION] }
    expect(stage('i01', '2027-03-01', [open, SERVED])).toBe('objected')
    const general = { ...PUBLIC, objections: [{ date: '2026-12-23', text: '程序' }] }
    expect(stage('i01', '2027-03-01', [general])).toBe('objected')
    const settled = { ...PUBLIC, objections: [{ ...OBJECTION, outcome: '查无实据', decidedOn: '2026-12-25' }] }
    expect(stage('i01', '2026-12-29', [settled])).toBe('passed')
  })

  test('a review is open until it is decided', () => {
    const request: NoticeFile = { id: 'r', kind: 'review', instructor: 'i04', date: '2027-01-05', text: '请复核' }
    expect(stage('i04', '2027-03-01', [SERVED, request])).toBe('reviewing')
    const settled = { ...request, outcome: '维持', decidedOn: '2027-01-12', by: '复核小组' }
    expect(stage('i04', '2027-03-01', [SERVED, settled])).toBe('final')
  })
})

describe('the public notice', () => {
  // Catches: a low grade put up for everybody to read (个人信息保护法 art. 25).
  test('takes people who were decided the top grade, nobody else', () => {
    const { standings, evaluation } = standing(buildOpenYear({ decisions }))
    expect(noticeCandidates(standings, evaluation.scheme).map(each => each.instructor.id)).toEqual(['i01'])
    const bad = { ...PUBLIC, people: ['i01', 'i05', 'i02', 'i99'] }
    expect(faultsOfBuilt(buildOpenYear({ decisions, notices: [bad] }))).toEqual([
      'notices[0].people[1]: not-top-grade',
      'notices[0].people[2]: not-top-grade',
      'notices[0].people[3]: unknown-id',
    ])
  })

  // Catches: a file that can no longer be opened because somebody who was put up was corrected later.
  test('keeps a person whose grade was lowered afterwards', () => {
    const lowered = [...decisions, buildDecision('i01', { kind: 'correct', final: 'competent' })]
    expect(faultsOfBuilt(buildOpenYear({ decisions: lowered, notices: [PUBLIC] }))).toEqual([])
  })

  test('is refused with days that run backwards, a person twice, an id twice', () => {
    const bad = { ...PUBLIC, to: '2026-12-01', people: ['i01', 'i01'] }
    const late = { ...PUBLIC, objections: [{ ...OBJECTION, about: 'i99', outcome: '否', decidedOn: '2026-12-01' }] }
    expect(faultsOfBuilt(buildOpenYear({ decisions, notices: [bad, late] }))).toEqual([
      'notices[1].id: duplicate',
      'notices[0].to: dates-crossed',
      'notices[0].people[1]: duplicate',
      'notices[1].objections[0].about: unknown-id',
      'notices[1].objections[0].decidedOn: dates-crossed',
    ])
    expect(periodProblem('2026-12-22', '2026-12-25', PLAIN_CALENDAR)).toBe('short')
    expect(periodProblem('2026-12-22', '2026-12-28', PLAIN_CALENDAR)).toBeNull()
  })

  // Catches: two windows that each put an objection in, and the first one's gone.
  test('is changed only as it was seen', () => {
    const { notices = [] } = readBuilt(buildOpenYear({ decisions, notices: [PUBLIC, SERVED] }))
    const [seen] = notices
    if (!seen) throw new Error('no notice')
    expect(withNotice(notices, seen, null)).toEqual([SERVED])
    const changed = notices.map(each => (each === seen ? { ...each, to: '2026-12-29' } : each))
    expect(withNotice(changed, seen, seen)).toBe('conflict')
    expect(withNotice(undefined, null, SERVED)).toEqual([SERVED])
  })
})

// Catches: a consequence read from the proposal where people decided another grade; two years in a row overlooked.
test('what a decision leads to follows from the decided grade', () => {
  const file = buildOpenYear({
    decisions: [
      buildDecision('i01', { kind: 'change', final: 'competent' }),
      buildDecision('i05', { kind: 'flag', proposed: 'incompetent', final: 'incompetent' }),
      buildDecision('i06', { proposed: null, final: null, reason: '材料不齐' }),
    ],
  })
  const last = file.instructors[4]
  if (!last) throw new Error('nobody')
  last.history = [{ year: 2025, grade: 'incompetent' }]
  const { standings, evaluation } = standing(file)
  expect(
    outcomesOf(standings, evaluation.scheme, 2026).map(each => [each.standing.instructor.id, ...each.consequences]),
  ).toEqual([['i01', 'renew'], ['i05', 'dismiss'], ['i06']])
})
