import { describe, expect, it } from 'vitest'
import { abstentionEffect } from '#shared/sheets/score-statement/abstention-effect.ts'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructors } from '#tests/fixtures/build-instructor.ts'
import { buildMeeting, buildTally, marks } from '#tests/fixtures/build-meeting.ts'
import { buildBallotComponent, buildScheme } from '#tests/fixtures/build-scheme.ts'
import type { BallotComponentFile, EvaluationFile, TallyFile } from '#tests/fixtures/evaluation-file.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'
import { dataOf, sheetOf, textsOf } from './sheet-texts.ts'

/** A year of one vote by one group, for two people; the second one's row is always the same. */
function vote(tally: Partial<TallyFile>, component: Partial<BallotComponentFile> = {}): EvaluationFile {
  const own = buildTally(tally)
  const ballots = Object.values(own.marks).reduce((sum, count) => sum + count, 0) + own.abstain + own.invalid
  const other = buildTally({ instructor: 'i02', marks: own.marks, abstain: own.abstain, invalid: own.invalid })
  return buildEvaluation({
    scheme: buildScheme({ components: [buildBallotComponent({ weight: '100', ...component })], tieBreakers: [] }),
    instructors: buildInstructors(2, { kind: 'part-time' }),
    self: [],
    ratings: [],
    meetings: [buildMeeting([own, other], { groups: [{ id: 'A', returned: ballots }] })],
  })
}

function totals(file: EvaluationFile) {
  const effect = abstentionEffect(readBuilt(file), 'i01')
  return (
    effect && {
      abstentions: effect.abstentions,
      totals: [effect.worst, effect.actual, effect.best].map(person => person.printedTotal),
    }
  )
}

describe('the effect of abstentions', () => {
  // 5 × 80 + 5 × 60 over 10 is 70; four more at 40 or at 100: (700 + 160) ÷ 14 and (700 + 400) ÷ 14.
  it('is the total with all of them the worst and the best mark', () => {
    expect(totals(vote({ marks: marks(0, 5, 5, 0), abstain: 4 }))).toEqual({
      abstentions: 4,
      totals: ['61.43', '70.00', '78.57'],
    })
  })

  it('counts an option without points for nothing', () => {
    const options = [
      { id: 'unknown', label: '不了解' },
      { id: 'excellent', label: '优秀', points: '100' },
      { id: 'basic', label: '基本称职', points: '60' },
    ]
    const file = vote({ marks: { excellent: 1, basic: 1 }, abstain: 2 }, { scale: { kind: 'grades', options } })
    expect(totals(file)?.totals).toEqual(['70.00', '80.00', '90.00'])
  })

  it('takes the ends of a points scale', () => {
    const scale = { kind: 'points', min: '0', max: '100', step: '1' } as const
    expect(totals(vote({ marks: { '80': 4 }, abstain: 1 }, { scale }))?.totals).toEqual(['64.00', '80.00', '84.00'])
  })

  it('is none where nobody abstained', () => {
    expect(totals(vote({ marks: marks(3, 2, 0, 0) }))).toBeNull()
  })

  // A person told that nothing could have changed, where it could.
  it.each([
    [4, '可能改变'],
    [1, '等次不变'],
  ])('is said on the statement: %i abstentions', (abstain, said) => {
    const file = vote({ marks: marks(0, 5, 5, 0), abstain })
    expect(textsOf(sheetOf(dataOf(file), 'score-statement', 'i01')).join('\n')).toContain(said)
  })
})
