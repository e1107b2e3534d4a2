import type { Scheme } from '#shared/domain/scheme/scheme.ts'
import type { SelfScore } from '#shared/domain/score/annual-score.ts'
import { appraisedText } from '#shared/sheets/appraised-text.ts'
import type { Form } from '#shared/sheets/form.ts'
import { identityRows } from '#shared/sheets/identity-rows.ts'
import { indicatorRows, indicatorTable } from '#shared/sheets/indicator-table.ts'
import { JOINED, label, prose, row, signature, value, words } from '#shared/sheets/paper/cells.ts'
import type { Content } from '#shared/sheets/paper/definition.ts'
import { BODY_SIZE, heading, page, underHeading } from '#shared/sheets/paper/page.ts'
import { oneLine, paragraphs } from '#shared/sheets/paper/text.ts'
import { lineCount } from '#shared/sheets/paper/text-width.ts'
import { workloadWords } from '#shared/sheets/person-words.ts'
import { scoreText } from '#shared/sheets/score-words.ts'

const title = '个人总结自评表'
/** Points that one page leaves for the summary and the scores, and what a row of the scores takes. */
const ROOM = 380
const SCORE_ROW = 23.6
/** So many indicators that less is left have the summary as it comes. */
const LEAST_ROOM = 60

/** 个人总结自评表: posting, work figures, summary, score per indicator, notice on personal data, signature. */
export const selfForm: Form = {
  id: 'self-form',
  title,
  orientation: 'portrait',
  stage: 'before',
  per: 'instructor',
  definition: ({ evaluation, date }, person) => {
    const { instructor } = person
    const self = person.components.find((part): part is SelfScore => part.kind === 'self')
    return page({
      orientation: 'portrait',
      title,
      subject: instructor.name,
      organiser: evaluation.organiser,
      date,
      content: [
        ...heading(`${appraisedText(evaluation)}${title}`, evaluation.year),
        underHeading(`填报单位：${oneLine(evaluation.organiser)}`, `编号：${instructor.id}`),
        ...identityRows(instructor),
        row('本年度\n工作量', words(workloadWords(self?.record?.workload).join('　')), { height: 30 }),
        summaryRow(self?.record?.summary, ROOM - scoresHeight(self)),
        ...scoreRows(self),
        closing([
          row('自评等次', value(gradeChoices(evaluation.scheme)), { height: 26 }),
          row(
            '个人信息\n告　　知',
            words(
              '本表所填个人信息只用于本年度考评、归档和续聘，不收集身份证号和照片；除优秀等次公示姓名、单位和等次外，不向社会公开。本人可以查阅、复制，发现有误的可以要求更正。（个人信息保护法第十七条、第四十五条、第四十六条）',
              { fontSize: 9 },
            ),
          ),
          row('本人签名', signature('以上情况属实。本人签名'), { height: 34 }),
        ]),
      ],
    })
  },
}

/** The rows that end the form, on one page: nobody signs on a page that holds nothing else. */
function closing(rows: readonly Content[]): Content {
  return { unbreakable: true, stack: rows }
}

function scoresHeight(self: SelfScore | undefined): number {
  if (!self) return 0
  return self.indicators.length === 0 ? 33 : indicatorRows(self.indicators.length) * SCORE_ROW
}

/** The summary in at least `room` points; a longer one takes a second page. */
function summaryRow(summary: string | undefined, room: number): Content {
  const texts = paragraphs(summary)
  const height = lineCount(texts, 415, BODY_SIZE) * BODY_SIZE * 1.63 + texts.length
  const fits = height < room && room > LEAST_ROOM
  return {
    layout: 'grid',
    margin: JOINED,
    table: {
      widths: [50, '*'],
      heights: [fits ? room : 'auto'],
      body: [
        [
          // A row that goes on overleaf has no vertical middle (README.md).
          label('个人总结', fits ? {} : { verticalAlignment: 'top' }),
          texts.length === 0
            ? words('（履行职责、主要成效、存在不足、改进打算）', { fontSize: 9, verticalAlignment: 'top' })
            : { stack: prose(texts) },
        ],
      ],
    },
  }
}

/** The scores that the person gave; the boxes are empty where none are known. */
function scoreRows(self: SelfScore | undefined): Content[] {
  if (!self) return []
  const { indicators, record, score } = self
  if (indicators.length === 0)
    return [
      row('自评得分', value(score === null ? '　　　　分（满分100分）' : `${scoreText(score)}分`), { height: 26 }),
    ]
  return [row('自评得分', indicatorTable(indicators, record?.scores, score))]
}

/** The grade that the person thinks right: the file does not ask for it, the form does (FORMS.md). */
function gradeChoices({ grades }: Scheme): string {
  return grades.map(grade => `□ ${oneLine(grade.label, 12)}`).join('　　　')
}
