import { describe, expect, test } from 'vitest'
import { gapsOf } from '#shared/domain/score/gaps.ts'
import { scoreYear } from '#shared/domain/score/score-year.ts'
import { noteWords } from '#shared/domain/score/words.ts'
import { buildEvaluation, buildPlainYear, buildSelf } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import { buildMeeting, buildVotes } from '#tests/fixtures/build-meeting.ts'
import type { EvaluationFile } from '#tests/fixtures/evaluation-file.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'

// What is still missing is told before any total; a gap that is not told is a total that nobody questions.

const gaps = (file: EvaluationFile) =>
  gapsOf(scoreYear(readBuilt(file))).map(gap => [gap.instructor.id, gap.kind, gap.component, gap.part, gap.blocks])

describe('gaps', () => {
  test('none where all is in', () => {
    expect(gaps(buildEvaluation())).toEqual([])
  })

  test('whole components, empty groups and sources, in the roster’s order, each with whether it blocks', () => {
    const file = buildEvaluation({
      instructors: [buildInstructor(), buildInstructor({ id: 'i02' })],
      self: [buildSelf()],
      meetings: [buildMeeting(buildVotes('i01', { A: [6], B: [4], C: [8] }))],
    })
    expect(gaps(file)).toEqual([
      ['i01', 'group', '民主测评', '专职指导员', false],
      ['i01', 'source', '综合评定', '产业工会', false],
      ['i02', 'self', '个人总结自评', '', true],
      ['i02', 'summary', '个人总结自评', '个人总结', false],
      ['i02', 'ballot', '民主测评', '', true],
      ['i02', 'rating', '综合评定', '', true],
    ])
  })

  test('a summary of spaces is missing; it blocks nothing', () => {
    expect(gaps(buildEvaluation({ self: [buildSelf({ summary: '  \n' })] }))).toEqual([
      ['i01', 'summary', '个人总结自评', '个人总结', false],
    ])
  })

  test('a small group that was counted into another is none, and its note says so', () => {
    const meeting = buildMeeting(buildVotes('i01', { A: [6], B: [4], C: [8, 2] }), {
      groups: [
        { id: 'C', returned: 8 },
        { id: 'D', returned: 2, mergedInto: 'C' },
      ],
    })
    const file = buildEvaluation({ meetings: [meeting] })
    expect(gaps(file)).toEqual([])
    const { scheme, ...year } = readBuilt(file)
    const [person] = scoreYear({ ...year, scheme }).people
    expect(noteWords(person, scheme)).toContain('专职指导员并入其他票种计票，权重由其余票种分担')
  })

  test('a source that need not rate is no gap', () => {
    const file = buildEvaluation({ instructors: [buildInstructor({ sources: ['district'] })] })
    expect(gaps(file)).toEqual([])
  })
})

describe('the notes in words', () => {
  const words = (file: EvaluationFile, index = 0) => {
    const evaluation = readBuilt(file)
    return noteWords(scoreYear(evaluation).people[index], evaluation.scheme)
  }

  test('name components, groups and sources as the scheme does', () => {
    const file = buildEvaluation({
      instructors: [buildInstructor()],
      self: [],
      meetings: [buildMeeting(buildVotes('i01', { A: [6], B: [4], C: [8] }))],
    })
    expect(words(file)).toEqual([
      '缺个人总结自评，暂不能计分',
      '专职指导员无票，权重由其余票种分担',
      '产业工会未评定，权重由其余单位分担',
    ])
  })

  test('tell over-quota from a tie', () => {
    const quota = { excellentQuota: { percent: '50', by: 'all' as const } }
    const [over, tied] = ['96', '95'].map(total => buildPlainYear([{ total: '95.5' }, { total }], quota))
    expect(over && words(over)).toEqual(['超出优秀名额，顺延下一等次'])
    expect(tied && words(tied, 1)).toEqual(['超出优秀名额，顺延下一等次'])
    expect(words(buildPlainYear([{ total: '95' }, { total: '95' }], quota))).toEqual(['名额处同分，由考评小组决定'])
  })
})
