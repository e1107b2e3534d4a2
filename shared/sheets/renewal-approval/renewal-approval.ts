import type { AnnualScore } from '#shared/domain/score/annual-score.ts'
import { appraisedText } from '#shared/sheets/appraised-text.ts'
import type { Form } from '#shared/sheets/form.ts'
import {
  JOINED,
  LABEL_WIDTH,
  label,
  nameCell,
  proseRow,
  row,
  signature,
  signedRow,
  spanned,
  value,
} from '#shared/sheets/paper/cells.ts'
import type { Content } from '#shared/sheets/paper/definition.ts'
import { BODY_SIZE, heading, page, underHeading } from '#shared/sheets/paper/page.ts'
import { oneLine } from '#shared/sheets/paper/text.ts'
import { kindWords, levelWords, termWords } from '#shared/sheets/person-words.ts'
import { NONE } from '#shared/sheets/score-words.ts'
import { gradeHistory } from './grade-history.ts'
import { renewalBasis } from './renewal-basis.ts'

const CHOICES = '□ 续聘　　□ 短期续聘　　□ 调整岗位　　□ 诫勉谈话　　□ 解聘'

/** 续聘(解聘)审批表: the grades, the rule, the suggestion; opinions, approval and date of effect are filled in by hand. */
export const renewalApproval: Form = {
  id: 'renewal-approval',
  title: '续聘(解聘)审批表',
  orientation: 'portrait',
  stage: 'results',
  per: 'instructor',
  definition: (year, person) => {
    const { evaluation, date } = year
    const { instructor } = person
    const { rules, suggestion } = renewalBasis(year, person)
    return page({
      orientation: 'portrait',
      title: renewalApproval.title,
      subject: instructor.name,
      organiser: evaluation.organiser,
      date,
      content: [
        ...heading(`${appraisedText(evaluation)}续聘（解聘）审批表`, evaluation.year),
        underHeading(`填报单位：${oneLine(evaluation.organiser)}`, `编号：${instructor.id}`),
        personTable(person),
        row('近三年及\n本年等次', gradeHistory(year, person)),
        resultTable(year.score.people, person),
        proseRow('依　　据', rules, { height: 84 }),
        row('建　　议', value(suggestion === '' ? '尚无等次，暂不提出建议' : suggestion, { bold: suggestion !== '' }), {
          height: 32,
        }),
        signedRow('区、产业\n工会意见', [], signature('（盖章）签名'), 104),
        {
          // The approval and its date of effect are one act: on one page.
          unbreakable: true,
          stack: [
            signedRow('总 工 会\n审　　批', { text: CHOICES }, signature('（盖章）签名'), 104),
            row(
              '生　　效\n日　　期',
              value('自　　　　年　　　月　　　日起，至　　　　年　　　月　　　日止', { noWrap: true }),
              { height: 40 },
            ),
          ],
        },
      ],
    })
  },
}

function personTable({ instructor }: AnnualScore): Content {
  return {
    layout: 'grid',
    table: {
      widths: [LABEL_WIDTH, '*', LABEL_WIDTH, 58, LABEL_WIDTH, '*'],
      heights: 24,
      body: [
        [
          label('姓　　名'),
          nameCell(oneLine(instructor.name), 111, BODY_SIZE),
          label('性　　别'),
          value(instructor.sex ?? ''),
          label('出生年份'),
          value(instructor.birthYear === undefined ? '' : `${instructor.birthYear}年`),
        ],
        [
          label('所在单位'),
          value(oneLine(instructor.unit), { colSpan: 3 }),
          ...spanned(2),
          label('派 驻 区\n（产业）'),
          value(oneLine(instructor.posting)),
        ],
        [
          label('聘用期限'),
          value(termWords(instructor), { colSpan: 3 }),
          ...spanned(2),
          label('类别级别'),
          value([kindWords(instructor), levelWords(instructor)].filter(text => text !== '').join('、')),
        ],
      ],
    },
  }
}

function resultTable(people: readonly AnnualScore[], person: AnnualScore): Content {
  const ranked = people.filter(each => each.rank !== null).length
  return {
    layout: 'grid',
    margin: JOINED,
    table: {
      widths: [LABEL_WIDTH, '*', LABEL_WIDTH, '*'],
      heights: 24,
      dontBreakRows: true,
      body: [
        [
          label('本年总分'),
          value(person.printedTotal ?? NONE, { bold: true }),
          label('名　　次'),
          value(person.rank === null ? NONE : `第${person.rank}名，共${ranked}人`),
        ],
      ],
    },
  }
}
