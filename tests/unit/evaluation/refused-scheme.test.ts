import { describe, expect, test } from 'vitest'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import { buildBallotComponent, buildRatingComponent, buildSelfComponent } from '#tests/fixtures/build-scheme.ts'
import { faultsOfBuilt } from '#tests/fixtures/read-built.ts'
import { setAt } from '#tests/fixtures/set-at.ts'

// SCORING.md "Refused", what concerns the scheme: each with the place that the clerk has to mend.

type Case = readonly [string, readonly (string | number)[], unknown, readonly string[]]

const SCHEME = ['scheme'] as const
const SELF = [...SCHEME, 'components', 0] as const
const BALLOT = [...SCHEME, 'components', 1] as const
const RATING = [...SCHEME, 'components', 2] as const

const variant = (...components: readonly object[]) => [
  { id: 'v1', name: '东城区方案', postings: ['东城区'], components },
]
const OWN = 'scheme.variants[0].components'
const RATING_SOURCE = { id: 'district', weight: '60' }

const variants: readonly (readonly [string, unknown, readonly string[]])[] = [
  ['weights that no longer total 100', variant({ id: 'self', weight: '20' }), [`${OWN}: total-not-hundred`]],
  [
    'a weight of 0',
    variant({ id: 'self', weight: '0' }),
    [`${OWN}[0].weight: not-above-zero`, `${OWN}: total-not-hundred`],
  ],
  ['a component that is not there', variant({ id: 'other', weight: '10' }), [`${OWN}[0].id: unknown-id`]],
  ['a component twice', variant({ id: 'self' }, { id: 'self' }), [`${OWN}[1].id: duplicate`]],
  [
    'points that total 99',
    variant({ id: 'self', indicators: [{ id: 'k', name: '工作', points: '99' }] }),
    [`${OWN}[0].indicators: total-not-hundred`],
  ],
  [
    'indicators for the meeting',
    variant({ id: 'meeting', indicators: [{ id: 'k', name: '工作', points: '100' }] }),
    [`${OWN}[0].indicators: not-in-variant`],
  ],
  [
    'indicators where the main scheme asks for one score',
    variant({ id: 'rating', indicators: [{ id: 'k', name: '工作', points: '100' }] }),
    [`${OWN}[0].indicators: not-in-variant`],
  ],
  [
    'a source without its weight',
    variant({ id: 'rating', sources: [{ ...RATING_SOURCE, weight: '100' }] }),
    [`${OWN}[0].sources: source-left-out`],
  ],
  [
    'a source that is not there',
    variant({ id: 'rating', sources: [RATING_SOURCE, { id: 'industry', weight: '30' }, { id: 'city', weight: '10' }] }),
    [`${OWN}[0].sources[2].id: unknown-id`],
  ],
  [
    'sources of the meeting',
    variant({ id: 'meeting', sources: [RATING_SOURCE] }),
    [`${OWN}[0].sources: not-in-variant`],
  ],
  [
    'a posting in two variants',
    [...variant(), { id: 'v2', name: '另一份', postings: ['西城区', '东城区 '], components: [] }],
    ['scheme.variants[1].postings[1]: duplicate'],
  ],
  [
    'an id twice',
    [...variant(), { id: 'v1', name: '另一份', postings: ['西城区'], components: [] }],
    ['scheme.variants[1].id: duplicate'],
  ],
  [
    'nobody to be for',
    [{ id: 'v1', name: '另一份', postings: [], components: [] }],
    ['scheme.variants[0].postings: empty'],
  ],
  ['no variant at all', [], ['scheme.variants: empty']],
]

