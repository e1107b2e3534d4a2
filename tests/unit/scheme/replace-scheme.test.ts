import { describe, expect, test } from 'vitest'
import { checkChange } from '#shared/domain/evaluation/check-change.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { followScheme } from '#shared/domain/evaluation/follow-scheme.ts'
import { publishScheme, unlockScheme } from '#shared/domain/evaluation/publish-scheme.ts'
import { replaceScheme, type SchemeReplacement } from '#shared/domain/evaluation/replace-scheme.ts'
import { schemeBars } from '#shared/domain/evaluation/scheme-bars.ts'
import { schemeStage } from '#shared/domain/evaluation/scheme-stage.ts'
import type { Scheme } from '#shared/domain/scheme/scheme.ts'
import { compareScores } from '#shared/domain/score/compare-scores.ts'
import { scoreYear } from '#shared/domain/score/score-year.ts'
import { buildEvaluation, buildPlainYear, buildRating } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import {
  buildBallotComponent,
  buildRatingComponent,
  buildScheme,
  buildSelfComponent,
} from '#tests/fixtures/build-scheme.ts'
import type { EvaluationFile, SchemeFile } from '#tests/fixtures/evaluation-file.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'

const VERSION = { date: '2026-12-12', by: '李主任', reason: '更正票种权重', minute: '〔2026〕7号' }

function schemeOf(file: SchemeFile): Scheme {
  return readBuilt(buildEvaluation({ scheme: file, instructors: [], self: [], meetings: [], ratings: [] })).scheme
}

/** The default scheme with its self component's indicators changed. */
function withSelf(change: (items: NonNullable<ReturnType<typeof selfItems>>) => ReturnType<typeof selfItems>): Scheme {
  return schemeOf(
    buildScheme({
      components: [
        buildSelfComponent({ indicators: change(selfItems() ?? []) }),
        buildBallotComponent(),
        buildRatingComponent(),
      ],
    }),
  )
}

function selfItems() {
  return buildSelfComponent().indicators
}

function openYear(overrides: Partial<EvaluationFile> = {}): Evaluation {
  return readBuilt(buildEvaluation({ meetings: [], ...overrides }))
}

describe('what a changed scheme takes away', () => {
  // Catches: a rename or a new weight that throws scores away; untouched records copied, so that everything is written again.
  test('nothing where only names and weights change', () => {
    const year = openYear()
    const scheme = withSelf(items => items?.map((item, index) => ({ ...item, name: `新名${index}` })))
    const { evaluation, losses } = followScheme(year, scheme)
    expect(losses).toEqual([])
    expect(evaluation.self).toBe(year.self)
    expect(evaluation.ratings).toBe(year.ratings)
    expect(evaluation.instructors).toBe(year.instructors)
  })

  // Catches: a removed indicator that takes the other seven along, or stays behind as a fault nobody can mend.
  test('a removed indicator takes its own scores only', () => {
    const scheme = withSelf(items =>
      items
        ?.filter(item => item.id !== 'integrity')
        .map(item => (item.id === 'policy' ? { ...item, points: '20' } : item)),
    )
    const { evaluation, losses } = followScheme(openYear(), scheme)
    expect(losses).toEqual([{ kind: 'self-indicators', count: 1 }])
    expect(Object.keys(evaluation.self[0]?.scores ?? {})).toHaveLength(7)
    expect(evaluation.self[0]?.summary).toContain('走访')
  })

  // Catches: half a set of scores kept, which every later check refuses; a summary thrown away with them.
  test.each([
    [
      'an added indicator',
      (items: ReturnType<typeof selfItems>) => [
        ...(items ?? []).map(item => (item.id === 'policy' ? { ...item, points: '14' } : item)),
        { id: 'k1', name: '创新', points: '1' },
      ],
    ],
    [
      'points below what was given',
      (items: ReturnType<typeof selfItems>) =>
        (items ?? []).map(item =>
          item.id === 'policy' ? { ...item, points: '13' } : item.id === 'integrity' ? { ...item, points: '7' } : item,
        ),
    ],
    ['no indicators any more', () => undefined],
  ] as const)('%s takes the whole set, never the summary', (_name, change) => {
    const scheme = withSelf(change)
    const year = openYear()
    const { evaluation, losses } = followScheme(year, scheme)
    expect(losses).toEqual([{ kind: 'self-scores', count: 1 }])
    expect(evaluation.self[0]).toEqual({ ...year.self[0], scores: undefined })
    expect(checkChange(year, evaluation).ok).toBe(true)
  })

  // Catches: ratings of a removed source that block the year, and people whom nobody must rate any more.
  test('a removed source takes its ratings, and its people are rated by all again', () => {
    const scheme = schemeOf(
      buildScheme({
        components: [
          buildSelfComponent(),
          buildBallotComponent(),
          buildRatingComponent({ sources: [{ id: 'industry', name: '产业工会', weight: '100' }] }),
        ],
      }),
    )
    const year = openYear({
      instructors: [
        buildInstructor({ sources: ['district'] }),
        buildInstructor({ id: 'i02', name: '李东', sources: ['district', 'industry'] }),
      ],
      ratings: [buildRating(), buildRating({ instructor: 'i02', source: 'industry', by: '教育工会' })],
    })
    const { evaluation, losses } = followScheme(year, scheme)
    expect(losses).toEqual([
      { kind: 'ratings', source: '区总工会', count: 1 },
      { kind: 'required-source', source: '区总工会', count: 2 },
    ])
    expect(evaluation.ratings.map(rating => rating.source)).toEqual(['industry'])
    expect(evaluation.instructors.map(person => person.sources)).toEqual([undefined, ['industry']])
    expect(checkChange(year, evaluation).ok).toBe(true)
  })

  // Catches: a second vote added to the scheme that makes every earlier meeting unreadable.
  test('a meeting names its component once there are two', () => {
    const scheme = schemeOf(
      buildScheme({
        components: [
          buildSelfComponent(),
          buildBallotComponent({ weight: '30' }),
          buildBallotComponent({ id: 'c1', name: '职工测评', weight: '20' }),
          buildRatingComponent(),
        ],
      }),
    )
    const year = readBuilt(buildEvaluation())
    const { evaluation } = followScheme(year, scheme)
    expect(evaluation.meetings[0]?.component).toBe('meeting')
    expect(checkChange(year, evaluation).ok).toBe(true)
  })
})

