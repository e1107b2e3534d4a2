import { isAdverse } from '#shared/sheets/adverse.ts'
import { appraisedText } from '#shared/sheets/appraised-text.ts'
import type { Form } from '#shared/sheets/form.ts'
import { nameCell, proseRow, row, signature, signedRow, value, words } from '#shared/sheets/paper/cells.ts'
import { BODY_SIZE, heading, page, underHeading } from '#shared/sheets/paper/page.ts'
import { oneLine } from '#shared/sheets/paper/text.ts'

const title = '送达回证'

/** 送达回证: what was served on whom, where and how; a refusal to sign with two witnesses. */
export const serviceReceipt: Form = {
  id: 'service-receipt',
  title,
  orientation: 'portrait',
  stage: 'adverse',
  per: 'instructor',
  concerns: isAdverse,
  definition: ({ evaluation, date }, { instructor }) =>
    page({
      orientation: 'portrait',
      title,
      subject: instructor.name,
      organiser: evaluation.organiser,
      date,
      content: [
        ...heading(title, evaluation.year),
        underHeading(`送达单位：${oneLine(evaluation.organiser)}`, `编号：${instructor.id}`),
        row(
          '送达文书\n名　　称',
          words(
            `□ ${appraisedText(evaluation)}${evaluation.year}年度考评结果通知书　　□ 计分说明单\n□ 续聘（解聘）决定　　□ 复核结果　　□ 其他：`,
            { lineHeight: 1.3 },
          ),
          { height: 50 },
        ),
        row('受送达人', nameCell(oneLine(instructor.name), 400, BODY_SIZE), { height: 32 }),
        row('所在单位', value(oneLine(instructor.unit)), { height: 32 }),
        row('送达地点', value(''), { height: 32 }),
        row('送达方式', value('□ 直接送达　　□ 留置送达　　□ 邮寄送达　　□ 其他'), { height: 32 }),
        signedRow(
          '收 件 人',
          { text: '本人已收到上列文书。（代收的，注明与本人的关系和代收理由）' },
          signature('收件人签名'),
          54,
        ),
        proseRow(
          '拒　　签',
          ['受送达人拒绝签收的，记明拒收事由和日期，由送达人和两名见证人签名，文书留置，即视为送达。'],
          {
            fontSize: 9.5,
          },
        ),
        signedRow('拒收事由', [], signature('送达人签名'), 74),
        row('见证人一', words('姓名：　　　　　　　　　单位及职务：　　　　　　　　　　　　　签名：'), { height: 38 }),
        row('见证人二', words('姓名：　　　　　　　　　单位及职务：　　　　　　　　　　　　　签名：'), { height: 38 }),
        row('送 达 人', words('送达人一签名：　　　　　　　　　　　　　送达人二签名：'), { height: 38 }),
        row('备　　注', value(''), { height: 60 }),
      ],
    }),
}
