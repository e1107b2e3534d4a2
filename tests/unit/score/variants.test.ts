import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryEvaluation } from '#tests/fixtures/arbitrary-evaluation.ts'
import { withArbitraryVariant } from '#tests/fixtures/arbitrary-variant.ts'
import { buildEvaluation, buildRating, buildSelf } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import { buildScheme } from '#tests/fixtures/build-scheme.ts'
import { drawer } from '#tests/fixtures/draw.ts'
import type { EvaluationFile, SchemeFile } from '#tests/fixtures/evaluation-file.ts'
import { resultsOfBuilt } from '#tests/fixtures/read-built.ts'

type VariantFile = NonNullable<SchemeFile['variants']>[number]

const withVariants = (file: EvaluationFile, variants: VariantFile[]): EvaluationFile => ({
  ...file,
  scheme: { ...file.scheme, variants },
})

/** A variant that says of every component what the main scheme says. */
const mirror = ({ components }: SchemeFile, postings: string[]): VariantFile => ({
  id: 'same',
  name: '同主方案',
  postings,
  components: components.map(part => ({
    id: part.id,
    weight: part.weight,
    ...(part.kind !== 'ballot' && part.indicators ? { indicators: part.indicators } : {}),
    ...(part.kind === 'rating' ? { sources: part.sources.map(({ id, weight }) => ({ id, weight })) } : {}),
  })),
})

const anyYearWithVariant = fc
  .tuple(arbitraryEvaluation, fc.gen())
  .map(([file, g]) => withArbitraryVariant(file, drawer(g)))

describe('any year', () => {
  // Catches: a variant that counts for more than what it says.
  test('with a variant equal to the main scheme has the same results', () => {
    fc.assert(
      fc.property(arbitraryEvaluation, file => {
        expect(resultsOfBuilt(withVariants(file, [mirror(file.scheme, ['东城区', '西城区'])]))).toEqual(
          resultsOfBuilt(file),
        )
        expect(
          resultsOfBuilt(withVariants(file, [{ id: 'v', name: '空', postings: ['东城区'], components: [] }])),
        ).toEqual(resultsOfBuilt(file))
      }),
      { numRuns: 300 },
    )
  })

  // Catches: a person matched by a variant's name or id, or by part of a posting's name.
  test('with variants, their ids, their indicators and the postings renamed has the same results', () => {
    fc.assert(
      fc.property(anyYearWithVariant, file => {
        const indicator = (id: string) => `x-${id}`
        const posting = (name: string) => `${name}东城区`
        const renamed = (scores: Record<string, string> | undefined) =>
          scores && Object.fromEntries(Object.entries(scores).map(([id, value]) => [indicator(id), value]))
        const indicators = <Each extends { id: string }>(list: readonly Each[]) =>
          list.map(each => ({ ...each, id: indicator(each.id), name: `新${each.id}` }))
        const after: EvaluationFile = {
          ...file,
          scheme: {
            ...file.scheme,
            components: file.scheme.components.map(part =>
              part.kind !== 'ballot' && part.indicators ? { ...part, indicators: indicators(part.indicators) } : part,
            ),
            variants: (file.scheme.variants ?? []).map(variant => ({
              id: `y-${variant.id}`,
              name: '别名',
              postings: variant.postings.map(posting),
              components: variant.components.map(own =>
                own.indicators ? { ...own, indicators: indicators(own.indicators) } : own,
              ),
            })),
          },
          instructors: file.instructors.map(person => ({ ...person, posting: posting(person.posting ?? '') })),
          self: (file.self ?? []).map(({ scores, ...rest }) => ({
            ...rest,
            ...(scores && { scores: renamed(scores) }),
          })),
          ratings: (file.ratings ?? []).map(({ scores, ...rest }) => ({
            ...rest,
            ...(scores && { scores: renamed(scores) }),
          })),
        }
        const { quota: _, ...before } = resultsOfBuilt(file)
        const { quota: __, ...now } = resultsOfBuilt(after)
        expect(now).toEqual(before)
      }),
      { numRuns: 300 },
    )
  })

  // Catches: a variant that reaches people of other postings through anything but the city-wide rank and quota.
  test('leaves the components and totals of everybody else alone', () => {
    fc.assert(
      fc.property(anyYearWithVariant, file => {
        const own = new Set(file.scheme.variants?.flatMap(variant => variant.postings))
        const { variants: _, ...main } = file.scheme
        const others = file.instructors.filter(person => !own.has(person.posting ?? ''))
        const ids = new Set(others.map(person => person.id))
        const only = {
          ...file,
          scheme: main,
          instructors: others,
          self: (file.self ?? []).filter(each => ids.has(each.instructor)),
          ratings: (file.ratings ?? []).filter(each => ids.has(each.instructor)),
          meetings: (file.meetings ?? []).map(meeting => ({
            ...meeting,
            tallies: meeting.tallies.filter(tally => ids.has(tally.instructor)),
          })),
        }
        const figures = ({ results }: ReturnType<typeof resultsOfBuilt>) =>
          results
            .filter(each => ids.has(each.instructor))
            .map(({ components, total, rates, blocked }) => ({ components, total, rates, blocked }))
        // A meeting in which nobody of these was voted on counts for them as held without a tally: left out here.
        fc.pre(
          only.meetings.every(
            ({ tallies }, index) => tallies.length > 0 || file.meetings?.[index]?.tallies.length === 0,
          ),
        )
        expect(figures(resultsOfBuilt(file))).toEqual(figures(resultsOfBuilt(only)))
      }),
      { numRuns: 200 },
    )
  })
})

describe('a district with its own weights', () => {
  const components = buildScheme().components
  const eastern = buildInstructor({ id: 'i02', name: '李东', posting: '东城区' })
  const file = buildEvaluation({
    scheme: buildScheme({
      components,
      variants: [
        {
          id: 'east',
          name: '东城区方案',
          postings: ['东城区'],
          components: [
            { id: 'self', weight: '20', indicators: [{ id: 'all', name: '全年工作', points: '100' }] },
            { id: 'meeting', weight: '50' },
            {
              id: 'rating',
              weight: '30',
              sources: [
                { id: 'district', weight: '90' },
                { id: 'industry', weight: '10' },
              ],
            },
          ],
        },
      ],
    }),
    instructors: [buildInstructor(), eastern],
    self: [buildSelf(), buildSelf({ instructor: 'i02', scores: { all: '80' } })],
    meetings: [],
    ratings: [
      buildRating({ instructor: 'i02', score: '90' }),
      buildRating({ instructor: 'i02', source: 'industry', by: '产业', score: '80' }),
    ],
  })

  // 20 and 30 over 50: 40 × 80 + 60 × (90 × 90 + 80 × 10) ÷ 100.
  test('is scored by them', () => {
    expect(resultsOfBuilt(file).results[1]?.components).toEqual([
      { id: 'self', weight: '40', score: '80.00' },
      { id: 'rating', weight: '60', score: '89.00' },
    ])
  })
})
