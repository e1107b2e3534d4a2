import { isAdverse } from '#shared/sheets/adverse.ts'
import { appraisedText } from '#shared/sheets/appraised-text.ts'
import type { Form } from '#shared/sheets/form.ts'
import { identityRows } from '#shared/sheets/identity-rows.ts'
import { proseRow, row, signature, signedRow, words } from '#shared/sheets/paper/cells.ts'
import { heading, page, underHeading } from '#shared/sheets/paper/page.ts'
import { oneLine } from '#shared/sheets/paper/text.ts'
import { lineCount } from '#shared/sheets/paper/text-width.ts'
import { basisWords } from '#shared/sheets/score-statement/statement-words.ts'

const title = '陈述申辩记录'
const BASIS = 9.5
/** Points that one page leaves for the basis and what the person says, and the bounds of the latter. */
const ROOM = 258
const LEAST = 80
const MOST = 200

/** 陈述申辩记录: what a person says against an adverse result before it is fixed, and what the committee makes of it. */
export const hearingRecord: Form = {
  id: 'hearing-record',
  title,
  orientation: 'portrait',
  stage: 'adverse',
  per: 'instructor',
  concerns: isAdverse,
  definition: (year, person) => {
    const { evaluation, date } = year
    const { instructor } = person
    const basis = basisWords(year, person)
    return page({
      orientation: 'portrait',
      title,
      subject: instructor.name,
      organiser: evaluation.organiser,
      date,
      content: [
        ...heading(`${appraisedText(evaluation)}考评${title}`, evaluation.year),
        underHeading(`填报单位：${oneLine(evaluation.organiser)}`, `编号：${instructor.id}`),
        ...identityRows(instructor),
        row('时间地点', words('　　　　年　　月　　日　　时　　分至　　时　　分　　地点：', { noWrap: true }), {
          height: 26,
        }),
        row('参加人员', words('主持人：　　　　　　　　　记录人：　　　　　　　　　其他：'), { height: 26 }),
        proseRow('拟定结果\n及 依 据', basis, { fontSize: BASIS }),
        row(
          '告知事项',
          words(
            '你有权对拟定的考评结果进行陈述和申辩，可以提交书面材料和证据；不因陈述申辩加重对你的处理。如认为参加人员与考评结果有利害关系，可以申请其回避。',
            { fontSize: 9.5 },
          ),
        ),
        signedRow(
          '陈述申辩\n内　　容',
          { text: '（可附页）　所附材料：　　　　　　　　　　　　　共　　　件' },
          signature('以上记录已核对无误。本人签名'),
          Math.min(MOST, Math.max(LEAST, ROOM - lineCount(basis, 415, BASIS) * BASIS * 1.63)),
        ),
        {
          // Nobody signs on a page that holds nothing else.
          unbreakable: true,
          stack: [
            signedRow(
              '考评小组\n复　　议',
              { text: '□ 采纳　　□ 部分采纳　　□ 不采纳　　理由：' },
              signature('组长签名'),
              96,
            ),
            row('记 录 人', signature('记录人签名'), { height: 30 }),
          ],
        },
      ],
    })
  },
}