describe('what cannot be taken away', () => {
  const counted = () =>
    readBuilt(
      buildEvaluation({
        decisions: [
          {
            instructor: 'i01',
            kind: 'confirm',
            proposed: 'excellent',
            final: 'basic',
            by: '考评小组',
            date: '2026-12-20',
          },
        ],
      }),
    )
  const ballot = (overrides: Parameters<typeof buildBallotComponent>[0], grades?: SchemeFile['grades']) =>
    schemeOf(
      buildScheme({
        components: [buildSelfComponent(), buildBallotComponent(overrides), buildRatingComponent()],
        ...(grades && { grades }),
      }),
    )

  // Catches: counts orphaned by a scheme that does not know what they were counted for.
  test.each([
    [
      'a group',
      { groups: [{ id: 'A', name: '企业工会代表', weight: '100' }] },
      ['group-met 企业管理者代表', 'group-met 基层工会干部代表', 'group-met 专职指导员'],
    ],
    ['an indicator', { indicators: [{ id: 'k1', name: '德', weight: '100' }] }, ['indicator-counted 总体评价']],
    ['the scale', { scale: { kind: 'points', min: '0', max: '100', step: '1' } as const }, ['scale-counted ']],
    [
      'an option',
      { scale: { kind: 'grades', options: [{ id: 'excellent', label: '优秀', points: '100' }] } as const },
      ['option-counted 称职', 'option-counted 基本称职', 'option-counted 不称职'],
    ],
  ])('%s that was counted', (_name, overrides, bars) => {
    const scheme = ballot(JSON.parse(JSON.stringify(overrides)))
    expect(schemeBars(counted(), scheme).map(bar => `${bar.kind} ${'name' in bar ? bar.name : ''}`)).toEqual(bars)
  })

  // Catches: a component gone under a meeting's feet.
  test('the component of a meeting', () => {
    const scheme = schemeOf(
      buildScheme({ components: [buildSelfComponent({ weight: '60' }), buildRatingComponent()], tieBreakers: [] }),
    )
    expect(schemeBars(counted(), scheme)).toEqual([{ kind: 'component-met', name: '民主测评' }])
  })

  // Catches: decisions, which are for good, that name a grade nobody knows.
  test('a grade that was decided', () => {
    const [first, second, , last] = buildScheme().grades
    const grades = [first, second, last].flatMap(grade => (grade ? [grade] : []))
    expect(schemeBars(counted(), ballot({}, grades))).toEqual([
      { kind: 'grade-decided', name: '基本称职', decisions: 1 },
    ])
    expect(schemeBars(counted(), ballot({}))).toEqual([])
  })
})

