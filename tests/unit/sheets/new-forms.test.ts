import { describe, expect, it } from 'vitest'
import { resultsOf } from '#shared/domain/score/results.ts'
import { tenthsText } from '#shared/lib/largest-remainder.ts'
import { isAdverse } from '#shared/sheets/adverse.ts'
import { dateOrBlank, ordinal } from '#shared/sheets/notice/blanks.ts'
import { topPeople } from '#shared/sheets/public-notice/top-people.ts'
import { yearData } from '#shared/sheets/year-data.ts'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import type { EvaluationFile } from '#tests/fixtures/evaluation-file.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'
import { buildYear } from './build-year.ts'
import { dataOf, rowsOf, sheetOf, textsOf } from './sheet-texts.ts'

const decision = { kind: 'confirm', by: '考评小组', date: '2026-12-20' } as const
const words = (node: unknown) => textsOf(node).join('\n')

describe('the notices', () => {
  const year = dataOf(buildYear(12))
  const { results } = resultsOf(year.score)

  // Scores, ranks, phones or anybody but the best on a paper that hangs in a corridor (个人信息保护法 art. 25).
  it('publish name, unit and grade of the top grade’s people, nothing else', () => {
    const sheet = sheetOf(year, 'public-notice')
    const best = new Set(topPeople(year).people.map(person => String(person.instructor.id)))
    expect(best.size).toBeGreaterThan(0)
    expect(best.size).toBeLessThan(12)
    const rows = rowsOf(sheet).filter(row => /^\d+$/.test(row[0] ?? ''))
    expect(rows).toHaveLength(best.size)
    for (const row of rows) expect(row).toHaveLength(4)
    const text = words(sheet).replaceAll('　', '')
    for (const person of results) {
      expect(text.includes(person.name)).toBe(best.has(person.instructor))
      expect(text).not.toContain(person.total ?? 'none')
    }
  })

  // The program's proposal put up as the committee's decision.
  it('call the public notice a draft until everybody is decided, and then take what was decided', () => {
    expect(words(sheetOf(year, 'public-notice'))).toContain('讨论稿，尚有12人未审定')
    const file = buildYear(3)
    const final = ['competent', 'excellent', 'competent']
    const decided = dataOf({
      ...file,
      decisions: file.instructors.map(({ id }, index) => ({ ...decision, instructor: id, final: final[index] ?? '' })),
    })
    const text = words(sheetOf(decided, 'public-notice'))
    expect(text).not.toContain('讨论稿')
    expect(topPeople(decided).people.map(person => person.instructor.id)).toEqual(['i02'])
  })

  it('tell each person the score, and a grade only when it was decided', () => {
    for (const person of results)
      expect(words(sheetOf(year, 'result-notice', person.instructor))).toContain(`考评总分为${person.total}分`)
    expect(words(sheetOf(year, 'result-notice'))).toContain('考评等次为“＿＿＿＿”')
    const decided = dataOf({ ...buildYear(1), decisions: [{ ...decision, instructor: 'i01', final: 'basic' }] })
    expect(words(sheetOf(decided, 'result-notice'))).toContain('考评等次为“基本称职”')
  })

  // Two thirds present said where they are not.
  it('say in the script that the meeting may begin only where two thirds came', () => {
    const meeting = (attended: number): EvaluationFile => {
      const file = buildYear(1)
      return {
        ...file,
        meetings: file.meetings?.map(each => ({
          ...each,
          groups: each.groups.map(group => ({
            ...group,
            expected: 3 * group.attended,
            attended: group.attended * attended,
          })),
        })),
      }
    }
    expect(words(sheetOf(dataOf(meeting(2)), 'agenda-script'))).toContain('达到应到人数的三分之二以上，符合规定')
    expect(words(sheetOf(dataOf(meeting(1)), 'agenda-script'))).toContain('未达到应到人数的三分之二')
    expect(words(sheetOf(dataOf({ ...buildYear(1), meetings: [] }), 'agenda-script'))).toContain('实到＿＿＿人')
  })

  it('take the days and places that are known, and leave lines for the others', () => {
    const evaluation = readBuilt(buildYear(1))
    const facts = { publicFrom: '2026-12-21', publicTo: '2026-12-27', office: '市总工会权益保障部', objections: [] }
    const known = yearData(evaluation, undefined, facts)
    expect(words(sheetOf(known, 'public-notice'))).toContain('公示开始：2026年12月21日')
    expect(words(sheetOf(known, 'public-notice'))).toContain('受理单位：市总工会权益保障部')
    expect(words(sheetOf(known, 'public-report'))).toContain('公示期间未收到异议')
    expect(words(sheetOf(yearData(evaluation), 'public-notice'))).toContain(`公示开始：${dateOrBlank(undefined)}`)
  })

  it('number their headings', () => {
    expect([1, 9, 10, 11, 20, 21].map(ordinal)).toEqual(['一', '九', '十', '十一', '二十', '二十一'])
  })
})

