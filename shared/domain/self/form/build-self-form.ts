import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { KIND_WORDS, LEVEL_WORDS } from '#shared/domain/roster/words.ts'
import type { SelfComponent } from '#shared/domain/scheme/scheme.ts'
import type { SelfAssessment } from '#shared/domain/self/self.ts'
import { selfCells } from '#shared/domain/self/self-entry.ts'
import { WORKLOAD_FIELDS, WORKLOAD_WORDS } from '#shared/domain/self/workload.ts'
import { type FormBook, type FormRow, type FormRule, figureCell, textCell } from './form-book.ts'
import { markSheet } from './form-mark.ts'

export const SELF_FORM_KIND = 'pingyi/self-form'

/** The words by which a filled form is found again. */
export const SELF_FORM_WORDS = {
  name: '姓名',
  item: '项目',
  work: '本年数',
  indicator: '指标',
  score: '自评分',
  total: '合计',
  overall: '自评总分',
  summary: '个人总结',
  scores: '自评打分',
} as const

export type SelfFormData = {
  readonly year: number
  readonly organiser: string
  /** What the people appraised are called. */
  readonly appraised: string
  readonly component: SelfComponent
  readonly instructor: Instructor
  /** What was handed in already. */
  readonly record: SelfAssessment | null
  /** `2026-11-30`; '' where none is set. */
  readonly deadline: string
}

const PRIVACY =
  '个人信息告知：本表所填个人信息只用于本年度考评、归档和续聘，不收集身份证号和照片；除优秀等次公示姓名、单位和等次外，不向社会公开。本人可以查阅、复制，发现有误的可以要求更正。（个人信息保护法第十七条、第四十五条、第四十六条）'

/**
 * The workbook that one person fills in: head and posting, work figures, the compulsory summary, a row per indicator with
 * its points, the notice on personal data (个人信息保护法 art. 17, FORMS.md). What is known is filled in.
 */
export function buildSelfForm(data: SelfFormData): FormBook {
  const { year, appraised, component, instructor, record } = data
  const rows: FormRow[] = []
  const merges: string[] = []
  const rules: FormRule[] = []
  const add = (cells: FormRow['cells'], height?: number) => {
    rows.push(height === undefined ? { cells } : { cells, height })
    return rows.length
  }
  const across = (text: string, style: 'title' | 'header' | 'left' | 'note' | 'head', height?: number) => {
    const row = add(
      [text, '', '', ''].map(part => textCell(part, style)),
      height,
    )
    merges.push(`A${row}:D${row}`)
    return row
  }
  const cells = selfCells(record)
  across(`${year}年度${appraised}${component.name}表`, 'title', 38)
  for (const [left, leftValue, right, rightValue] of headLines(instructor))
    add([
      textCell(left, 'header'),
      textCell(leftValue, 'left'),
      textCell(right, 'header'),
      textCell(rightValue, 'left'),
    ])
  across('一、本年度工作量（没有的填 0）', 'header')
  add(['序号', SELF_FORM_WORDS.item, '单位', SELF_FORM_WORDS.work].map(word => textCell(word, 'header')))
  WORKLOAD_FIELDS.forEach((field, index) => {
    const { label, unit } = WORKLOAD_WORDS[field]
    const row = add([
      figureCell(String(index + 1)),
      textCell(label, 'left'),
      textCell(unit, 'text'),
      figureCell(cells[`work:${field}`]),
    ])
    rules.push({
      range: `D${row}`,
      title: label,
      hint: `全年数，单位：${unit}，只填整数`,
      check: { type: 'whole', from: 0, to: 1_000_000_000 },
    })
  })
  across(`二、${SELF_FORM_WORDS.summary}（必填：履行职责、主要成效、存在不足、改进打算）`, 'header')
  across(record?.summary ?? '', 'left', 320)
  across(`三、${SELF_FORM_WORDS.scores}`, 'header')
  add(['序号', SELF_FORM_WORDS.indicator, '满分', SELF_FORM_WORDS.score].map(word => textCell(word, 'header')))
  const scored = component.indicators?.map(each => ({
    id: `score:${each.id}`,
    name: each.name,
    points: each.points,
  })) ?? [{ id: 'score', name: SELF_FORM_WORDS.overall, points: '100' }]
  scored.forEach(({ id, name, points }, index) => {
    const row = add([figureCell(String(index + 1)), textCell(name, 'left'), figureCell(points), figureCell(cells[id])])
    rules.push({
      range: `D${row}`,
      title: '自评分',
      hint: `0 到 ${points} 分，可以有小数`,
      check: { type: 'decimal', from: '0', to: points },
    })
  })
  if (component.indicators)
    add([
      textCell('', 'text'),
      textCell(`${SELF_FORM_WORDS.total}（可不填）`, 'left'),
      figureCell('100'),
      textCell('', 'number'),
    ])
  across(PRIVACY, 'note')
  across(
    '填表说明：只填空白格，不改表头和指标；不填身份证号，不贴照片。个人总结也可以另交 Word、PDF 或照片，文件名写上姓名。',
    'note',
  )
  const due = data.deadline === '' ? '' : `请于 ${data.deadline} 前交${data.organiser}。`
  across(`${due}本人签名：                    日期：      年    月    日`, 'head', 30)
  return {
    sheets: [
      { name: '自评表', widths: [12, 44, 14, 26], headerRow: 0, rows, merges, rules },
      markSheet(SELF_FORM_KIND, [
        ['year', String(year)],
        ['person', instructor.id, instructor.name],
      ]),
    ],
  }
}

function headLines(person: Instructor): readonly (readonly [string, string, string, string])[] {
  const level = person.level === undefined ? '' : (LEVEL_WORDS.get(person.level) ?? person.level)
  return [
    [SELF_FORM_WORDS.name, person.name, '专职/兼职', KIND_WORDS.get(person.kind) ?? ''],
    ['所在单位', person.unit ?? '', '派驻区/产业', person.posting ?? ''],
    ['聘用期限', [person.engagedFrom, person.engagedTo].map(dotted).filter(Boolean).join('-'), '级别', level],
  ]
}

/** `2024-01-05` → `2024.1.5`. */
function dotted(day: string | undefined): string {
  return day === undefined ? '' : day.split('-').map(Number).join('.')
}
