import { expect, test } from 'vitest'
import { checkChange } from '#shared/domain/evaluation/check-change.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { type Merging, mergeUnions, postingsOfUnions } from '#shared/domain/evaluation/merge-unions.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { writeEvaluation } from '#shared/domain/evaluation/write-evaluation.ts'
import { ratingDuties } from '#shared/domain/rating/duties.ts'
import { ratingComponents } from '#shared/domain/scheme/scheme.ts'
import { resultsOf } from '#shared/domain/score/results.ts'
import { scoreYear } from '#shared/domain/score/score-year.ts'
import { buildEvaluation, buildRating } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'

const WEST = '西城区总工会'
const EAST = '东城区总工会'
const BOTH = '中心城区总工会'

/** i01 West, rated. i02 East, not yet. i03 West until August, then East: rated by both. i04 North, not touched. */
function year(): Evaluation {
  const person = (id: string, posting: string, unit = '某厂工会') =>
    buildInstructor({ id, posting, unit, sources: ['district'], history: [{ year: 2025, grade: 'competent' }] })
  return readBuilt(
    buildEvaluation({
      instructors: [
        person('i01', '西城区'),
        person('i02', '东城区', EAST),
        person('i03', '东城区'),
        person('i04', '北城区'),
      ],
      self: [],
      meetings: [],
      ratings: [
        buildRating({ instructor: 'i01', by: WEST, score: '90' }),
        buildRating({ instructor: 'i03', by: WEST, score: '80', months: 8 }),
        buildRating({ instructor: 'i03', by: EAST, score: '92', months: 4 }),
      ],
    }),
  )
}

const MERGING: Merging = {
  date: '2026-07-01',
  source: 'district',
  from: [WEST, EAST],
  into: BOTH,
  postings: ['西城区', '东城区'],
  posting: '中心城区',
  rename: false,
  units: true,
}

function merge(change: Partial<Merging> = {}) {
  const before = year()
  const merged = mergeUnions(before, { ...MERGING, ...change })
  const checked = checkChange(before, merged.evaluation)
  if (!checked.ok) throw new Error(JSON.stringify(checked.error))
  const { instructors, ratings, mergers } = checked.value
  const [component] = ratingComponents(checked.value.scheme)
  if (!component) throw new Error('no rating component')
  const duties = ratingDuties(component, instructors, ratings, mergers)
  return {
    merged,
    before,
    after: checked.value,
    union: (id: string) => duties.filter(duty => duty.instructor.id === id).map(duty => duty.by),
  }
}

// Catches: the majority of old ratings still sending what is due to a union that is gone; a merger that loses a rating.
test('what is due falls to the new union, what was rated stays with who rated it', () => {
  const { after, union, before } = merge()
  expect(union('i01')).toEqual([WEST])
  expect(union('i02')).toEqual([BOTH])
  expect(union('i03')).toEqual([WEST, EAST])
  expect(union('i04')).toEqual(['北城区总工会'])
  expect(after.instructors.map(({ posting }) => posting)).toEqual(['中心城区', '中心城区', '中心城区', '北城区'])
  expect(after.instructors.map(({ unit }) => unit)).toEqual(['某厂工会', BOTH, '某厂工会', '某厂工会'])
  expect(after.instructors.map(({ history }) => history)).toEqual(before.instructors.map(({ history }) => history))
  expect(after.ratings).toEqual(before.ratings)
  expect(after.instructors[3]).toBe(before.instructors[3])
})

// Catches: a renaming that makes two ratings one and the same, or that changes a score.
test('ratings go under the new name but where a person has two of them; no score changes', () => {
  const { after, merged, before } = merge({ rename: true })
  expect(after.ratings.map(({ instructor, by }) => [instructor, by])).toEqual([
    ['i01', BOTH],
    ['i03', WEST],
    ['i03', EAST],
  ])
  expect(merged.kept).toHaveLength(2)
  const figures = (evaluation: Evaluation) => resultsOf(scoreYear(evaluation)).results
  expect(figures(after)).toEqual(figures(before))
})

// Catches: a union that keeps its name being taken for a stranger, or sent to itself for ever.
test('one that takes the other in keeps its name, and a later merger carries on', () => {
  const { after, union } = merge({ into: EAST, posting: '东城区' })
  expect(union('i02')).toEqual([EAST])
  expect(after.mergers).toMatchObject([{ from: [WEST], into: EAST, posting: '东城区' }])
  const again = mergeUnions(after, { ...MERGING, from: [EAST, '北城区总工会'], into: BOTH, postings: [], posting: '' })
  const checked = checkChange(after, again.evaluation)
  if (!checked.ok) throw new Error('refused')
  const [component] = ratingComponents(after.scheme)
  if (!component) throw new Error('no rating component')
  const due = ratingDuties(component, checked.value.instructors, checked.value.ratings, checked.value.mergers)
  expect(due.filter(({ rating }) => rating === null).map(({ by }) => by)).toEqual([BOTH, BOTH])
  expect(readEvaluation(writeEvaluation(checked.value))).toEqual({ ok: true, value: checked.value })
})

test('the postings of a district’s union are found, those of another source are not', () => {
  const { scheme, instructors } = year()
  const [component] = ratingComponents(scheme)
  if (!component) throw new Error('no rating component')
  expect(postingsOfUnions(component, 'district', [WEST, EAST], instructors)).toEqual(['西城区', '东城区'])
  expect(postingsOfUnions(component, 'industry', [WEST], instructors)).toEqual([])
})
