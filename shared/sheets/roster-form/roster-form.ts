import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { nameHead } from '#shared/domain/scheme/appraised.ts'
import { appraisedText } from '#shared/sheets/appraised-text.ts'
import type { Form } from '#shared/sheets/form.ts'
import { alignedName } from '#shared/sheets/name-words.ts'
import { blockList } from '#shared/sheets/paper/block-list.ts'
import { nameCell, value } from '#shared/sheets/paper/cells.ts'
import { heading, LANDSCAPE_WIDTH, page, underHeading } from '#shared/sheets/paper/page.ts'
import { type PlainColumn, plainTable, prosy } from '#shared/sheets/paper/plain-table.ts'
import { dateWords, oneLine } from '#shared/sheets/paper/text.ts'
import { textWidth } from '#shared/sheets/paper/text-width.ts'

const title = '花名册(登记表)'
const SIZE = 9.5

type Row = { readonly person: Instructor; readonly number: number }

/**
 * 花名册(登记表): the nine columns of the registration form and its head (大连 2015). The one sheet with whole phone numbers
 * (PROMISES.md 3).
 */
export const rosterForm: Form = {
  id: 'roster-form',
  title,
  orientation: 'landscape',
  stage: 'before',
  per: 'year',
  definition: ({ evaluation, date }) => {
    const { instructors, organiser, year } = evaluation
    const names = instructors.map(person => textWidth(alignedName(oneLine(person.name)), SIZE) + 1)
    const table = plainTable(columnsFor(evaluation, Math.min(110, Math.max(48, ...names))), LANDSCAPE_WIDTH, SIZE)
    return page({
      orientation: 'landscape',
      title,
      subject: evaluation.title,
      organiser,
      date,
      content: [
        ...heading(`${appraisedText(evaluation)}登记表`, year),
        underHeading(
          `填报单位：${oneLine(organiser)}　　填表人：　　　　　　　联系电话：`,
          '填报日期：　　　　年　　月　　日',
        ),
        blockList({
          widths: table.widths,
          head: table.head,
          blocks: instructors.map((person, index) => [table.row({ person, number: index + 1 })]),
        }),
      ],
    })
  },
}

/** The columns, exactly. Ages are of the evaluation's year. */
function columnsFor({ year, scheme }: Evaluation, nameWidth: number): readonly PlainColumn<Row>[] {
  const one = (head: string, width: number, text: (row: Row) => string): PlainColumn<Row> => ({
    head,
    width,
    cell: row => value(text(row), { fontSize: SIZE }),
  })
  return [
    one('序号', 26, ({ number }) => String(number)),
    {
      head: nameHead(scheme),
      width: nameWidth,
      cell: ({ person }, width) => nameCell(alignedName(oneLine(person.name)), width, SIZE),
    },
    one('性别', 26, ({ person }) => person.sex ?? ''),
    one('年龄', 26, ({ person }) => (person.birthYear === undefined ? '' : String(year - person.birthYear))),
    one('学历', 52, ({ person }) => oneLine(person.education, 24)),
    { head: '参加相关培训情况', width: { share: 52 }, cell: ({ person }) => prosy(oneLine(person.training, 200), 9) },
    { head: '所在单位名称', width: { share: 48 }, cell: ({ person }) => prosy(oneLine(person.unit, 80), 9) },
    one('聘用期限', 92, ({ person: { engagedFrom, engagedTo } }) =>
      engagedFrom === undefined && engagedTo === undefined
        ? ''
        : `${dateWords(engagedFrom)}至\n${dateWords(engagedTo)}`,
    ),
    one('联系电话', 74, ({ person }) => oneLine(person.phone, 40)),
  ]
}
