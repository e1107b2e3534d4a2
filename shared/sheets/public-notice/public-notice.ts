import { appraisedText } from '#shared/sheets/appraised-text.ts'
import type { Form } from '#shared/sheets/form.ts'
import { alignedName } from '#shared/sheets/name-words.ts'
import { blank, dateOrBlank, orBlank } from '#shared/sheets/notice/blanks.ts'
import { type Notice, text } from '#shared/sheets/notice/notice.ts'
import { noticePage } from '#shared/sheets/notice/notice-page.ts'
import { oneLine } from '#shared/sheets/paper/text.ts'
import type { YearData } from '#shared/sheets/year-data.ts'
import { topPeople } from './top-people.ts'

const title = '公示'
/** Lines to write on where nobody is known yet. */
const EMPTY_ROWS = 2

/** 公示: who is to have the top grade; name, unit and grade, nothing else (个人信息保护法 art. 25). */
export const publicNotice: Form = {
  id: 'public-notice',
  title,
  orientation: 'portrait',
  stage: 'notices',
  per: 'year',
  notice,
  definition: year => noticePage(year, notice(year), title, year.evaluation.title),
}

function notice(year: YearData): Notice {
  const { evaluation, facts } = year
  const { people, undecided } = topPeople(year)
  const grade = oneLine(evaluation.scheme.grades[0]?.label)
  return {
    title: `${evaluation.year}年度${appraisedText(evaluation)}考评\n${grade}等次人选公示`,
    // What the program proposes is nobody's decision: it must not be put up as one.
    remark:
      undecided === 0
        ? people.length === 0
          ? `没有审定为${grade}等次的人选`
          : null
        : `讨论稿，尚有${undecided}人未审定`,
    blocks: [
      text(
        `根据年度考评方案，经个人总结自评、民主测评、综合评定和考评小组审定，拟确定下列${people.length === 0 ? blank(2) : people.length}名同志为${evaluation.year}年度${appraisedText(evaluation)}考评${grade}等次，现予公示（按姓氏笔画为序）。`,
      ),
      text(
        '公示期不少于5个工作日。公示期内如有异议，请以书面或电话形式反映。反映情况应当实事求是，并署真实姓名和联系方式。',
      ),
      text(`公示开始：${dateOrBlank(facts.publicFrom)}`),
      text(`公示截止：${dateOrBlank(facts.publicTo)}`),
      text(`受理单位：${orBlank(facts.office, 19)}`),
      text(`联系电话：${orBlank(facts.phone, 19)}`),
      text(`地　　址：${orBlank(facts.address, 19)}`),
      {
        kind: 'table',
        head: ['序号', '姓　名', '所在单位', '拟定等次'],
        shares: [1, 2.4, 6.4, 1.8],
        left: [2],
        names: [1],
        rows:
          people.length === 0
            ? Array.from({ length: EMPTY_ROWS }, (_, index) => [String(index + 1), '', '', grade])
            : people.map(({ instructor }, index) => [
                String(index + 1),
                alignedName(oneLine(instructor.name, 24)),
                oneLine(instructor.unit, 60),
                grade,
              ]),
      },
      {
        kind: 'signature',
        who: orBlank(evaluation.organiser, 10),
        date: dateOrBlank(facts.issued ?? facts.publicFrom),
      },
    ],
  }
}
