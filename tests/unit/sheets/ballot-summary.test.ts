import { describe, expect, it } from 'vitest'
import { tenthsText } from '#shared/lib/largest-remainder.ts'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructors } from '#tests/fixtures/build-instructor.ts'
import { buildMeeting, buildTally, buildVotes, marks } from '#tests/fixtures/build-meeting.ts'
import { buildBallotComponent, buildScheme } from '#tests/fixtures/build-scheme.ts'
import type {
  BallotComponentFile,
  EvaluationFile,
  InstructorFile,
  MeetingFile,
  SchemeFile,
} from '#tests/fixtures/evaluation-file.ts'
import { buildYear } from './build-year.ts'
import { dataOf, rowsOf, sheetOf, textsOf } from './sheet-texts.ts'

/** The summary's rows under the names of their columns' heads, group rows and the row of all. */
function summaryRows(file: EvaluationFile): string[][] {
  return rowsOf(sheetOf(dataOf(file), 'ballot-summary')).filter(row => row.length > 10)
}

function groupRow(file: EvaluationFile, group: string): string[] {
  return summaryRows(file).find(row => row[2] === group) ?? []
}

const VOTER = { id: 'i01', name: '王晓明', kind: 'part-time' } as const

/** A year whose scheme is one ballot and nothing else. */
function ballotYear(
  component: Partial<BallotComponentFile>,
  meeting: MeetingFile,
  overrides: { readonly scheme?: Partial<SchemeFile>; readonly person?: InstructorFile } = {},
): EvaluationFile {
  return buildEvaluation({
    scheme: buildScheme({
      components: [buildBallotComponent({ weight: '100', ...component })],
      tieBreakers: [],
      ...overrides.scheme,
    }),
    instructors: [overrides.person ?? VOTER],
    self: [],
    ratings: [],
    meetings: [meeting],
  })
}

describe('a group row', () => {
  // Counts in the wrong column, or a share over the wrong denominator (SCORING.md rule 10).
  it.each([
    // 30 expected, 28 came, 27 returned, 1 void: 26 valid = 15 + 6 + 2 + 0 marks, 2 blank, 1 invalid.
    ['returned', ['26', '15', '55.6', '6', '22.2', '2', '7.4', '0', '0.0', '2', '1', '1', '55.6', '77.8']],
    ['expected', ['26', '15', '50.0', '6', '20.0', '2', '6.7', '0', '0.0', '5', '1', '1', '50.0', '70.0']],
    ['valid', ['26', '15', '65.2', '6', '26.1', '2', '8.7', '0', '0.0', '2', '1', '1', '65.2', '91.3']],
  ] as const)('counts and shares under %s', (rateDenominator, cells) => {
    const meeting = buildMeeting([buildTally({ marks: marks(15, 6, 2, 0), abstain: 2, invalid: 1 })], {
      groups: [{ id: 'A', expected: 30, attended: 28, printed: 30, issued: 28, returned: 27, void: 1 }],
    })
    const file = ballotYear({}, meeting, { scheme: { rateDenominator } })
    // 15 × 100 + 6 × 80 + 2 × 60 over 23 marks.
    expect(groupRow(file, '企业工会代表').slice(3, -1)).toEqual(['100', ...cells, '91.30'])
  })

  // A peer counted among those who should have come to vote on themselves.
  it('leaves the person out of the peers who were expected', () => {
    const vote = (kind: 'full-time' | 'part-time') =>
      ballotYear(
        {},
        buildMeeting([buildTally({ group: 'D', marks: marks(8, 0, 0, 0), self: kind === 'full-time' ? 1 : 0 })], {
          groups: [{ id: 'D', expected: 11 }],
        }),
        { scheme: { rateDenominator: 'expected' }, person: { ...VOTER, kind } },
      )
    expect(groupRow(vote('full-time'), '专职指导员')[6]).toBe('80.0')
    expect(groupRow(vote('part-time'), '专职指导员')[6]).toBe('72.7')
  })

  // A group too small to stand alone, printed from its own numbers: a count over fewer ballots than the minimum.
  it('is empty for a group that was counted into another, which is said', () => {
    const meeting = buildMeeting([buildTally({ group: 'C', marks: marks(9, 3, 0, 0) })], {
      groups: [
        { id: 'C', returned: 10, void: 0 },
        { id: 'B', returned: 2, void: 0, mergedInto: 'C' },
      ],
    })
    const file = ballotYear({}, meeting)
    expect(new Set(groupRow(file, '企业管理者代表').slice(3))).toEqual(new Set(['—', '']))
    expect(groupRow(file, '基层工会干部代表').slice(3, 7)).toEqual(['100', '12', '9', '75.0'])
    expect(textsOf(sheetOf(dataOf(file), 'ballot-summary')).join()).toContain('并入基层工会干部代表计票')
  })
})

