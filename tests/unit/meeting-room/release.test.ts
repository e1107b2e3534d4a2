import { describe, expect, test } from 'vitest'
import { NOTHING, readReleased } from '#renderer/db/hooks/use-projected.ts'
import { groupBars, pageOf, personBars, scoreBars } from '#renderer/projector/release-rows.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { ballotComponents } from '#shared/domain/scheme/scheme.ts'
import { scoreYear } from '#shared/domain/score/score-year.ts'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructors } from '#tests/fixtures/build-instructor.ts'
import { buildMeeting, buildVotes } from '#tests/fixtures/build-meeting.ts'

/** Three people; the second and third have the same votes, a fourth was not voted on. */
function year() {
  const votes = (id: string) =>
    buildVotes(id, { A: id === 'i01' ? [6, 3, 1, 0] : [9, 1, 0, 0], B: id === 'i01' ? [4, 3, 1, 0] : [8, 0, 0, 0] })
  const read = readEvaluation(
    JSON.stringify(
      buildEvaluation({
        instructors: buildInstructors(4),
        self: [],
        ratings: [],
        meetings: [buildMeeting(['i01', 'i02', 'i03'].flatMap(votes))],
      }),
    ),
  )
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const [component] = ballotComponents(read.value.scheme)
  if (!component) throw new Error('no ballot component')
  return { people: scoreYear(read.value).people, component, scheme: read.value.scheme }
}

describe('what the chair releases', () => {
  // Catches: shares that do not make a whole, a group that did not vote shown with a bar, all groups not added up.
  test('groups: each that voted, and all together first', () => {
    const { people, component } = year()
    const bars = groupBars(people, component)
    expect(bars.map(bar => bar.key)).toEqual(['', 'A', 'B'])
    for (const bar of bars) expect(bar.parts.reduce((total, part) => total + part.tenths, 0)).toBe(1000)
    // A: 6+9+9 of 30 优秀; all: and 4+8+8 of 24.
    expect(bars[1]?.parts[0]).toMatchObject({ label: '优秀', tenths: 800, text: '80.0%' })
    expect(bars[0]?.parts[0]?.text).toBe('81.5%')
  })

  // Catches: a screen that shows another rate than the sheet that is signed.
  test('people: the rates that are printed, whoever has none left out', () => {
    const { people, component, scheme } = year()
    const bars = personBars(people, component, scheme)
    expect(bars.map(bar => bar.key)).toEqual(['i01', 'i02', 'i03'])
    for (const bar of bars) {
      const rates = people.find(person => person.instructor.id === bar.key)?.rates
      expect(bar.parts.map(part => part.tenths)).toEqual(rates?.categories.map(category => category.tenths))
    }
  })

  // Catches: two people with one printed score told apart by a rank; a rank that starts anew with the chosen ones.
  test('ranking: the highest first, equals share a rank, and a choice keeps the ranks', () => {
    const { people, component } = year()
    const bars = scoreBars(people, component)
    expect(bars.map(({ key, rank }) => [key, rank])).toEqual([
      ['i02', 1],
      ['i03', 1],
      ['i01', 3],
    ])
    expect(pageOf(bars, ['i01'], 0, 8).bars.map(({ key, rank }) => [key, rank])).toEqual([['i01', 3]])
  })

  // Catches: somebody shown whom the chair did not choose; a page beyond the end that shows nothing.
  test('pages: only the chosen, and never past the last', () => {
    const bars = Array.from({ length: 10 }, (_, index) => ({ key: `p${index}` }))
    expect(pageOf(bars, [], 1, 8)).toMatchObject({ page: 1, pages: 2, bars: [{ key: 'p8' }, { key: 'p9' }] })
    expect(pageOf(bars, ['p3', 'p1'], 5, 8)).toEqual({ page: 0, pages: 1, bars: [{ key: 'p1' }, { key: 'p3' }] })
    expect(pageOf([], [], 0, 8)).toEqual({ page: 0, pages: 1, bars: [] })
  })
})

// Catches: a setting that was never set, or is damaged, taken for a release.
test.each(['', '{', 'null', '{"kind":"all"}', '{"kind":"people"}', '{"kind":"people","people":[],"page":-1}', '[]'])(
  'a setting %j releases nothing',
  text => {
    expect(readReleased(text)).toEqual(NOTHING)
  },
)

test('a release is read back', () => {
  const released = { kind: 'ranking', people: ['i01'], page: 1 } as const
  expect(readReleased(JSON.stringify(released))).toEqual(released)
})
