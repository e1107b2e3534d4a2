import { describe, expect, test } from 'vitest'
import {
  EMPTY_SHEET,
  type HandSheet,
  handState,
  phonesTooFew,
  rowKey,
  validOf,
  wholeSheet,
} from '#renderer/features/ballot/meeting/hand/hand-sheets.ts'
import { planComponent } from '#shared/domain/ballot/plan/plan-component.ts'
import { buildPlan } from '#tests/fixtures/build-plan.ts'
import { readPlanYear } from '#tests/unit/meeting/meeting-plan-file.ts'

const { setUp, plan, evaluation } = readPlanYear(buildPlan({ paperCount: 'called-out' }))
const component = planComponent(plan, evaluation.scheme)
if (!component) throw new Error('no component')

/** Three ballots of four people: all 优秀 but for what is said. */
function sheet(
  rows: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
  numbers: Partial<HandSheet> = {},
): HandSheet {
  const all = Object.fromEntries(setUp.instructors.map(({ id }) => [rowKey(id, 'overall'), { 'mark:excellent': '3' }]))
  const own = Object.fromEntries(Object.entries(rows).map(([id, cells]) => [rowKey(id, 'overall'), cells]))
  return { returned: '3', void: '', rows: { ...all, ...own }, ...numbers }
}

const stateOf = (first: HandSheet, second: HandSheet) => handState([first, second], 'A', setUp, component)

describe('a counter’s sheet', () => {
  // Catches: a row that lost a tick taken as whole; void ballots that must be marked all the same.
  test('is whole when every row adds up to the valid ballots', () => {
    expect(validOf(sheet())).toBe(3)
    expect(wholeSheet(sheet(), 'A', setUp, component)?.rows).toHaveLength(4)
    expect(wholeSheet(sheet({ i02: { 'mark:excellent': '1', 'mark:basic': '1' } }), 'A', setUp, component)).toBeNull()
    expect(wholeSheet(sheet({}, { void: '1' }), 'A', setUp, component)).toBeNull()
    const withVoid = sheet({}, { returned: '4', void: '1' })
    expect(wholeSheet(withVoid, 'A', setUp, component)).toMatchObject({ returned: 4, void: 1 })
  })

  // Catches: numbers that say nothing read as nought, which would let an empty sheet pass.
  test.each([
    ['', ''],
    ['三', ''],
    ['2', '3'],
    ['3', 'x'],
    ['-1', ''],
  ])('says nothing with 收回 %j and 无效 %j', (returned, invalid) => {
    expect(validOf({ ...EMPTY_SHEET, returned, void: invalid })).toBeNull()
    expect(wholeSheet(sheet({}, { returned, void: invalid }), 'A', setUp, component)).toBeNull()
  })

  test('of a group that nobody used paper in needs no rows', () => {
    const none = { ...EMPTY_SHEET, returned: '0' }
    expect(stateOf(none, none)).toEqual({ kind: 'agreed', count: { group: 'A', returned: 0, void: 0, rows: [] } })
  })
})

describe('two counters', () => {
  // Catches: one counter's sheet shown beside the other's before both are whole, so that it is copied.
  test('are compared only when both are whole', () => {
    expect(stateOf(sheet(), EMPTY_SHEET).kind).toBe('typing')
    expect(stateOf(sheet({ i01: {} }), sheet()).kind).toBe('typing')
    expect(stateOf(sheet(), sheet()).kind).toBe('agreed')
  })

  // Catches: a difference that is passed over because the totals agree.
  test('every figure on which they differ is told', () => {
    const other = sheet({ i03: { 'mark:excellent': '2', abstain: '1' } })
    expect(stateOf(sheet(), other)).toEqual({
      kind: 'differs',
      differences: [
        { instructor: 'i03', indicator: 'overall', of: 'excellent', first: 3, second: 2 },
        { instructor: 'i03', indicator: 'overall', of: 'abstain', first: 0, second: 1 },
      ],
    })
  })
})

// Catches: a box opened, and its key destroyed, whose few phone ballots then keep the called-out totals from counting.
test('too few phones are told before the opening; none at all are no trouble', () => {
  const phones = (a: number, d: number) => [
    { id: 'A', phones: a },
    { id: 'D', phones: d },
  ]
  expect(phonesTooFew(setUp, phones(0, 0))).toBe(false)
  expect(phonesTooFew(setUp, phones(2, 0))).toBe(true)
  expect(phonesTooFew(setUp, phones(3, 0))).toBe(false)
  // Peers' ballots: one may be the person's own row.
  expect(phonesTooFew(setUp, phones(0, 3))).toBe(true)
  expect(phonesTooFew(setUp, phones(1, 3))).toBe(false)
})