describe('the row of all groups', () => {
  // A total that is worked out another way than the results' rates differs in the last digit.
  it.each(['returned', 'expected', 'valid'] as const)('has the rates of the results under %s', rateDenominator => {
    const year = dataOf(buildYear(24, { scheme: buildScheme({ rateDenominator }) }))
    const rows = rowsOf(sheetOf(year, 'ballot-summary')).filter(row => row[2] === '合　计')
    expect(rows).toHaveLength(24)
    for (const [index, person] of year.score.people.entries()) {
      const categories = person.rates?.categories ?? []
      const options = categories.filter(({ id }) => id !== 'abstain' && id !== 'void')
      const cells = options.flatMap(({ count, tenths }) => [String(count), tenthsText(tenths)])
      expect(rows[index]?.slice(5, 13)).toEqual(cells)
    }
  })
})

describe('the summary of other schemes', () => {
  const pointsScale = { kind: 'points', min: '0', max: '100', step: '1', trim: { drop: 1, moreThan: 5 } } as const

  // A points scale has no options to share; its columns must not be a grade scale's.
  it('shows how many marks a points scale counted', () => {
    const meeting = buildMeeting([buildTally({ marks: { '90': 3, '95': 2, '60': 1 }, abstain: 1 })])
    const file = ballotYear({ scale: pointsScale }, meeting)
    // Six marks, the highest and the lowest gone: (90 × 3 + 95) ÷ 4.
    expect(groupRow(file, '企业工会代表').slice(3)).toEqual(['100', '7', '4', '1', '0', '0', '91.25', '91.25'])
    expect(textsOf(sheetOf(dataOf(file), 'ballot-summary')).join()).toContain('去掉1个最高分和1个最低分')
  })

  // Only the first of two ballot components printed.
  it('has a list for each ballot component', () => {
    const part = (id: string, name: string) => buildBallotComponent({ id, name, weight: '50' })
    const file = buildEvaluation({
      scheme: buildScheme({ components: [part('m1', '会议测评'), part('m2', '企业测评')], tieBreakers: [] }),
      instructors: [VOTER],
      self: [],
      ratings: [],
      meetings: [
        { ...buildMeeting(buildVotes('i01', { A: [6, 3, 1, 0] })), id: 'one', component: 'm1' },
        { ...buildMeeting(buildVotes('i01', { A: [2, 7, 1, 0] })), id: 'two', component: 'm2' },
      ],
    })
    const rows = summaryRows(file).filter(row => row[2] === '企业工会代表')
    expect(rows.map(row => row.slice(5, 8))).toEqual([
      ['6', '60.0', '3'],
      ['2', '20.0', '7'],
    ])
    expect(textsOf(sheetOf(dataOf(file), 'ballot-summary'))).toEqual(
      expect.arrayContaining(['1. 会议测评', '2. 企业测评']),
    )
  })

  // With several indicators the counts are the first one's and the mean is not: unsaid, nobody could check it.
  it('says which indicator was counted', () => {
    const indicators = [
      { id: 'overall', name: '总体评价', weight: '60' },
      { id: 'style', name: '工作作风', weight: '40' },
    ]
    const meeting = buildMeeting([
      buildTally({ marks: marks(10, 0, 0, 0) }),
      buildTally({ indicator: 'style', marks: marks(0, 10, 0, 0) }),
    ])
    const file = ballotYear({ indicators }, meeting)
    const row = groupRow(file, '企业工会代表')
    expect(row.slice(5, 7)).toEqual(['10', '100.0'])
    expect(row.at(-2)).toBe('92.00')
    expect(textsOf(sheetOf(dataOf(file), 'ballot-summary')).join()).toContain('“总体评价”一项的票数')
  })

  // A person who was not voted on must be seen to be missing, not be left out or shown with zeros.
  it('lists who had no vote', () => {
    const file = buildEvaluation({
      instructors: buildInstructors(2),
      self: [],
      ratings: [],
      meetings: [buildMeeting(buildVotes('i01', { A: [6, 3, 1, 0] }))],
    })
    const last = summaryRows(file).at(-1) ?? []
    expect(last.slice(0, 3)).toEqual(['2', '指导员02', '未测评'])
    expect(new Set(last.slice(3))).toEqual(new Set(['—']))
  })
})

// Catches: people of a district whose variant weighs the meeting otherwise, printed as if nobody had voted on them.
it('prints the votes of people whose variant weighs the meeting otherwise', () => {
  const components = buildScheme().components
  const file = buildEvaluation({
    scheme: buildScheme({
      components,
      variants: [
        {
          id: 'v1',
          name: '西城区方案',
          postings: ['西城区'],
          components: [
            { id: 'self', weight: '20' },
            { id: 'meeting', weight: '40' },
          ],
        },
      ],
    }),
  })
  expect(groupRow(file, '企业工会代表').slice(4, 6)).toEqual(['10', '6'])
})
