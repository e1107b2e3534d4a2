import { describe, expect, test } from 'vitest'
import { checkChange } from '#shared/domain/evaluation/check-change.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { isOnRecord, personHoldings } from '#shared/domain/evaluation/person-holdings.ts'
import { removePerson } from '#shared/domain/evaluation/remove-person.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { buildEvaluation, buildRating, buildSelf } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import type { EvaluationFile } from '#tests/fixtures/evaluation-file.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'

function yearOf(overrides: Partial<EvaluationFile> = {}): Evaluation {
  return readBuilt(
    buildEvaluation({
      instructors: [buildInstructor({ id: 'i01' }), buildInstructor({ id: 'i02', name: '李芳' })],
      self: [buildSelf(), buildSelf({ instructor: 'i02' })],
      ratings: [
        buildRating(),
        buildRating({ instructor: 'i02' }),
        buildRating({ instructor: 'i02', source: 'industry' }),
      ],
      ...overrides,
    }),
  )
}

function personOf(year: Evaluation, id: string): Instructor {
  const person = year.instructors.find(each => each.id === id)
  if (!person) throw new Error(`no ${id}`)
  return person
}

describe('removing a person', () => {
  // Catches: records left behind that name nobody, or a neighbour's records taken along.
  test('takes what is theirs and nothing else, and the year stays sound', () => {
    const year = yearOf()
    expect(personHoldings(year, 'i02')).toEqual({ self: 1, ratings: 2, plans: 0, tallies: 0, decisions: 0, notices: 0 })
    const without = removePerson(year, personOf(year, 'i02'))
    if (without === 'conflict') throw new Error('conflict')
    const checked = checkChange(year, without)
    expect(checked.ok && personHoldings(checked.value, 'i02')).toEqual({
      self: 0,
      ratings: 0,
      plans: 0,
      tallies: 0,
      decisions: 0,
      notices: 0,
    })
    expect(without.self?.[0]).toBe(year.self[0])
    expect(without.instructors).toHaveLength(1)
  })

  // Catches: counted votes or decisions that vanish with a click.
  test('is refused where votes were counted or a decision was made', () => {
    const year = yearOf()
    expect(isOnRecord(personHoldings(year, 'i01'))).toBe(true)
    expect(removePerson(year, personOf(year, 'i01'))).toBe('conflict')
    const decided = yearOf({
      decisions: [{ instructor: 'i02', kind: 'confirm', final: 'competent', by: '考评小组', date: '2026-12-20' }],
    })
    expect(removePerson(decided, personOf(decided, 'i02'))).toBe('conflict')
  })

  // Catches: a removal agreed to on a page that is no longer what stands.
  test('is a conflict where the person changed meanwhile', () => {
    const year = yearOf()
    expect(removePerson(year, { ...personOf(year, 'i02'), posting: '别处' })).toBe('conflict')
  })
})
