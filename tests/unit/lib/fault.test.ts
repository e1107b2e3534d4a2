import { describe, expect, test } from 'vitest'
import { faultLine, faultWords } from '#shared/domain/evaluation/fault-words.ts'
import { at, duplicates, FAULT_CODES, fault } from '#shared/lib/fault.ts'

describe('at', () => {
  test('names a place as a reader would type it', () => {
    expect(at('ratings', 3, 'scores', 'policy')).toBe('ratings[3].scores.policy')
    expect(at('meetings', 0, 'groups', 2)).toBe('meetings[0].groups[2]')
    expect(at()).toBe('')
  })
})

describe('duplicates', () => {
  test('tells each later one with the first of its kind', () => {
    expect(duplicates(['a', 'b', 'a', 'a', 'c', 'b'], letter => letter)).toEqual([
      { index: 2, first: 0 },
      { index: 3, first: 0 },
      { index: 5, first: 1 },
    ])
  })

  test('keys that are names of Object.prototype are ordinary', () => {
    expect(duplicates(['constructor', 'toString', '__proto__'], name => name)).toEqual([])
  })
})

describe('the words of a fault', () => {
  test('are one line each, whatever the input held', () => {
    const line = faultLine(fault('instructors[0].a\nb', 'unknown-key', { value: '\u001b[31m\r\n' }))
    expect(line).toBe('instructors[0].a b: unknown key · 没有这一项，请核对名称')
  })

  test('say a newer version in the words of the design', () => {
    const line = faultLine(fault('version', 'newer-version', { value: 2, known: 1 }))
    expect(line).toContain('made by a newer Pingyi')
  })

  test('exist in both languages for every code', () => {
    for (const code of FAULT_CODES) {
      expect(faultWords(fault('', code)), code).toMatch(/\p{Script=Han}/u)
      expect(faultLine(fault('x', code)), code).toMatch(/^x: [a-z"]/)
    }
  })
})
