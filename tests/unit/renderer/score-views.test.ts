import { expect, test } from 'vitest'
import { yearDataOf } from '#renderer/db/hooks/year-data.ts'
import { peopleInOrder } from '#renderer/features/person/people-order.ts'
import { shareRows } from '#renderer/features/person/share-rows.ts'
import { gradeItems } from '#renderer/features/score/grade-items.ts'
import { linesBetween } from '#renderer/features/score/grade-lines.ts'
import { rankedRows, unrankedRows } from '#renderer/features/score/score-rows.ts'
import { spreadItems } from '#renderer/features/score/spread-items.ts'
import { stepRows } from '#renderer/features/years/step-rows.ts'
import type { BallotScore } from '#shared/domain/score/annual-score.ts'
import { gapGroups } from '#shared/domain/score/gap-groups.ts'
import { buildEvaluation, buildPlainYear } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructors } from '#tests/fixtures/build-instructor.ts'
import { buildMeeting, buildTally, marks } from '#tests/fixtures/build-meeting.ts'
import type { EvaluationFile } from '#tests/fixtures/evaluation-file.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'

function yearOf(file: EvaluationFile) {
  const evaluation = readBuilt(file)
  const row = {
    year: evaluation.year,
    title: evaluation.title,
    organiser: evaluation.organiser,
    sample: false,
    importedAt: '',
    stamps: {},
  }
  return yearDataOf(row, evaluation)
}

const ids = (rows: readonly { readonly person: { readonly instructor: { readonly id: string } } }[]) =>
  rows.map(row => row.person.instructor.id)

// Catches: a blocked person who is ranked, or who is nowhere; equal totals in another order than the roster's.
test('everybody is either ranked, best first, or unranked', () => {
  const data = yearOf(
    buildPlainYear([
      { total: '80' },
      {},
      { total: '95' },
      { total: '80' },
      { total: '99', status: { monthsOnPost: 3 } },
    ]),
  )
  expect(ids(rankedRows(data))).toEqual(['i03', 'i01', 'i04'])
  expect(ids(unrankedRows(data))).toEqual(['i02', 'i05'])
  expect(peopleInOrder(data, 'score').map(person => person.id)).toEqual(['i03', 'i01', 'i04', 'i02', 'i05'])
  expect(peopleInOrder(data, 'roster').map(person => person.id)).toEqual(['i01', 'i02', 'i03', 'i04', 'i05'])
})

// Catches: a line between the wrong rows, one for each row below it, or none where nobody reaches it.
test('a grade line is drawn once, where the totals cross it', () => {
  const data = yearOf(buildPlainYear([{ total: '91' }, { total: '90' }, { total: '76' }, { total: '50' }]))
  const rows = rankedRows(data)
  const { grades } = data.evaluation.scheme
  const lines = rows.map((row, index) => linesBetween(rows[index - 1], row, grades, rows))
  expect(lines).toEqual([
    [],
    [],
    ['优秀线 90 分，以上 2 人'],
    ['称职线 75 分，以上 3 人', '基本称职线 60 分，以上 3 人'],
  ])
  const low = rankedRows(yearOf(buildPlainYear([{ total: '89.99' }])))
  expect(low[0] && linesBetween(undefined, low[0], grades, low)).toEqual(['优秀线 90 分，以上 0 人'])
})

// Catches: what keeps a total back told after what does not; one line per person instead of one per thing.
test('gaps are gathered by what is missing, what blocks first', () => {
  const people = buildInstructors(3)
  const data = yearOf(buildEvaluation({ instructors: people, self: [], ratings: [], meetings: [] }))
  const groups = gapGroups(data.gaps)
  expect(groups.map(group => [group.what, group.effect, group.people.length])).toEqual([
    ['个人总结自评', '暂不能计分', 3],
    ['民主测评', '暂不能计分', 3],
    ['综合评定', '暂不能计分', 3],
    ['个人总结自评·个人总结', '须补交归档', 3],
  ])
})

// Catches: people whom the pictures leave out, or count twice.
test('both charts count everybody who has what they show', () => {
  const { score, evaluation } = yearOf(
    buildPlainYear(
      [
        { total: '100' },
        { total: '95' },
        { total: '60' },
        { total: '59.99' },
        {},
        { total: '75', status: { underInvestigation: true } },
      ],
      {
        excellentQuota: { percent: '20', by: 'all' },
      },
    ),
  )
  const grades = gradeItems(score.people, evaluation.scheme)
  expect(grades.map(item => [item.label, item.value])).toEqual([
    ['优秀', 1],
    ['称职', 1],
    ['基本称职', 1],
    ['不称职', 1],
    ['并列待定', 0],
    ['不定等次', 1],
    ['暂不能计分', 1],
  ])
  const spread = spreadItems(score.people, evaluation.scheme)
  expect(Object.fromEntries(spread.map(item => [item.label, item.value]))).toEqual({
    '<60': 1,
    60: 1,
    65: 0,
    70: 0,
    75: 1,
    80: 0,
    85: 0,
    90: 0,
    95: 2,
  })
})

// Catches: shares that do not total 100, a group without ballots shown as one that chose nothing.
test('the shares of a group are of its ballots and total 100', () => {
  const tally = buildTally({ marks: marks(1, 1, 1, 0), abstain: 2, invalid: 1 })
  const data = yearOf(buildEvaluation({ meetings: [buildMeeting([tally])] }))
  const part = data.score.people[0]?.components.find((each): each is BallotScore => each.kind === 'ballot')
  const scale = part?.component.scale
  if (!part || scale?.kind !== 'grades') throw new Error('no ballot')
  const { rows, series } = shareRows(part, scale)
  expect(series.map(each => each.name)).toEqual(['优秀', '称职', '基本称职', '不称职', '弃权', '无效'])
  expect(rows.map(row => [row.name, row.parts.map(each => each.text)])).toEqual([
    ['企业工会代表', ['16.7%', '16.7%', '16.7%', '0.0%', '33.3%', '16.6%']],
  ])
})

// Catches: a step called complete that lacks something, or a number of gaps that differs from the list.
test('the overview says of each step what it lacks', () => {
  const data = yearOf(buildEvaluation({ instructors: buildInstructors(2), ratings: [] }))
  const states = Object.fromEntries(stepRows(data, 0).map(row => [row.id, row.state]))
  expect(states).toMatchObject({
    roster: '齐全',
    self: '缺 2 项',
    ballot: '缺 1 项',
    rating: '缺 2 项',
    score: '2 人暂不能计分',
    decision: '待审定 2 人',
  })
})