describe('the count report', () => {
  // Counts of another person, or rates that are not the results'.
  it('has everybody’s marks, rate and score as in the results', () => {
    const year = dataOf(buildYear(12))
    const rows = rowsOf(sheetOf(year, 'count-report')).filter(row => row.length === 9 && /^\d+$/.test(row[0] ?? ''))
    expect(rows).toHaveLength(12)
    for (const [index, person] of year.score.people.entries()) {
      const categories = person.rates?.categories ?? []
      const [best] = categories
      expect(rows[index]?.slice(2, 6)).toEqual(categories.slice(0, 4).map(({ count }) => String(count)))
      expect(rows[index]?.[7]).toBe(`${tenthsText(best?.tenths ?? 0)}%`)
      expect(rows[index]?.[8]).toBe(resultsOf(year.score).results[index]?.components[1]?.score)
    }
  })
})

describe('the award list', () => {
  // A tie at the quota that is hidden, or somebody beyond the quota listed as within it.
  it('lists whoever stood at the top grade, with the quota’s place', () => {
    const year = dataOf(buildYear(12))
    const pool = year.score.quota[0]
    const rows = rowsOf(sheetOf(year, 'award-list')).filter(row => /^\d+$/.test(row[0] ?? ''))
    expect(rows.map(row => Number(row[0]))).toEqual([...rows.map(row => Number(row[0]))].sort((a, b) => a - b))
    const marked = (text: string) => rows.filter(row => row.at(-1) === text).length
    expect(marked('名额之内')).toBe(pool?.within.length)
    expect(marked('超出名额，顺延')).toBe(pool?.over.length)
    expect(marked('名额处同分，待定')).toBe(pool?.tied.length)
  })
})

describe('the turnout record', () => {
  it('adds up: printed − issued is left over, returned − void is valid', () => {
    const rows = rowsOf(sheetOf(dataOf(buildYear(2)), 'turnout-record'))
    const group = rows.find(row => row[0] === '企业工会代表') ?? []
    // expected, attended, printed, issued, returned, left, valid, void
    expect(group.slice(1, 9)).toEqual(['30', '28', '35', '28', '27', '7', '26', '1'])
    const sums = rows.find(row => row[0] === '合　计') ?? []
    expect(Number(sums[5])).toBe(Number(sums[7]) + Number(sums[8]))
  })
})

describe('the forms for adverse results', () => {
  it('concern those whose grade has consequences, decided or proposed, and who was lowered', () => {
    const file = buildYear(4)
    const final = ['incompetent', 'competent', 'competent']
    const year = dataOf({
      ...file,
      decisions: final.map((grade, index) => ({
        ...decision,
        instructor: `i0${index + 1}`,
        final: grade,
        ...(index === 2 ? { kind: 'change' as const, proposed: 'excellent' } : {}),
      })),
    })
    expect(year.score.people.filter(person => isAdverse(year, person)).map(person => person.instructor.id)).toEqual([
      'i01',
      'i03',
    ])
  })

  // SCORING.md's first worked case: a sum that is not the total, a step that is not the count.
  it('show each step of the score, the sum and the distance to the lines', () => {
    const text = words(sheetOf(dataOf(buildEvaluation()), 'score-statement'))
    expect(text).toContain('（优秀6×100＋称职3×80＋基本称职1×60）÷10，弃权0、无效0不计')
    expect(text).toContain('总分＝92.00×10%＋90.90×50%＋90.50×40%＝90.85')
    expect(text).toContain('达到“优秀”线90分，高出0.85分。')
    expect(text).toContain('达到“基本称职”线60分，高出30.85分。')
    expect(text).toContain('没有弃权票，弃权不影响结果')
  })

  it('have a place for a refusal and two witnesses', () => {
    const text = words(sheetOf(dataOf(buildYear(1)), 'service-receipt'))
    for (const part of ['拒收事由', '见证人一', '见证人二', '送达方式']) expect(text).toContain(part)
  })
})
