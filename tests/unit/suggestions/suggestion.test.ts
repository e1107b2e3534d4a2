import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  decodeSuggestion,
  encodeSuggestion,
  SUGGESTION_BYTES,
} from '#shared/domain/ballot/suggestion/encode-suggestion.ts'
import { registerReleased } from '#shared/domain/ballot/suggestion/register-released.ts'
import { type Suggestion, suggestionState } from '#shared/domain/ballot/suggestion/suggestion.ts'
import { MOST_SUGGESTION, tidySuggestion } from '#shared/domain/ballot/suggestion/suggestion-text.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { meetingId } from '#shared/lib/fields.ts'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'

describe('a suggestion as bytes', () => {
  // Catches: a size that tells how much was written; a text that comes back otherwise, or not at all.
  test('any text of the length comes back tidied, in the one size', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: MOST_SUGGESTION }), text => {
        fc.pre(text.length <= MOST_SUGGESTION)
        const bytes = encodeSuggestion(text)
        expect(bytes).toHaveLength(SUGGESTION_BYTES)
        expect(decodeSuggestion(bytes)).toBe(tidySuggestion(text))
      }),
    )
    expect(decodeSuggestion(encodeSuggestion('字'.repeat(MOST_SUGGESTION)))).toHaveLength(MOST_SUGGESTION)
  })

  // Catches: something hidden behind the words, or in them, by which a voter could be known again.
  test('nothing can be hidden in it', () => {
    expect(tidySuggestion('a\u200bb\u202ec\ufe0f\u00ad  \r\n\n\n\n d\t')).toBe('abc\n\n d')
    const bytes = encodeSuggestion('好')
    for (let at = 0; at < bytes.length; at++)
      for (const bit of [1, 0x20, 0x80]) {
        const changed = bytes.map((byte, index) => (index === at ? byte ^ bit : byte))
        const text = decodeSuggestion(changed)
        if (text !== null) expect(encodeSuggestion(text)).toEqual(changed)
      }
    expect(decodeSuggestion(bytes.slice(1))).toBeNull()
  })
})

describe('the register', () => {
  const m1 = meetingId.parse('m1')
  const m2 = meetingId.parse('m2')

  // Catches: what was released registered twice after a crash; a number given twice.
  test('takes what a meeting released once, with new numbers', () => {
    const once = registerReleased([], m1, ['甲', '乙'])
    expect(registerReleased(once, m1, ['甲', '乙'])).toBe(once)
    // Another hall's teller releases later, among them words that were said in the first hall, too.
    const more = registerReleased(once, m1, ['乙', '甲', '甲', '丁'])
    expect(more.map(({ id, text }) => `${id} ${text}`)).toEqual(['s1 甲', 's2 乙', 's3 甲', 's4 丁'])
    expect(registerReleased(once.slice(1), m2, ['丙']).map(({ id }) => id)).toEqual(['s2', 's3'])
  })

  test('says where each stands', () => {
    const open: Suggestion = { id: 's1', meeting: m1, text: '甲' }
    const due = { ...open, responsible: '区总', due: '2027-01-31' }
    expect([
      suggestionState(open, '2027-01-31'),
      suggestionState(due, '2027-01-31'),
      suggestionState(due, '2027-02-01'),
      suggestionState({ ...due, answer: '好', answered: '2027-03-01' }, '2027-04-01'),
    ]).toEqual(['open', 'assigned', 'overdue', 'done'])
  })

  // Catches: a register of a meeting that never was, or answered by nothing, read as if it were in order.
  test.each([
    [[{ id: 's1', meeting: 'm9', text: '甲' }], 'suggestions[0].meeting: unknown-id'],
    [[{ id: 's1', meeting: 'm1', text: '甲', answered: '2027-01-01' }], 'suggestions[0].answer: missing'],
    [
      [
        { id: 's1', meeting: 'm1', text: '甲' },
        { id: 's1', meeting: 'm1', text: '乙' },
      ],
      'suggestions[1].id: duplicate',
    ],
    [[{ id: 's1', meeting: 'm1', text: '字'.repeat(501) }], 'suggestions[0].text: too-long'],
    [[{ id: 's1', meeting: 'm1', text: '甲', group: 'A' }], 'suggestions[0].group: unknown-key'],
  ])('in the evaluation file: %#', (suggestions, fault) => {
    const read = readEvaluation(JSON.stringify({ ...buildEvaluation(), suggestions }))
    expect(read.ok ? [] : read.error.map(({ path, code }) => `${path}: ${code}`)).toContain(fault)
  })
})