describe('replacing a scheme', () => {
  const heavier = () =>
    schemeOf(
      buildScheme({
        components: [
          buildSelfComponent({ weight: '20' }),
          buildBallotComponent({ weight: '40' }),
          buildRatingComponent(),
        ],
      }),
    )
  const replacement = (year: Evaluation, more: Partial<SchemeReplacement> = {}): SchemeReplacement => ({
    base: year.scheme,
    scheme: heavier(),
    accepted: [],
    ...more,
  })

  // Catches: an edit of one window that silently overwrites another window's.
  test('is a conflict where the year is no longer what the form began from', () => {
    const year = openYear()
    expect(replaceScheme(year, replacement(year, { base: heavier() }))).toBe('conflict')
    expect(replaceScheme(year, replacement(year))).not.toBe('conflict')
  })

  // Catches: data thrown away that nobody was asked about.
  test('is a conflict where more would be lost than was agreed to', () => {
    const year = openYear()
    const scheme = withSelf(() => undefined)
    expect(replaceScheme(year, replacement(year, { scheme }))).toBe('conflict')
    expect(replaceScheme(year, replacement(year, { scheme, accepted: [{ kind: 'self-scores', count: 1 }] }))).not.toBe(
      'conflict',
    )
  })

  // Catches: a lock that locks nothing; an unlocking without its reason in the file.
  test('a published scheme is locked until it is unlocked with a reason', () => {
    const year = openYear()
    const deed = { date: '2026-03-01', by: '李主任' }
    const published = readChange(year, publishScheme(year, deed))
    expect(schemeStage(published)).toBe('published')
    expect(replaceScheme(published, replacement(published))).toBe('conflict')
    expect(publishScheme(published, deed)).toBe('conflict')
    expect(() => unlockScheme(published, { ...deed, reason: ' ' })).toThrow(/reason/)
    const open = readChange(published, unlockScheme(published, { ...deed, date: '2026-03-09', reason: '笔误' }))
    expect(schemeStage(open)).toBe('open')
    expect(open.publication).toEqual({
      history: [
        { date: '2026-03-01', by: '李主任', action: 'publish' },
        { date: '2026-03-09', by: '李主任', action: 'unlock', reason: '笔误' },
      ],
    })
    expect(replaceScheme(open, replacement(open))).not.toBe('conflict')
  })

  // Catches: weights moved after the count without a trace.
  test('after a count it is a new version that keeps the old scheme, its reason and its minute', () => {
    const year = readBuilt(buildEvaluation())
    expect(schemeStage(year)).toBe('counted')
    expect(replaceScheme(year, replacement(year))).toBe('conflict')
    const changed = readChange(year, replaceScheme(year, replacement(year, { version: VERSION })))
    expect(changed.publication?.versions).toEqual([
      { scheme: year.scheme, until: '2026-12-12', by: '李主任', reason: '更正票种权重', minute: '〔2026〕7号' },
    ])
    expect(changed.publication?.history.at(-1)?.action).toBe('version')
    expect(changed.scheme).toEqual(heavier())
    expect(unlockScheme(changed, { date: '2026-12-13', by: '李主任', reason: '再改' })).toBe('conflict')
  })

  // Catches: an old result that can no longer be worked out because its data went with the change.
  test('after a count nothing may be lost, not even with consent', () => {
    const year = readBuilt(buildEvaluation())
    const scheme = withSelf(() => undefined)
    const accepted = [{ kind: 'self-scores', count: 1 }] as const
    expect(replaceScheme(year, replacement(year, { scheme, accepted, version: VERSION }))).toBe('conflict')
  })

  // Catches: a version made before anything was counted, where a plain change is meant.
  test('before a count there are no versions', () => {
    const year = openYear()
    expect(replaceScheme(year, replacement(year, { version: VERSION }))).toBe('conflict')
  })
})

// Catches: old and new figures swapped, or a change that is not marked as one.
test('two schemes are compared person by person, the best new total first', () => {
  const year = readBuilt(
    buildPlainYear([{ total: '80', name: '甲' }, { total: '95', name: '乙' }, { name: '丙' }], {
      excellentQuota: undefined,
    }),
  )
  const lower = {
    ...year,
    scheme: schemeOf({
      ...JSON.parse(JSON.stringify(year.scheme)),
      grades: [
        { id: 'excellent', label: '优秀', min: '80', consequence: 'award' },
        { id: 'basic', label: '称职', min: '0', consequence: 'renew' },
      ],
    }),
  }
  const changes = compareScores(scoreYear(year), scoreYear(lower))
  expect(
    changes.map(({ person, before: old, gradeChanged, totalChanged, rankChanged }) => [
      person.instructor.name,
      old.proposed?.label,
      person.proposed?.label,
      gradeChanged,
      totalChanged,
      rankChanged,
    ]),
  ).toEqual([
    ['乙', '优秀', '优秀', false, false, false],
    ['甲', '称职', '优秀', true, false, false],
    ['丙', undefined, undefined, false, false, false],
  ])
})

function readChange(year: Evaluation, wanted: ReturnType<typeof publishScheme>): Evaluation {
  if (wanted === 'conflict') throw new Error('a conflict where none was meant')
  const checked = checkChange(year, wanted)
  if (!checked.ok) throw new Error(JSON.stringify(checked.error))
  return checked.value
}
