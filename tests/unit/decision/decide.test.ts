import { describe, expect, test } from 'vitest'
import { appendDecisions } from '#shared/domain/decision/append-decisions.ts'
import { confirmable, entryFor, kindOf, needsClause, needsReason } from '#shared/domain/decision/decide.ts'
import { settleTie } from '#shared/domain/decision/settle-tie.ts'
import { checkChange } from '#shared/domain/evaluation/check-change.ts'
import { buildDecision, buildOpenYear, standing } from './build-decided.ts'

const SITTING = { by: '考评小组', date: '2026-12-21' }
const BARE = { reason: '', clause: '', ...SITTING }

describe('what each person needs', () => {
  // Catches: a tied, flagged or blocked person who is confirmed in bulk as if nothing were the matter.
  test('only who is plain can be confirmed with the others', () => {
    const { standings } = standing(buildOpenYear())
    expect(standings.map(each => each.need)).toEqual(['confirm', 'tie', 'tie', 'confirm', 'flag', 'blocked'])
    expect(confirmable(standings).map(each => each.instructor.id)).toEqual(['i01', 'i04'])
    const after = standing(buildOpenYear({ decisions: [buildDecision('i01')] }))
    expect(confirmable(after.standings).map(each => each.instructor.id)).toEqual(['i04'])
  })

  // Catches: a decision that goes on standing unseen after the counts below it were mended.
  test('a decision whose proposal has changed since is told', () => {
    const { of } = standing(
      buildOpenYear({
        decisions: [buildDecision('i01', { proposed: 'competent', final: 'competent' }), buildDecision('i04')],
      }),
    )
    expect(of('i01').stale).toBe(true)
    expect(of('i02').stale).toBe(false)
  })
})

describe('an entry', () => {
  // Catches: a changed grade that is recorded as a confirmation, or a second decision that is not marked as a correction.
  test('gets its kind from where the person stands', () => {
    const { of } = standing(buildOpenYear({ decisions: [buildDecision('i01')] }))
    expect(kindOf(of('i01'), 'competent')).toBe('correct')
    expect(kindOf(of('i02'), 'excellent')).toBe('tie')
    expect(kindOf(of('i04'), 'competent')).toBe('confirm')
    expect(kindOf(of('i04'), 'basic')).toBe('change')
    expect(kindOf(of('i05'), 'incompetent')).toBe('flag')
    expect(kindOf(of('i05'), 'competent')).toBe('change')
    expect(kindOf(of('i06'), null)).toBe('confirm')
  })

  // Catches: a grade that departs from the rules without a word of why.
  test('says why wherever it does more than agree', () => {
    const { of } = standing(buildOpenYear({ decisions: [buildDecision('i01')] }))
    expect([needsReason(of('i04'), 'competent'), needsReason(of('i05'), 'incompetent')]).toEqual([false, false])
    expect([needsReason(of('i04'), 'basic'), needsClause(of('i04'), 'basic')]).toEqual([true, true])
    expect([needsReason(of('i06'), null), needsClause(of('i06'), null)]).toEqual([true, false])
    expect(entryFor(of('i04'), { ...BARE, final: 'basic' })).toEqual({
      ok: false,
      error: ['reason-missing', 'clause-missing'],
    })
    expect(entryFor(of('i04'), { ...BARE, final: 'competent', by: '　 ', date: '' })).toEqual({
      ok: false,
      error: ['by-missing', 'date-missing'],
    })
    expect(entryFor(of('i01'), { ...BARE, final: 'competent', reason: '核实', date: '2026-12-01' })).toEqual({
      ok: false,
      error: ['date-before-last'],
    })
  })

  // Catches: a review decided by those whose decision is reviewed, also where the name is spaced otherwise.
  test('of a review is refused from who decided', () => {
    const { of } = standing(
      buildOpenYear({
        decisions: [buildDecision('i01', { by: '考评 小组' })],
        notices: [{ id: 'r', kind: 'review', instructor: 'i01', date: '2026-12-22', text: '请复核' }],
      }),
    )
    const verdict = { ...BARE, final: 'competent', reason: '复核属实', date: '2026-12-23' }
    expect(entryFor(of('i01'), verdict)).toEqual({ ok: false, error: ['reviewer-decided'] })
    expect(entryFor(of('i01'), { ...verdict, by: '复核小组' })).toMatchObject({ ok: true, value: { kind: 'review' } })
  })

  // Catches: a record that the app itself could not read again; a decision made on figures that nobody saw.
  test('is put at the end of the record, or refused where what was seen is no longer so', () => {
    const { evaluation, of } = standing(buildOpenYear({ decisions: [buildDecision('i01')] }))
    const entry = entryFor(of('i04'), { ...BARE, final: 'competent' })
    if (!entry.ok) throw new Error('the entry is refused')
    const appended = appendDecisions(evaluation, evaluation, [entry.value])
    if (appended === 'conflict') throw new Error('conflict')
    expect(appended[0]).toBe(evaluation.decisions[0])
    const checked = checkChange(evaluation, { ...evaluation, decisions: [...appended] })
    expect(checked).toMatchObject({ ok: true })
    if (!checked.ok) return
    expect(checked.value.decisions.at(-1)).toMatchObject({ instructor: 'i04', kind: 'confirm', final: 'competent' })
    expect(appendDecisions(evaluation, checked.value, [entry.value])).toBe('conflict')
    expect(appendDecisions(evaluation, { ...evaluation, self: [...evaluation.self] }, [entry.value])).toBe('conflict')
  })
})

describe('the places', () => {
  // Catches: places that are counted by proposals after people decided otherwise.
  test('are used by the last decisions', () => {
    expect(standing(buildOpenYear()).quota).toMatchObject([{ places: 2, used: 0, waiting: 1, free: 1, over: 0 }])
    const decisions = [
      buildDecision('i01'),
      buildDecision('i04'),
      buildDecision('i05'),
      buildDecision('i04', { kind: 'correct', final: 'competent' }),
    ]
    expect(standing(buildOpenYear({ decisions })).quota).toMatchObject([{ used: 2, waiting: 0, free: 0, over: 0 }])
    const over = [...decisions, buildDecision('i02', { kind: 'tie', proposed: null })]
    expect(standing(buildOpenYear({ decisions: over })).quota).toMatchObject([{ used: 3, free: 0, over: 1 }])
  })

  // Catches: a tie that gives away more places than there are, or that leaves one of the tied without an entry.
  test('a tie is settled for all who tie, within the places', () => {
    const { quota, evaluation } = standing(buildOpenYear())
    const [use] = quota
    if (!use) throw new Error('no quota')
    const verdict = { ...BARE, reason: '经票决' }
    expect(settleTie(use, new Set(['i02', 'i03']), evaluation.scheme, verdict)).toEqual({
      ok: false,
      error: ['too-many-kept'],
    })
    expect(settleTie(use, new Set(['i02']), evaluation.scheme, BARE)).toEqual({ ok: false, error: ['reason-missing'] })
    const settled = settleTie(use, new Set(['i03']), evaluation.scheme, verdict)
    expect(settled.ok && settled.value.map(entry => [entry.instructor, entry.kind, entry.final])).toEqual([
      ['i02', 'tie', 'competent'],
      ['i03', 'tie', 'excellent'],
    ])
  })
})
