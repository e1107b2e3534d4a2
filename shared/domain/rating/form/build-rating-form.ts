import type { Duty, UnionDuties } from '#shared/domain/rating/duties.ts'
import { ratingCells } from '#shared/domain/rating/rating-entry.ts'
import { componentFor, variantFor } from '#shared/domain/scheme/effective-scheme.ts'
import type { RatingComponent, Scheme } from '#shared/domain/scheme/scheme.ts'
import {
  columnName,
  type FormBook,
  type FormCell,
  type FormRule,
  type FormSheet,
  type FormStyle,
  figureCell,
  textCell,
} from '#shared/domain/self/form/form-book.ts'
import { markSheet } from '#shared/domain/self/form/form-mark.ts'

export const RATING_FORM_KIND = 'pingyi/rating-form'

/** The words by which a filled form is found again, by the cells of a rating (`rating-entry.ts`). */
export const RATING_FORM_WORDS = {
  index: '序号',
  name: '姓名',
  unit: '所在单位',
  posting: '派驻区/产业',
  score: '评分',
  months: '评定月数',
  bonus: '加分',
  penalty: '扣分',
  reason: '加减分事由',
  comment: '评语',
  proposed: '建议等次',
  by: '评定单位',
} as const

export type RatingFormData = {
  readonly year: number
  readonly organiser: string
  /** What the people appraised are called. */
  readonly appraised: string
  readonly scheme: Scheme
  readonly component: RatingComponent
  readonly union: UnionDuties
  /** `2026-11-30`; '' where none is set. */
  readonly deadline: string
}

type FormColumn = {
  readonly title: string
  readonly width: number
  readonly style: FormStyle
  readonly cell: (duty: Duty, index: number, cells: Readonly<Record<string, string>>) => FormCell
  readonly rule?: Omit<FormRule, 'range'>
}

const HEADER_ROW = 4
const SHEET = '评定表'

/**
 * The workbook that one union fills in (区/产业综合评定表): a row per person whom it must rate, with the score or a column per
 * indicator, months, bonus and penalty with their reason, comment and proposed grade. What is known is filled in. People
 * whose district asks for other indicators (variants) stand on a sheet of their own; numbers run on.
 */
export function buildRatingForm(data: RatingFormData): FormBook {
  const { year, union } = data
  let first = 0
  const sheets = sheetsByIndicators(data).map(({ name, component, duties }) => {
    const sheet = peopleSheet({ ...data, component }, name, duties, first)
    first += duties.length
    return { sheet, duties }
  })
  return {
    sheets: [
      ...sheets.map(each => each.sheet),
      markSheet(RATING_FORM_KIND, [
        ['year', String(year)],
        ['source', union.source.id, union.by],
        ...sheets
          .flatMap(each => each.duties)
          .map(({ instructor }, index) => ['person', String(index + 1), instructor.id, instructor.name]),
      ]),
    ],
  }
}

/** The duties by what is asked for: the main scheme's sheet and one per variant that has indicators of its own. */
function sheetsByIndicators({ scheme, component, union }: RatingFormData) {
  const own = (duty: Duty) => componentFor(scheme, component, duty.instructor.posting)
  const groups = [...Map.groupBy(union.duties, duty => own(duty).indicators)]
  return groups.map(([, duties]) => {
    const variant = duties[0] && variantFor(scheme, duties[0].instructor.posting)
    const named = groups.length > 1 && variant ? `${SHEET}（${variant.name}）` : SHEET
    return { name: sheetName(named), component: duties[0] ? own(duties[0]) : component, duties }
  })
}

/** A name as Excel takes it: at most 31 characters, none of `[ ] : * ? / \`. */
function sheetName(text: string): string {
  return text.replaceAll(/[[\]:*?/\\]/g, '').slice(0, 31)
}

