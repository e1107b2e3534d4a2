import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { LABEL_WIDTH, label, nameCell, spanned, value } from './paper/cells.ts'
import type { Content } from './paper/definition.ts'
import { BODY_SIZE } from './paper/page.ts'
import { oneLine } from './paper/text.ts'
import { kindWords, levelWords, termWords } from './person-words.ts'

/** Who it is about, in three rows: name, sex, birth year; unit and posting; term, kind and level. */
export function identityRows(person: Instructor, height = 24): Content[] {
  return [
    {
      layout: 'grid',
      table: {
        widths: [LABEL_WIDTH, '*', LABEL_WIDTH, 58, LABEL_WIDTH, '*'],
        heights: height,
        body: [
          [
            label('姓　　名'),
            nameCell(oneLine(person.name), 111, BODY_SIZE),
            label('性　　别'),
            value(person.sex ?? ''),
            label('出生年份'),
            value(person.birthYear === undefined ? '' : `${person.birthYear}年`),
          ],
          [
            label('所在单位'),
            value(oneLine(person.unit), { colSpan: 3 }),
            ...spanned(2),
            label('派 驻 区\n（产业）'),
            value(oneLine(person.posting)),
          ],
          [
            label('聘用期限'),
            value(termWords(person), { colSpan: 3 }),
            ...spanned(2),
            label('类别级别'),
            value([kindWords(person), levelWords(person)].filter(text => text !== '').join('、')),
          ],
        ],
      },
    },
  ]
}