const totals: readonly Case[] = [
  ['components total 101', [...SELF, 'weight'], '11', ['scheme.components: total-not-hundred']],
  ['components total 99.99', [...SELF, 'weight'], '9.99', ['scheme.components: total-not-hundred']],
  [
    'a component of weight 0',
    [...SELF, 'weight'],
    '0',
    ['scheme.components[0].weight: not-above-zero', 'scheme.components: total-not-hundred'],
  ],
  [
    'a component of weight −10',
    [...SELF, 'weight'],
    '-10',
    ['scheme.components[0].weight: not-above-zero', 'scheme.components: total-not-hundred'],
  ],
  [
    'a ballot indicator of weight 99',
    [...BALLOT, 'indicators', 0, 'weight'],
    '99',
    ['scheme.components[1].indicators: total-not-hundred'],
  ],
  ['groups total 110', [...BALLOT, 'groups', 1, 'weight'], '30', ['scheme.components[1].groups: total-not-hundred']],
  [
    'a group of weight 0',
    [...BALLOT, 'groups', 1, 'weight'],
    '0.0',
    ['scheme.components[1].groups[1].weight: not-above-zero', 'scheme.components[1].groups: total-not-hundred'],
  ],
  ['sources total 90', [...RATING, 'sources', 0, 'weight'], '50', ['scheme.components[2].sources: total-not-hundred']],
  [
    'self indicators total 99',
    [...SELF, 'indicators', 0, 'points'],
    '14',
    ['scheme.components[0].indicators: total-not-hundred'],
  ],
]

const ids: readonly Case[] = [
  [
    'two components of one id',
    [...RATING, 'id'],
    'self',
    ['scheme.components[2].id: duplicate', 'scheme.tieBreakers[2]: unknown-id'],
  ],
  [
    'two self indicators of one id',
    [...SELF, 'indicators', 7, 'id'],
    'policy',
    ['scheme.components[0].indicators[7].id: duplicate'],
  ],
  ['two groups of one id', [...BALLOT, 'groups', 3, 'id'], 'A', ['scheme.components[1].groups[3].id: duplicate']],
  [
    'two options of one id',
    [...BALLOT, 'scale', 'options', 1, 'id'],
    'excellent',
    ['scheme.components[1].scale.options[1].id: duplicate'],
  ],
  [
    'two sources of one id',
    [...RATING, 'sources', 1, 'id'],
    'district',
    ['scheme.components[2].sources[1].id: duplicate'],
  ],
  ['two grades of one id', [...SCHEME, 'grades', 3, 'id'], 'basic', ['scheme.grades[3].id: duplicate']],
  ['an unknown tie-breaker', [...SCHEME, 'tieBreakers', 1], 'luck', ['scheme.tieBreakers[1]: unknown-id']],
  ['a component named like a tie-breaker', [...SELF, 'id'], 'excellentRate', ['scheme.components[0].id: reserved-id']],
  [
    'an option named like a category',
    [...BALLOT, 'scale', 'options', 0, 'id'],
    'abstain',
    ['scheme.components[1].scale.options[0].id: reserved-id'],
  ],
  [
    'an option named like the other',
    [...BALLOT, 'scale', 'options', 0, 'id'],
    'void',
    ['scheme.components[1].scale.options[0].id: reserved-id'],
  ],
  [
    'an id with the separator of notes',
    [...BALLOT, 'groups', 0, 'id'],
    'A:B',
    ['scheme.components[1].groups[0].id: not-an-id'],
  ],
]

const lines: readonly Case[] = [
  [
    'a line above the better grade’s',
    [...SCHEME, 'grades', 1, 'min'],
    '91',
    ['scheme.grades[1].min: lines-not-descending'],
  ],
  ['two equal lines', [...SCHEME, 'grades', 1, 'min'], '90', ['scheme.grades[1].min: lines-not-descending']],
  ['a line above 100', [...SCHEME, 'grades', 0, 'min'], '101', ['scheme.grades[0].min: above-maximum']],
  ['a last line above 0', [...SCHEME, 'grades', 3, 'min'], '10', ['scheme.grades[3].min: last-line-not-zero']],
  [
    'an unknown consequence',
    [...SCHEME, 'grades', 0, 'consequence'],
    'promote',
    ['scheme.grades[0].consequence: not-a-choice'],
  ],
  [
    'a quota above 100 %',
    [...SCHEME, 'excellentQuota', 'percent'],
    '120',
    ['scheme.excellentQuota.percent: above-maximum'],
  ],
  [
    'a negative quota',
    [...SCHEME, 'excellentQuota', 'percent'],
    '-1',
    ['scheme.excellentQuota.percent: below-minimum'],
  ],
  ['a quota by name', [...SCHEME, 'excellentQuota', 'by'], 'name', ['scheme.excellentQuota.by: not-a-choice']],
  ['a negative cap', [...SCHEME, 'adjustments', 'maxBonus'], '-5', ['scheme.adjustments.maxBonus: below-minimum']],
  ['an unknown denominator', [...SCHEME, 'rateDenominator'], 'all', ['scheme.rateDenominator: not-a-choice']],
  ['a minimum of no ballots', [...SCHEME, 'minGroupBallots'], 0, ['scheme.minGroupBallots: out-of-range']],
  ['a minimum of two and a half', [...SCHEME, 'minGroupBallots'], 2.5, ['scheme.minGroupBallots: not-whole']],
]

