import { expect, test } from 'vitest'
import { checkFigures } from '#renderer/features/ballot/manual-counts/check-figures.ts'
import { type FigureRow, formOf, VOIDED } from '#renderer/features/ballot/manual-counts/figures-form.ts'
import { ballotComponents } from '#shared/domain/scheme/scheme.ts'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'

const { scheme } = readBuilt(buildEvaluation())

function check(changes: Readonly<Record<string, Partial<FigureRow>>>) {
  const [component] = ballotComponents(scheme)
  if (!component) throw new Error('no ballot')
  const empty = formOf(null, component)
  const plain = { expected: '12', attended: '12', printed: '15', issued: '12', returned: '12', void: '0' }
  const rows = empty.rows.map(row => ({ ...row, ...plain, ...changes[row.id] }))
  return checkFigures({ ...empty, date: '2026-12-10', rows }, 'keyed-1', component, scheme)
}

// Catches: figures that cannot be, found only at the door, without the cell they stand in.
test('what is wrong is told at its cell, in the words of the door', () => {
  const { problems, meeting } = check({ A: { returned: '13' }, B: { void: '20' }, C: { expected: '' } })
  expect(meeting).toBeNull()
  expect([...problems.keys()]).toEqual(['C expected'])
  const whole = check({ A: { returned: '13' }, B: { void: '20' } })
  expect(whole.meeting).toBeNull()
  expect([...whole.problems.keys()].sort()).toEqual(['A returned', 'B void'])
  expect(check({ A: { handling: 'B' }, B: { handling: 'A' } }).problems.get('A handling')).toBe('并入关系成环')
  expect([...check({ A: { handling: VOIDED } }).problems]).toEqual([['A reason', '请写明作废原因']])
})

// Catches: a void vote that needs possible figures, or a group that is lost when it is merged.
test('a good form is the meeting that the year will hold', () => {
  const { meeting, small } = check({
    A: { returned: '14', handling: VOIDED, reason: '收回多于发出' },
    D: { returned: '2', handling: 'C' },
  })
  expect(small).toBe(false)
  expect(meeting).toMatchObject({ id: 'keyed-1', keyed: true, round: 1, date: '2026-12-10', tallies: [] })
  expect(meeting?.groups.map(group => [group.id, group.voided, group.mergedInto])).toEqual([
    ['A', '收回多于发出', undefined],
    ['B', undefined, undefined],
    ['C', undefined, undefined],
    ['D', undefined, 'C'],
  ])
  expect(check({ D: { returned: '3' } }).small).toBe(true)
})
