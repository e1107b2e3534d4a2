import { describe, expect, test } from 'vitest'
import { readHubSetUp, readSetUp } from '#shared/domain/ballot/set-up/read-set-up.ts'
import { setAt } from '#tests/fixtures/set-at.ts'
import { buildSetUpFile } from './build-set-up.ts'

const faultsOf = (file: unknown): string[] => {
  const read = readSetUp(JSON.stringify(file))
  return read.ok ? [] : read.error.map(fault => `${fault.path}: ${fault.code}`)
}

describe('a set-up file', () => {
  test('as in DESIGN.md is read, with three as the fewest ballots of a group', () => {
    const read = readSetUp(JSON.stringify(buildSetUpFile({ limits: { excellent: 4 }, voidRules: ['all-equal'] })))
    expect(read).toMatchObject({ ok: true, value: { minGroupBallots: 3, limits: { excellent: 4 } } })
  })

  test('of a points scale is read', () => {
    expect(faultsOf(buildSetUpFile({ scale: { kind: 'points', min: '0', max: '100', step: '0.5' } }))).toEqual([])
  })

  // Catches: a meeting found to be wrong only when its slips are printed.
  test.each([
    ['an unknown key', ['groups', 0, 'weight'], '30', ['groups[0].weight: unknown-key']],
    ['a missing title', ['title'], undefined, ['title: missing']],
    ['weights that do not total 100', ['indicators', 0, 'weight'], '99', ['indicators: total-not-hundred']],
    [
      'a weight of 0',
      ['indicators', 0, 'weight'],
      '0',
      ['indicators[0].weight: not-above-zero', 'indicators: total-not-hundred'],
    ],
    ['a group twice', ['groups', 1, 'id'], 'A', ['groups[1].id: duplicate']],
    ['a person twice', ['instructors', 2, 'id'], 'i01', ['instructors[2].id: duplicate']],
    ['a merge into nowhere', ['groups', 3, 'mergeInto'], 'X', ['groups[3].mergeInto: unknown-id']],
    ['a merge into itself', ['groups', 3, 'mergeInto'], 'D', ['groups[3].mergeInto: merge-circle']],
    ['a limit of an unknown option', ['limits'], { superb: 1 }, ['limits.superb: unknown-id']],
    ['a negative limit', ['limits'], { excellent: -1 }, ['limits.excellent: out-of-range']],
    ['an unknown void rule', ['voidRules'], ['all-blank'], ['voidRules[0]: not-a-choice']],
    ['a void rule twice', ['voidRules'], ['all-equal', 'all-equal'], ['voidRules[1]: duplicate']],
    ['no group', ['groups'], [], ['groups: empty']],
    ['nobody to appraise', ['instructors'], [], ['instructors: empty']],
    ['half a slip', ['groups', 0, 'slips'], 1.5, ['groups[0].slips: not-whole']],
    ['more slips than an urn holds', ['groups', 0, 'slips'], 100_001, ['groups: out-of-range']],
    ['a minimum of 0', ['minGroupBallots'], 0, ['minGroupBallots: out-of-range']],
    [
      'a scale without points',
      ['scale', 'options'],
      [{ id: 'yes', label: '是' }],
      ['scale.options: no-option-with-points'],
    ],
    ['an id that is a path', ['instructors', 0, 'id'], 'a/b', ['instructors[0].id: not-an-id']],
    [
      'a scale of more steps than bytes',
      ['scale'],
      { kind: 'points', min: '0', max: '100', step: '0.00001' },
      ['scale.step: out-of-range'],
    ],
  ])('is refused for %s', (_, path, value, expected) => {
    expect(faultsOf(setAt(buildSetUpFile(), path, value))).toEqual(expected)
  })

  // Catches: `JSON.parse` keeping the last of two keys in silence: other slips than the clerk believes.
  test('is refused for a key that stands twice', () => {
    const text = JSON.stringify(buildSetUpFile()).replace('"slips":8', '"slips":8,"slips":80')
    const read = readSetUp(text)
    expect(read.ok ? [] : read.error.map(fault => `${fault.path}: ${fault.code}`)).toEqual([
      'groups[0].slips: duplicate-key',
    ])
  })

  // Catches: a vote of a million refused where a database has room for it; a laptop's urn made with the hub's limit.
  test('has more slots in a hub than in an urn, and not any number', () => {
    const of = (slips: number) => JSON.stringify(buildSetUpFile({ groups: [{ id: 'A', name: '职工', slips }] }))
    expect([readSetUp(of(100_000)).ok, readSetUp(of(100_001)).ok]).toEqual([true, false])
    expect([readHubSetUp(of(5_000_000)).ok, readHubSetUp(of(5_000_001)).ok]).toEqual([true, false])
  })

  test.each(['', '{', '[]', 'null', '"m"', '[[[['.repeat(20_000)])('that is none at all is one fault: %.10s', text => {
    const read = readSetUp(text)
    expect(read.ok ? [] : read.error).toHaveLength(1)
  })
})
