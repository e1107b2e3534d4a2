import { expect, test } from 'vitest'
import { threeWay } from '#renderer/editing/three-way.ts'

const began = { base: { id: 'i01', phone: '1' }, cells: { a: '1', b: '2' }, list: [1], text: '' }

// Catches: a save that puts back what another window changed, or that throws away what was typed here.
test('what was not touched follows, what was typed stays, and what both changed is told', () => {
  const mine = { ...began, cells: { a: '1', b: '3', c: '9' }, text: 'x' }
  const theirs = { base: { id: 'i01', phone: '2' }, cells: { a: '5', b: '4' }, list: [1, 2], text: '' }
  expect(threeWay(began, mine, theirs)).toEqual({
    value: { base: theirs.base, cells: { a: '5', b: '3', c: '9' }, list: [1, 2], text: 'x' },
    taken: [['base'], ['cells', 'a'], ['list']],
    clashes: [{ place: ['cells', 'b'], theirs: '4' }],
  })
})

test('a cell emptied elsewhere is emptied, one emptied on both sides is no clash', () => {
  const before: { cells: Record<string, string> } = { cells: { a: '1', b: '2' } }
  const { value, clashes } = threeWay(before, { cells: { a: '1', b: '' } }, { cells: {} })
  expect(value.cells['a']).toBeUndefined()
  expect(clashes).toEqual([])
})
