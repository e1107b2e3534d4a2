import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildEvaluation, buildRating } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import { buildMeeting, buildTally, marks } from '#tests/fixtures/build-meeting.ts'
import { buildBallotComponent, buildRatingComponent, buildScheme } from '#tests/fixtures/build-scheme.ts'
import type { TallyFile } from '#tests/fixtures/evaluation-file.ts'
import { resultOfBuilt } from '#tests/fixtures/read-built.ts'

// Properties that SCORING.md promises in words: halls add up, and a weight that is handed on is handed on in proportion.

describe('counts split over two meetings', () => {
  const counts = fc.record({
    votes: fc.array(fc.nat(6), { minLength: 4, maxLength: 4 }),
    abstain: fc.nat(3),
    invalid: fc.nat(2),
    empty: fc.nat(2),
  })
  const halls = fc.array(fc.tuple(counts, counts), { minLength: 4, maxLength: 4 })
  type Counts = { readonly votes: number[]; readonly abstain: number; readonly invalid: number; readonly empty: number }

  const rowOf = (index: number, { votes, abstain, invalid }: Counts): TallyFile =>
    buildTally({ group: 'ABCD'[index] ?? '', marks: marks(...votes), abstain, invalid })
  const meetingOf = (id: string, all: readonly Counts[]) =>
    buildMeeting(
      all.map((each, index) => rowOf(index, each)),
      { id, groups: all.map((each, index) => ({ id: 'ABCD'[index] ?? '', void: each.empty })) },
    )
  const add = (a: Counts, b: Counts): Counts => ({
    votes: a.votes.map((count, index) => count + (b.votes[index] ?? 0)),
    abstain: a.abstain + b.abstain,
    invalid: a.invalid + b.invalid,
    empty: a.empty + b.empty,
  })

  test.each([['returned'], ['expected'], ['valid']] as const)(
    'give what one meeting of both gives (%s)',
    rateDenominator => {
      // Groups of nobody and of too few are another rule's: none is merged here, and none has peers.
      const groups = ['A', 'B', 'C', 'D'].map(id => ({ id, name: id, weight: '25' }))
      const scheme = buildScheme({
        components: [buildBallotComponent({ weight: '100', groups, missing: 'renormalise' })],
        rateDenominator,
        tieBreakers: [],
        minGroupBallots: 1,
      })
      const valid = ({ votes, abstain, invalid }: Counts) => votes.reduce((a, b) => a + b, abstain + invalid) > 0
      fc.assert(
        fc.property(halls, pairs => {
          fc.pre(pairs.every(([a, b]) => valid(a) && valid(b)))
          const year = (meetings: ReturnType<typeof meetingOf>[]) =>
            resultOfBuilt(
              buildEvaluation({ scheme, instructors: [buildInstructor()], self: [], ratings: [], meetings }),
            )
          const split = year([
            meetingOf(
              'm1',
              pairs.map(([a]) => a),
            ),
            meetingOf(
              'm2',
              pairs.map(([, b]) => b),
            ),
          ])
          expect(split).toEqual(
            year([
              meetingOf(
                'm',
                pairs.map(([a, b]) => add(a, b)),
              ),
            ]),
          )
        }),
        { numRuns: 100 },
      )
    },
  )
})

describe('a weight handed on', () => {
  test('gives Σ weight × score ÷ Σ weight over the sources that are there', () => {
    const hundredths = (value: number) => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`
    const part = fc.record({ weight: fc.integer({ min: 1, max: 2000 }), score: fc.nat(10_000), there: fc.boolean() })
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), parts => {
        const present = parts.filter(each => each.there)
        fc.pre(present.length > 0)
        // The last source takes what is left of the hundred.
        const rest = 10_000 - parts.reduce((total, each) => total + each.weight, 0)
        const sources = [...parts, { weight: rest, score: 0, there: false }]
        const result = resultOfBuilt(
          buildEvaluation({
            scheme: buildScheme({
              components: [
                buildRatingComponent({
                  weight: '100',
                  sources: sources.map(({ weight }, index) => ({
                    id: `s${index}`,
                    name: '处',
                    weight: hundredths(weight),
                  })),
                }),
              ],
              tieBreakers: [],
            }),
            instructors: [buildInstructor()],
            self: [],
            meetings: [],
            ratings: sources.flatMap(({ score, there }, index) =>
              there ? [buildRating({ source: `s${index}`, score: hundredths(score) })] : [],
            ),
          }),
        )
        const weighed = present.reduce((total, each) => total + each.weight * each.score, 0)
        const weight = present.reduce((total, each) => total + each.weight, 0)
        const expected = Math.floor((2 * weighed + weight) / (2 * weight))
        expect(result.total).toBe(hundredths(expected))
      }),
      { numRuns: 300 },
    )
  })
})
