import { buildEvaluation, buildRating, buildSelf } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import { buildMeeting, buildTally, marks } from '#tests/fixtures/build-meeting.ts'
import type { EvaluationFile, InstructorFile, TallyFile } from '#tests/fixtures/evaluation-file.ts'

const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'
const GIVEN = ['建国', '秀英', '志强', '敏', '静怡', '国庆', '晓东', '玉兰', '伟', '雪梅', '思远', '海燕']
const POSTINGS = ['东城区', '西城区', '海淀区', '建筑业', '机械冶金', '教育系统', '云河区', '南山区']

const SUMMARY =
  '一年来，本人认真履行集体协商指导员职责，深入企业宣传《集体合同规定》等法律法规，指导企业工会依法产生协商代表、提出要约、开展协商。' +
  '全年走访企业四十六家，收集职工意见建议一百二十余条，件件有着落；指导签订集体合同十二份、工资专项集体合同九份，覆盖职工两千三百余人。\n' +
  '一是抓培训。举办协商代表培训班三期，培训二百人次，采用“讲案例、模拟谈、现场评”的方式，受到企业欢迎。' +
  '二是抓质量。对到期合同逐户提醒，帮助修订条款，重点充实工资增长、劳动安全、女职工保护等内容；' +
  '三是抓履约。会同区总工会开展履约检查两次，督促整改问题七项。\n' +
  '不足之处：对新就业形态劳动者集体协商研究不够，下一步将加强学习，多到平台企业调研，争取形成可复制的做法。'

/** A plausible summary of about `length` characters. */
export function buildSummary(length: number): string {
  return SUMMARY.repeat(Math.ceil(length / SUMMARY.length)).slice(0, length)
}

function person(index: number): InstructorFile {
  const number = String(index + 1).padStart(2, '0')
  return buildInstructor({
    id: `i${number}`,
    name: `${SURNAMES[index % SURNAMES.length]}${GIVEN[(index * 7) % GIVEN.length]}`,
    sex: index % 3 === 0 ? '女' : '男',
    birthYear: 1955 + (index % 20),
    education: index % 2 === 0 ? '大学本科' : '大专',
    training: '2026年5月参加市总工会集体协商指导员上岗培训（40学时），考核合格；9月参加工资集体协商实务研修班。',
    unit: `云川市${POSTINGS[index % POSTINGS.length]}总工会集体协商指导中心`,
    kind: index % 4 === 3 ? 'part-time' : 'full-time',
    posting: POSTINGS[index % POSTINGS.length],
    engagedFrom: '2025-01-01',
    engagedTo: '2026-12-31',
    phone: `138${String(index).padStart(4, '0')}${String(5678 + index).slice(-4)}`,
    status: { monthsOnPost: 12, leaveMonths: '0' },
    history: [
      { year: 2023, grade: 'competent' },
      { year: 2024, grade: index % 5 === 0 ? 'excellent' : 'competent' },
      { year: 2025, grade: 'competent' },
    ],
  })
}

/** Four groups' rows of one person; the counts vary with the index, the ballots of a group do not. */
function votes(index: number, instructor: string, peer: boolean): TallyFile[] {
  const ballots = { A: 26, B: 14, C: 22, D: 12 }
  return Object.entries(ballots).map(([group, valid], part) => {
    const self = group === 'D' && peer ? 1 : 0
    const low = (index * 3 + part) % 4 === 0 ? 1 : 0
    const abstain = (index + part) % 5 === 0 ? 2 : 0
    const invalid = (index + 2 * part) % 11 === 0 ? 1 : 0
    const competent = 2 + ((index * 5 + part * 3) % Math.floor(valid / 2))
    const excellent = valid - self - low - abstain - invalid - competent
    return buildTally({ instructor, group, marks: marks(excellent, competent, low, 0), abstain, invalid, self })
  })
}

/** A year of `count` people with everything filled in; two decimals of ratings vary so that totals differ. */
export function buildYear(count: number, overrides: Partial<EvaluationFile> = {}): EvaluationFile {
  const people = Array.from({ length: count }, (_, index) => person(index))
  return buildEvaluation({
    instructors: people,
    self: people.map(({ id }) => buildSelf({ instructor: id, summary: buildSummary(420) })),
    meetings: [
      buildMeeting(
        people.flatMap(({ id, kind }, index) => votes(index, id, kind === 'full-time')),
        {
          date: '2026-12-10',
          place: '市总工会三楼会议室',
          groups: [
            { id: 'A', expected: 30, attended: 28, printed: 35, issued: 28, returned: 27, void: 1 },
            { id: 'B', expected: 16, attended: 15, printed: 18, issued: 15, returned: 14 },
            { id: 'C', expected: 24, attended: 23, printed: 28, issued: 23, returned: 22 },
            { id: 'D', expected: 12, attended: 12, printed: 15, issued: 12, returned: 12 },
          ],
        },
      ),
    ],
    ratings: people.map(({ id }, index) =>
      buildRating({
        instructor: id,
        score: `${80 + ((index * 7) % 19)}.${(index * 3) % 10}`,
        comment: '工作扎实，熟悉业务，与企业沟通顺畅，全年指导的协商项目无一逾期。',
        ...(index % 6 === 0 ? { bonus: '1', reason: '获市级优秀协商案例奖' } : {}),
      }),
    ),
    ...overrides,
  })
}
