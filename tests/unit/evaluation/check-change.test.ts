import { describe, expect, test } from 'vitest'
import { checkChange, type EvaluationDraft } from '#shared/domain/evaluation/check-change.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { packEvaluation, packPieces, writeEvaluation } from '#shared/domain/evaluation/write-evaluation.ts'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'

const before = readBuilt(buildEvaluation({}))

function faultsOf(after: EvaluationDraft): unknown {
  const checked = checkChange(before, after)
  return checked.ok ? [] : checked.error
}

// Catches: an edit that leaves a year which its own file would be refused for, because the part that no longer fits was
// not the one edited.
describe('an edited year has the faults that its file would have', () => {
  const [first] = before.instructors
  test.each<[string, EvaluationDraft]>([
    ['the title', { ...before, title: '另一标题' }],
    ['somebody gone who has records', { ...before, instructors: before.instructors.slice(1) }],
    ['somebody twice', { ...before, instructors: [...before.instructors, ...(first ? [first] : [])] }],
    ['a scheme without its groups', withoutComponent('ballot')],
    ['a scheme without ratings', withoutComponent('rating')],
    ['no meeting', { ...before, meetings: [] }],
    ['a rating of nobody', { ...before, ratings: before.ratings.map(rating => ({ ...rating, instructor: 'x9' })) }],
  ])('%s', (_, after) => {
    const read = readEvaluation(JSON.stringify(after))
    expect(faultsOf(after)).toEqual(read.ok ? [] : read.error)
  })

  function withoutComponent(kind: string): EvaluationDraft {
    const components = before.scheme.components.filter(part => part.kind !== kind)
    return { ...before, scheme: { ...before.scheme, components } }
  }
})

test('the year on one line is the same year', () => {
  const packed = packEvaluation(before)
  expect(packed.trimEnd()).not.toContain('\n')
  const read = readEvaluation(packed)
  expect(read.ok && writeEvaluation(read.value)).toBe(writeEvaluation(before))
})

// Catches: a mirror that lacks the records between two pieces, or that is no file at all.
test('the year in pieces is the same text', () => {
  for (const count of [0, 1, 50, 51, 101]) {
    const instructors = Array.from({ length: count }, (_, index) => buildInstructor({ id: `p${index}` }))
    const year = readBuilt(buildEvaluation({ instructors, self: [], ratings: [], meetings: [] }))
    for (const evaluation of [year, { ...year, closed: undefined }])
      expect([...packPieces(evaluation)].join('')).toBe(packEvaluation(evaluation))
  }
})