const scales: readonly Case[] = [
  [
    'an option worth 101',
    [...BALLOT, 'scale', 'options', 0, 'points'],
    '101',
    ['scheme.components[1].scale.options[0].points: above-maximum'],
  ],
  [
    'an option worth −1',
    [...BALLOT, 'scale', 'options', 3, 'points'],
    '-1',
    ['scheme.components[1].scale.options[3].points: below-minimum'],
  ],
  [
    'no option with points',
    [...BALLOT, 'scale', 'options'],
    [
      { id: 'excellent', label: '优秀' },
      { id: 'competent', label: '称职' },
      { id: 'basic', label: '基本称职' },
      { id: 'incompetent', label: '不称职' },
    ],
    ['scheme.components[1].scale.options: no-option-with-points'],
  ],
  [
    'an unknown kind of scale',
    [...BALLOT, 'scale', 'kind'],
    'stars',
    ['scheme.components[1].scale.kind: not-a-choice'],
  ],
  ['an unknown kind of component', [...BALLOT, 'kind'], 'lottery', ['scheme.components[1].kind: not-a-choice']],
  ['an unknown missing', [...BALLOT, 'missing'], 'ignore', ['scheme.components[1].missing: not-a-choice']],
  ['an unknown emptyGroup', [...BALLOT, 'emptyGroup'], 'zero', ['scheme.components[1].emptyGroup: not-a-choice']],
]

describe.each([
  ['weights and points', totals],
  ['ids', ids],
  ['lines, quota and limits', lines],
  ['scales and choices', scales],
  ['variants', variants.map(([what, value, faults]): Case => [what, [...SCHEME, 'variants'], value, faults])],
])('%s', (_, cases) => {
  test.each(cases)('%s', (_name, path, value, faults) => {
    // What stands on the broken part of the scheme has its own faults further down.
    const told = faultsOfBuilt(setAt(buildEvaluation(), path, value)).filter(line => line.startsWith('scheme'))
    expect(told).toEqual(faults)
  })
})

describe('a points scale', () => {
  const withScale = (scale: object) => {
    const file = buildEvaluation({ meetings: [] })
    return faultsOfBuilt(
      setAt(file, [...BALLOT, 'scale'], { kind: 'points', min: '0', max: '100', step: '1', ...scale }),
    )
  }

  test.each([
    [{ min: '100' }, ['scheme.components[1].scale.max: limits-crossed']],
    [{ step: '0' }, ['scheme.components[1].scale.step: not-above-zero']],
    [{ max: '150' }, ['scheme.components[1].scale.max: above-maximum']],
    [{ trim: { drop: 2, moreThan: 3 } }, ['scheme.components[1].scale.trim.moreThan: trim-too-large']],
    [{ trim: { drop: -1, moreThan: 3 } }, ['scheme.components[1].scale.trim.drop: out-of-range']],
    [{ options: [] }, ['scheme.components[1].scale.options: unknown-key']],
    [{}, []],
  ])('%j', (scale, faults) => {
    expect(withScale(scale)).toEqual(faults)
  })
})

test('several faults are all told, in the file’s order', () => {
  const file = setAt(setAt(buildEvaluation(), [...RATING, 'sources', 0, 'weight'], '61'), [...SELF, 'weight'], '20')
  expect(faultsOfBuilt(file)).toEqual([
    'scheme.components: total-not-hundred',
    'scheme.components[2].sources: total-not-hundred',
  ])
})

test('a weight is summed exactly: 33.33 + 33.33 + 33.34 is 100, thirds of it are not', () => {
  const components = (last: string) => [
    buildSelfComponent({ weight: '33.33' }),
    buildBallotComponent({ weight: '33.33' }),
    buildRatingComponent({ weight: last }),
  ]
  const file = (last: string) => setAt(buildEvaluation(), [...SCHEME, 'components'], components(last))
  expect(faultsOfBuilt(file('33.34'))).toEqual([])
  expect(faultsOfBuilt(file('33.3400000000000000001'))).toEqual(['scheme.components: total-not-hundred'])
})
