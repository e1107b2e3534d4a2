import { describe, expect, test } from 'vitest'
import { isSchemeDraft, readSchemeDraft, type SchemeDraft } from '#shared/domain/scheme/design/draft.ts'
import { moved, withoutComponent } from '#shared/domain/scheme/design/edit-components.ts'
import { type ComponentKind, newComponent } from '#shared/domain/scheme/design/new-component.ts'
import { nextGroupId, nextId } from '#shared/domain/scheme/design/next-id.ts'
import { runningTotal } from '#shared/domain/scheme/design/running-total.ts'
import { takenIds } from '#shared/domain/scheme/design/taken-ids.ts'
import { typedDecimal } from '#shared/domain/scheme/design/typed-decimal.ts'
import { buildBallotComponent, buildRatingComponent, buildScheme } from '#tests/fixtures/build-scheme.ts'

describe('the running total', () => {
  // Catches: a total in floats (0.1 + 0.2), a sign or a direction the wrong way round.
  test.each([
    [['50', '40', '5'], '95', '5', 'short'],
    [['60', '40.5'], '100.5', '0.5', 'over'],
    [['33.3', '33.3', '33.4'], '100', '0', 'whole'],
    [['99.9', '0.1'], '100', '0', 'whole'],
    [[], '0', '100', 'short'],
  ])('%j is %s', (values, total, difference, state) => {
    expect(runningTotal(values)).toEqual({ total, difference, state })
  })

  // Catches: a crash on a number that is half typed, or on one made to be slow.
  test('counts what is no number yet as nothing', () => {
    expect(runningTotal(['40', '', '6.', 'x', '-', '1e3', '9'.repeat(200)]).total).toBe('40')
  })
})

// Catches: a weight refused because the input method typed it full-width, or with its unit.
test.each([
  ['９０', '90'],
  ['３０％', '30'],
  ['12。5', '12.5'],
  [' 15 分', '15'],
  ['.5', '0.5'],
  ['１，０００', '1000'],
  ['十', '十'],
  ['', ''],
])('typed %j is the decimal %j', (typed, decimal) => {
  expect(typedDecimal(typed)).toBe(decimal)
})

describe('ids', () => {
  // Catches: an id given twice, which would hand one part's records to another.
  test('new parts take the first id that neither the draft nor the saved scheme uses', () => {
    expect(nextId('k', ['k1', 'k3'])).toBe('k2')
    expect(nextGroupId(['A', 'B', 'D'])).toBe('C')
    expect(nextGroupId('ABCDEFGHIJKLMNOPQRSTUVWXYZ')).toBe('Z1')
    const saved = buildScheme()
    const draft = withoutComponent(saved, 'meeting')
    const added = newComponent('ballot', takenIds(draft, saved))
    expect(added.kind === 'ballot' && added.groups[0]?.id).toBe('E')
  })
})

describe('a drafted scheme', () => {
  // Catches: a new part that the designer could never save whatever was filled in.
  test.each(['self', 'ballot', 'rating'] satisfies ComponentKind[])(
    'a new %s component lacks its figures only',
    kind => {
      const component = { ...newComponent(kind, []), weight: '100' }
      const named: SchemeDraft = {
        ...buildScheme({ tieBreakers: [] }),
        components: [
          component.kind === 'ballot'
            ? { ...component, groups: component.groups.map(group => ({ ...group, name: '职工代表' })) }
            : component.kind === 'rating'
              ? { ...component, sources: component.sources.map(source => ({ ...source, name: '区总工会' })) }
              : component,
        ],
      }
      expect(readSchemeDraft(named).ok).toBe(true)
    },
  )

  // Catches: faults without the place of their input.
  test('names each fault by its place', () => {
    const [self, ballot, rating] = buildScheme().components
    if (!self || !ballot || !rating) throw new Error('the fixture lost a component')
    const typing = readSchemeDraft(buildScheme({ components: [self, ballot, { ...rating, weight: '4o' }] }))
    expect(typing).toMatchObject({
      ok: false,
      error: [{ path: 'scheme.components[2].weight', code: 'not-a-decimal' }],
    })
    const short = readSchemeDraft(buildScheme({ components: [self, ballot, { ...rating, weight: '35' }] }))
    expect(short).toMatchObject({ ok: false, error: [{ path: 'scheme.components', code: 'total-not-hundred' }] })
  })

  // Catches: a draft that is lost at the next start because something in it was not finished, or a broken one taken for good.
  test('is told from anything else, however little of it is filled in', () => {
    const empty = buildScheme({
      name: '',
      minGroupBallots: Number.NaN,
      components: [
        buildBallotComponent({ weight: '', groups: [], name: '' }),
        buildRatingComponent({ weight: 'x', sources: [] }),
      ],
    })
    expect(isSchemeDraft(empty)).toBe(true)
    expect(isSchemeDraft({ ...empty, grades: undefined })).toBe(false)
    expect(isSchemeDraft({ ...empty, components: [{ id: 'c1', kind: 'other' }] })).toBe(false)
    expect(isSchemeDraft('三段式')).toBe(false)
  })

  // Catches: a removed component that still breaks ties, so that the scheme cannot be saved.
  test('forgets a removed component everywhere', () => {
    const left = withoutComponent(buildScheme(), 'rating')
    expect(left.components.map(each => each.id)).toEqual(['self', 'meeting'])
    expect(left.tieBreakers).toEqual(['meeting', 'excellentRate'])
  })

  // Catches: an item lost or doubled at the ends of a list.
  test('moves an item one place, and never out of its list', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b'])
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c'])
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c'])
  })
})
