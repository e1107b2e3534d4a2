import { expect, test } from 'vitest'
import { gradeSteps } from '#renderer/features/person/grade-steps.ts'
import { meanFormula } from '#renderer/features/person/mean-formula.ts'
import { sumLines } from '#renderer/features/person/sum-lines.ts'
import { renormalisation } from '#renderer/features/person/weight-steps.ts'
import type { AnnualScore, BallotScore } from '#shared/domain/score/annual-score.ts'
import { scoreYear } from '#shared/domain/score/score-year.ts'
import { rational } from '#shared/lib/rational.ts'
import { buildEvaluation, buildPlainYear, buildRating } from '#tests/fixtures/build-evaluation.ts'
import { buildMeeting, buildTally, buildVotes } from '#tests/fixtures/build-meeting.ts'
import { buildBallotComponent, buildScheme } from '#tests/fixtures/build-scheme.ts'
import type { BallotComponentFile, EvaluationFile, TallyFile } from '#tests/fixtures/evaluation-file.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'

function personOf(file: EvaluationFile, index = 0): AnnualScore {
  const person = scoreYear(readBuilt(file)).people[index]
  if (!person) throw new Error('nobody')
  return person
}

function formulas(tallies: readonly TallyFile[], component: Partial<BallotComponentFile> = {}): (string | null)[] {
  const scheme = buildScheme({ components: [buildBallotComponent({ weight: '100', ...component })], tieBreakers: [] })
  const person = personOf(
    buildEvaluation({
      scheme,
      self: [],
      ratings: [],
      meetings: [buildMeeting(tallies)],
      instructors: [{ id: 'i01', name: '王晓明', kind: 'part-time' }],
    }),
  )
  const part = person.components[0] as BallotScore
  return part.groups.flatMap(group => group.indicators.map(each => meanFormula(each, part.component.scale)))
}

// Catches: a formula whose left side does not give its right side, or that hides that a figure was rounded.
test('a mean is shown as counts times points over what counts', () => {
  expect(formulas(buildVotes('i01', { A: [6, 3, 1, 0], B: [5, 0, 0, 0], C: [8, 4, 0, 0] }))).toEqual([
    '(6×100 + 3×80 + 1×60) ÷ 10 = 900 ÷ 10 = 90.00',
    '5×100 ÷ 5 = 500 ÷ 5 = 100.00',
    '(8×100 + 4×80) ÷ 12 = 1120 ÷ 12 ≈ 93.33',
    null,
  ])
})

// Catches: trimmed marks that still stand in the sum; decimals that lose their places.
test('a trimmed mean leaves out what was dropped', () => {
  const scale: BallotComponentFile['scale'] = {
    kind: 'points',
    min: '0',
    max: '100',
    step: '0.5',
    trim: { drop: 1, moreThan: 4 },
  }
  const tally = buildTally({ marks: { '95.5': 2, '88': 3, '70': 1 } })
  const [formula] = formulas([tally], { scale, groups: [{ id: 'A', name: '代表', weight: '100' }] })
  expect(formula).toBe('(1×95.5 + 3×88) ÷ 4 = 359.5 ÷ 4 ≈ 89.88')
})

// Catches: an explanation of weights that does not name who is missing or does not total 100.
test('renormalised weights are explained, each with its own sum', () => {
  const part = (name: string, planned: string, used: string | null) => ({
    name,
    planned,
    used: used === null ? null : rational(used),
    score: used === null ? null : rational(90),
  })
  expect(renormalisation([part('甲', '30', '37.5'), part('乙', '20', null), part('丙', '50', '62.5')])).toEqual([
    '乙没有分数，权重由其余部分按比例分担（其余部分的方案权重合计 80）：',
    '甲 30 × 100 ÷ 80 = 37.5%',
    '丙 50 × 100 ÷ 80 = 62.5%',
  ])
  expect(renormalisation([part('甲', '40', '40'), part('乙', '60', '60')])).toEqual([])
})

// Catches: a bonus without its reason, a cap that is applied in silence.
test('bonus, limit and rounding each have their line', () => {
  const person = personOf(
    buildEvaluation({
      meetings: [buildMeeting(buildVotes('i01', { A: [10, 0, 0, 0] }))],
      ratings: [buildRating({ score: '100', bonus: '5', reason: '受到表彰' })],
    }),
  )
  expect(sumLines(person)).toEqual([
    '西城区总工会加分 5 分：受到表彰',
    '99.20 + 5 − 0 = 104.20',
    '超出 0 至 100 的范围，按 100 分计',
    '四舍五入保留两位小数：100.00',
  ])
})

// Catches: a grade whose reason is kept back: the line, the quota, the tie, the suggestion.
test('rank, line, quota and suggestion are told in the order in which they decide', () => {
  const file = buildPlainYear([{ total: '95' }, { total: '93' }, { total: '93' }, { total: '80' }, { total: '50' }], {
    excellentQuota: { percent: '40', by: 'all' },
  })
  const evaluation = readBuilt(file)
  const year = scoreYear(evaluation)
  const steps = year.people.map(person => gradeSteps(person, year, evaluation.scheme))
  expect(steps[0]).toEqual([
    '总分高于本人的有 0 人，第 1 名',
    '95.00 ≥ 90，达到优秀线',
    '全体基数 5 人，名额 2 人，本人在名额内',
    '建议：评优表彰、续聘',
  ])
  expect(steps[1]).toContain('全体基数 5 人，名额 2 人，末位同分，由考评小组决定')
  expect(steps[4]).toContain('50.00 未达到更高的线，为不称职')
})
