import { describe, expect, test } from 'vitest'
import {
  beginKeying,
  type Keying,
  type KeyingSetUp,
  pressKey,
  readingOf,
  rowsOf,
} from '#renderer/features/ballot/meeting/paper-keys.ts'
import { buildSetUp } from '#tests/unit/box/build-set-up.ts'

const SIMPLE: KeyingSetUp = { setUp: buildSetUp({}, { people: 4 }), peers: false, count: 3 }
const PEERS: KeyingSetUp = { setUp: buildSetUp({}, { people: 3, indicators: 2 }), peers: true, count: 1 }

/** What a person has keyed after these keys. */
function keyed(keys: readonly string[], by: KeyingSetUp = SIMPLE): Keying {
  return keys.reduce((state, key) => pressKey(state, key, by), beginKeying())
}

/** The readings of one ballot, row by row. */
function readings(state: Keying, by: KeyingSetUp = SIMPLE, ballot = state.ballot): string[] {
  return rowsOf(by.setUp).map(row => readingOf(state.ballots[ballot] ?? { marks: {} }, row))
}

describe('one key a row', () => {
  // Catches: a digit that means another option, a row skipped or keyed twice.
  test('digits choose in the order of the paper, 0 leaves blank, X is two ticks', () => {
    const state = keyed(['1', '4', '0', 'x'])
    expect(readings(state)).toEqual(['excellent', 'incompetent', 'blank', 'invalid'])
    expect(state.row).toBe(4)
    expect(state.ballots[0]).toEqual({
      marks: { i01: { overall: 'excellent' }, i02: { overall: 'incompetent' } },
      invalid: { i04: ['overall'] },
    })
  })

  // Catches: a key that says nothing taken for a mark; a row past the last that is keyed all the same.
  test('a key without a meaning changes nothing, and neither does one past the last row', () => {
    const begun = keyed(['1'])
    for (const key of ['5', 'q', 's', 'Tab', 'Enter', '10']) expect(pressKey(begun, key, SIMPLE)).toBe(begun)
    const whole = keyed(['1', '1', '1', '1'])
    expect(pressKey(whole, '2', SIMPLE)).toBe(whole)
  })

  // Catches: a slip of the finger that cannot be taken back, or that leaves the old reading beside the new one.
  test('a row gone back to is read anew', () => {
    const state = keyed(['x', '2', 'ArrowUp', 'ArrowUp', '3', '0'])
    expect(readings(state)).toEqual(['basic', 'blank', 'blank', 'blank'])
    expect(state.ballots[0]).toEqual({ marks: { i01: { overall: 'basic' } } })
    expect(keyed(['ArrowUp']).row).toBe(0)
  })
})

describe('the rest', () => {
  // Catches: rows above overwritten; a rest that stays switched on; one that cannot be thought better of.
  test('R and a digit mark this row and all below, once', () => {
    expect(readings(keyed(['1', 'r', '2']))).toEqual(['excellent', 'competent', 'competent', 'competent'])
    expect(readings(keyed(['r', 'R', '2']))).toEqual(['competent', 'blank', 'blank', 'blank'])
    expect(readings(keyed(['*', '0']))).toEqual(['blank', 'blank', 'blank', 'blank'])
    expect(keyed(['r', '1']).rest).toBe(false)
    expect(readings(keyed(['r', 'ArrowDown', '2']))).toEqual(['blank', 'competent', 'blank', 'blank'])
  })

  // Catches: the author's own row marked by the rest, which would make the ballot void.
  test('leaves the author’s own row alone', () => {
    const state = keyed(['1', '1', 's', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'r', '2'], PEERS)
    expect(readings(state, PEERS)).toEqual(['competent', 'competent', 'self', 'self', 'competent', 'competent'])
    expect(state.ballots[0]?.self).toBe('i02')
  })
})

describe('the author’s own row', () => {
  // Catches: a self row with marks left in it, a second one beside it, or one on a ballot that has no author.
  test('takes all of the person’s rows, moves, and goes with a mark', () => {
    const own = keyed(['1', '2', 'ArrowUp', 's'], PEERS)
    expect(readings(own, PEERS).slice(0, 2)).toEqual(['self', 'self'])
    expect(own.row).toBe(2)
    const moved = pressKey(own, 's', PEERS)
    expect(readings(moved, PEERS)).toEqual(['blank', 'blank', 'self', 'self', 'blank', 'blank'])
    const gone = pressKey({ ...moved, row: 2 }, '1', PEERS)
    expect(gone.ballots[0]).toEqual({ marks: { i02: { k1: 'excellent' } } })
    expect(readings(keyed(['s']))).toEqual(['blank', 'blank', 'blank', 'blank'])
  })
})

describe('a void ballot', () => {
  // Catches: marks that stay in a ballot called void, and come to light when the two entries are compared.
  test('holds nothing else, takes no marks, and can be taken back', () => {
    const state = keyed(['1', 'v'])
    expect(state.ballots).toEqual([{ marks: {}, void: true }])
    expect(pressKey(state, '1', SIMPLE)).toBe(state)
    expect(pressKey(state, 'V', SIMPLE).ballots).toEqual([{ marks: {} }])
  })
})

describe('from ballot to ballot', () => {
  // Catches: an unfinished ballot left behind; a ballot more than are on the table; one keyed again from nothing.
  test('Enter goes on from a whole ballot only, and back keeps what was keyed', () => {
    const first = keyed(['r', '1', 'Enter'])
    expect(first).toMatchObject({ ballot: 1, row: 0 })
    const second = ['v', 'Enter', 'r', '2'].reduce((state, key) => pressKey(state, key, SIMPLE), first)
    expect(second.ballot).toBe(2)
    expect(pressKey(second, 'Enter', SIMPLE)).toBe(second)
    const back = pressKey(pressKey(second, 'PageUp', SIMPLE), 'PageUp', SIMPLE)
    expect(back.ballot).toBe(0)
    expect(readings(back)).toEqual(['excellent', 'excellent', 'excellent', 'excellent'])
    expect(back.ballots).toHaveLength(3)
    expect(back.ballots[1]).toEqual({ marks: {}, void: true })
    expect(pressKey(back, 'PageUp', SIMPLE)).toBe(back)
  })
})
