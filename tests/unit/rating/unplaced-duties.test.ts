import { expect, test } from 'vitest'
import { ratingDuties } from '#shared/domain/rating/duties.ts'
import { unplacedDuties, withoutSource } from '#shared/domain/rating/unplaced-duties.ts'
import { ratingComponents } from '#shared/domain/scheme/scheme.ts'
import { buildEvaluation, buildRating } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import type { EvaluationFile } from '#tests/fixtures/evaluation-file.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'

function unplaced(overrides: Partial<EvaluationFile>) {
  const evaluation = readBuilt(buildEvaluation({ self: [], meetings: [], ratings: [], ...overrides }))
  const [component] = ratingComponents(evaluation.scheme)
  if (!component) throw new Error('no rating component')
  const { noPosting, elsewhere } = unplacedDuties(
    component,
    ratingDuties(component, evaluation.instructors, evaluation.ratings),
  )
  return {
    evaluation,
    noPosting: noPosting.map(({ id }) => id),
    elsewhere: elsewhere.map(({ source, people }) => [source.id, people.map(({ id }) => id)]),
  }
}

const inDistrict = buildInstructor({ id: 'i01', posting: '西城区' })
const nowhere = buildInstructor({ id: 'i02' })

// Catches: a roster as unions send it, whose people all wait for a union that does not exist, with nothing said of it.
test('people posted to a district are told as waiting for no industry union, those without a posting once', () => {
  const { noPosting, elsewhere } = unplaced({ instructors: [inDistrict, { ...nowhere, posting: undefined }] })
  expect(noPosting).toEqual(['i02'])
  expect(elsewhere).toEqual([['industry', ['i01']]])
})

// Catches: an act that undoes what a person had already chosen, or that leaves the notice standing.
test('once settled, nothing is left to tell and the other union still rates', () => {
  const { evaluation } = unplaced({ instructors: [inDistrict] })
  const people = withoutSource(
    evaluation.instructors,
    new Set(evaluation.instructors.map(({ id }) => id)),
    'industry',
    ['district', 'industry'],
  )
  expect(people.map(({ sources }) => sources)).toEqual([['district']])
  expect(unplaced({ instructors: JSON.parse(JSON.stringify(people)) }).elsewhere).toEqual([])
})

test('who was rated all the same is not told', () => {
  const ratings = [buildRating({ instructor: 'i01', source: 'industry', by: '' })]
  expect(unplaced({ instructors: [inDistrict], ratings }).elsewhere).toEqual([])
})
