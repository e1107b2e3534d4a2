import { isAdverse } from '#shared/sheets/adverse.ts'
import { appraisedText } from '#shared/sheets/appraised-text.ts'
import type { Form } from '#shared/sheets/form.ts'
import { identityRows } from '#shared/sheets/identity-rows.ts'
import { proseRow, row, signature, signedRow, value } from '#shared/sheets/paper/cells.ts'
import { heading, page, underHeading } from '#shared/sheets/paper/page.ts'
import { oneLine } from '#shared/sheets/paper/text.ts'
import { decidedWords, NONE, proposedWords } from '#shared/sheets/score-words.ts'
import { abstentionWords, basisWords, distanceWords, sumWords } from './statement-words.ts'
import { stepRows } from './step-rows.ts'

const title = '计分说明单'

/** 计分说明单, for an adverse result: the clause, each step, the distance to the lines, what abstentions could have changed. */
export const scoreStatement: Form = {
  id: 'score-statement',
  title,
  orientation: 'portrait',
  stage: 'adverse',
  per: 'instructor',
  concerns: isAdverse,
  definition: (year, person) => {
    const { evaluation, date, decisions } = year
    const { instructor } = person
    const decided = decidedWords(decisions.get(instructor.id), evaluation.scheme)
    const result = decided === '' ? `${proposedWords(person)}（建议）` : decided
    return page({
      orientation: 'portrait',
      title,
      subject: instructor.name,
      organiser: evaluation.organiser,
      date,
      content: [
        ...heading(`${appraisedText(evaluation)}考评${title}`, evaluation.year),
        underHeading(`填报单位：${oneLine(evaluation.organiser)}`, `编号：${instructor.id}`),
        ...identityRows(instructor, 21),
        row('考评结果', value(`总分：${person.printedTotal ?? NONE}　　等次：${result}`, { bold: true }), {
          height: 26,
        }),
        proseRow('依　　据', basisWords(year, person), { fontSize: 9.5 }),
        ...stepRows(person),
        proseRow('总　　分', [sumWords(person)], { fontSize: 9.5 }),
        proseRow('与分数线\n的 差 距', distanceWords(person, evaluation.scheme), { fontSize: 9.5 }),
        {
          // Nobody signs on a page that holds nothing else.
          unbreakable: true,
          stack: [
            proseRow('弃权票的\n影　　响', abstentionWords(year, person), { fontSize: 9.5 }),
            signedRow('说 明 人', { text: '以上计分经两人核对。' }, signature('计票人、复核人签名'), 26),
            signedRow('本　　人', { text: '□ 已听取说明　　□ 需要陈述申辩' }, signature('本人签名'), 26),
          ],
        },
      ],
    })
  },
}