function peopleSheet(data: RatingFormData, name: string, duties: readonly Duty[], first: number): FormSheet {
  const { year, appraised, component, union } = data
  const columns = formColumns(data)
  const last = columnName(columns.length - 1)
  const across = (text: string, style: FormStyle) => columns.map((_, index) => textCell(index === 0 ? text : '', style))
  const people = duties.map((duty, index) => {
    const cells = ratingCells(duty.rating, data.scheme.grades)
    return { height: 36, cells: columns.map(column => column.cell(duty, first + index, cells)) }
  })
  const lastRow = HEADER_ROW + people.length
  const due = data.deadline === '' ? '' : `　　报送截止：${data.deadline}`
  const notes = [
    notesOf(data),
    '主要负责人签名：                    单位（盖章）              日期：      年    月    日',
  ]
  return {
    name,
    widths: columns.map(column => column.width),
    headerRow: HEADER_ROW,
    rows: [
      { height: 36, cells: across(`${year}年度${appraised}${component.name}表`, 'title') },
      { cells: across(`${RATING_FORM_WORDS.by}：${union.by}`, 'head') },
      {
        cells: across(`评定来源：${union.source.name}　　填表人：            联系电话：            ${due}`, 'head'),
      },
      { height: 48, cells: columns.map(({ title }) => textCell(title, 'header')) },
      ...people,
      { cells: across(notes[0] ?? '', 'note') },
      { height: 32, cells: across(notes[1] ?? '', 'head') },
    ],
    merges: [1, 2, 3, lastRow + 1, lastRow + 2].map(row => `A${row}:${last}${row}`),
    rules: columns.flatMap(({ rule }, index) => {
      if (!rule || people.length === 0) return []
      const letter = columnName(index)
      return [{ ...rule, range: `${letter}${HEADER_ROW + 1}:${letter}${lastRow}` }]
    }),
  }
}

/** The head of a score's column: 政策宣传与法律咨询（15 分）. */
export function scoreTitle(name: string, points: string): string {
  return `${name}（${points} 分）`
}

function formColumns({ component, scheme }: RatingFormData): readonly FormColumn[] {
  const asked = component.indicators?.map(each => ({ ...each, id: `score:${each.id}` })) ?? [
    { id: 'score', name: RATING_FORM_WORDS.score, points: '100' },
  ]
  const labels = scheme.grades.map(grade => grade.label)
  const choices = labels.every(label => !label.includes(',')) && labels.join(',').length <= 255 ? labels : null
  const words = (title: string, width: number, of: (duty: Duty) => string | undefined): FormColumn => ({
    title,
    width,
    style: 'left',
    cell: duty => textCell(of(duty) ?? '', 'left'),
  })
  const figure = (id: string, title: string, width: number, hint: string, to: string): FormColumn => ({
    title,
    width,
    style: 'number',
    cell: (_, __, cells) => figureCell(cells[id]),
    rule: { title, hint, check: { type: 'decimal', from: '0', to } },
  })
  const typed = (id: keyof typeof RATING_FORM_WORDS, width: number): FormColumn => ({
    title: RATING_FORM_WORDS[id],
    width,
    style: 'left',
    cell: (_, __, cells) => textCell(cells[id] ?? '', 'left'),
  })
  return [
    { title: RATING_FORM_WORDS.index, width: 6, style: 'number', cell: (_, index) => figureCell(String(index + 1)) },
    words(RATING_FORM_WORDS.name, 11, duty => duty.instructor.name),
    words(RATING_FORM_WORDS.unit, 24, duty => duty.instructor.unit),
    words(RATING_FORM_WORDS.posting, 12, duty => duty.instructor.posting),
    ...asked.map(({ id, name, points }) =>
      figure(id, scoreTitle(name, points), 11, `0 到 ${points} 分，可以有小数`, points),
    ),
    {
      ...figure('months', RATING_FORM_WORDS.months, 9, '', '12'),
      rule: {
        title: RATING_FORM_WORDS.months,
        hint: '本年度在本单位工作几个月，1 到 12；全年在岗可不填',
        check: { type: 'whole', from: 1, to: 12 },
      },
    },
    ...(scheme.adjustments
      ? [
          figure(
            'bonus',
            RATING_FORM_WORDS.bonus,
            8,
            `最多 ${scheme.adjustments.maxBonus} 分，要写事由`,
            scheme.adjustments.maxBonus,
          ),
          figure(
            'penalty',
            RATING_FORM_WORDS.penalty,
            8,
            `最多 ${scheme.adjustments.maxPenalty} 分，要写事由`,
            scheme.adjustments.maxPenalty,
          ),
          typed('reason', 24),
        ]
      : []),
    typed('comment', 34),
    {
      ...typed('proposed', 11),
      ...(choices && {
        rule: {
          title: RATING_FORM_WORDS.proposed,
          hint: `可填：${choices.join('、')}`.slice(0, 250),
          check: { type: 'list', choices: [...choices] },
        },
      }),
    },
  ]
}

function notesOf({ scheme, component }: RatingFormData): string {
  const scored = component.indicators ? '各项指标都要打分，不打分的整行留空' : '评分满分 100 分，可以有小数'
  const adjusted = scheme.adjustments
    ? `加分最多 ${scheme.adjustments.maxBonus} 分、扣分最多 ${scheme.adjustments.maxPenalty} 分，须写明事由并附证明；`
    : ''
  return `填表说明：${scored}；${adjusted}年中调整派驻的，填在本单位的月数；不改表头，不增加人员。`
}
