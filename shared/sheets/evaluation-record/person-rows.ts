import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { Scheme } from '#shared/domain/scheme/scheme.ts'
import type { SelfAssessment } from '#shared/domain/self/self.ts'
import { LABEL_WIDTH, label, nameCell, proseRow, row, spanned, value, words } from '#shared/sheets/paper/cells.ts'
import type { Cell, Content } from '#shared/sheets/paper/definition.ts'
import { BODY_SIZE } from '#shared/sheets/paper/page.ts'
import { maskedPhone, oneLine } from '#shared/sheets/paper/text.ts'
import { lineCount } from '#shared/sheets/paper/text-width.ts'
import { kindWords, levelWords, termWords, workloadWords } from '#shared/sheets/person-words.ts'
import { gradeWords } from '#shared/sheets/score-words.ts'

// Widths in points of the cells that hold words: left, middle and right column, two and a half columns, all.
const MIDDLE = 58
const SIDE = 111
const WIDE = 238
const WHOLE = 423
const ROW = 21
const LINE = 15.1
const BETWEEN = 6.6

type PersonRows = {
  readonly content: readonly Content[]
  /** What the rows take on the page in points, at least what is printed. */
  readonly height: number
}

/** Who the instructor is, and the year's work figures. */
export function personRows(person: Instructor, self: SelfAssessment | null, scheme: Scheme, year: number): PersonRows {
  const { status } = person
  const lastYear = person.history?.find(entry => entry.year === year - 1)?.grade
  const education = oneLine(person.education)
  const unit = oneLine(person.unit)
  const posting = oneLine(person.posting)
  const training = oneLine(person.training)
  const work = workloadWords(self?.workload).join('　')
  const body: Cell[][] = [
    [
      label('姓　　名'),
      nameCell(oneLine(person.name), SIDE, BODY_SIZE),
      label('性　　别'),
      value(person.sex ?? ''),
      label('出生年份'),
      value(person.birthYear === undefined ? '' : `${person.birthYear}年`),
    ],
    [
      label('学　　历'),
      value(education),
      label('类　　别'),
      value(kindWords(person)),
      label('级　　别'),
      value(levelWords(person)),
    ],
    [label('所在单位'), value(unit, { colSpan: 3 }), ...spanned(2), label('派 驻 区\n（产业）'), value(posting)],
    [
      label('聘用期限'),
      value(termWords(person), { colSpan: 3 }),
      ...spanned(2),
      label('联系电话'),
      value(maskedPhone(person.phone)),
    ],
    [
      label('本年在岗'),
      value(status?.monthsOnPost === undefined ? '' : `${status.monthsOnPost}个月`),
      label('请　　假'),
      value(status?.leaveMonths === undefined ? '' : `${status.leaveMonths}个月`),
      label('上年等次'),
      value(gradeWords(lastYear, scheme)),
    ],
  ]
  const lines = [
    1,
    Math.max(linesOf(education, SIDE), linesOf(levelWords(person), SIDE)),
    Math.max(2, linesOf(unit, WIDE), linesOf(posting, SIDE)),
    1,
    1,
    Math.max(2, linesOf(training, WHOLE)),
    Math.max(2, linesOf(work, WHOLE)),
  ]
  return {
    content: [
      {
        layout: 'grid',
        table: {
          widths: [LABEL_WIDTH, '*', LABEL_WIDTH, MIDDLE, LABEL_WIDTH, '*'],
          heights: ROW,
          body,
        },
      },
      proseRow('参加相关\n培训情况', training === '' ? [] : [training], { height: ROW }),
      row('本年度\n工作量', words(work), { height: ROW }),
    ],
    height: lines.reduce((total, count) => total + Math.max(ROW, count * LINE) + BETWEEN, 0),
  }
}

function linesOf(text: string, width: number): number {
  return text === '' ? 1 : lineCount([text], width, BODY_SIZE)
}
