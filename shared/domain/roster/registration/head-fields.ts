import { failure, type Result, success } from '#shared/lib/result.ts'
import { cellText } from './cell-text.ts'
import { parseReportYear } from './parse-report-year.ts'
import { type CellFault, cellFault } from './problem.ts'
import { squeeze } from './tidy.ts'
import type { Spot, View } from './view.ts'

/** The form's head: 填报单位, 填表人, 联系电话 as written, and each 填报日期 with its row and year. Source: FORMS.md. */
export type FormHead = {
  readonly unit: string | null
  readonly filledBy: string | null
  readonly phone: string | null
  readonly reportDates: readonly { readonly row: number; readonly year: Result<number, CellFault> }[]
}

type HeadField = 'unit' | 'filledBy' | 'phone' | 'date'

const LABELS: Readonly<Record<HeadField, readonly string[]>> = {
  unit: ['填报单位', '填表单位', '报送单位', '上报单位'],
  filledBy: ['填表人', '填报人', '制表人'],
  phone: ['联系电话', '电话'],
  date: ['填报日期', '填表日期', '填报时间', '填表时间', '上报日期', '报送日期', '制表日期'],
}
// Object.keys forgets that a Record's keys are all there are.
const FIELD_OF: ReadonlyMap<string, HeadField> = new Map(
  (Object.keys(LABELS) as HeadField[]).flatMap(field => LABELS[field].map(label => [label, field] as const)),
)
const LABEL = new RegExp(`(${[...FIELD_OF.keys()].join('|')})(?:\\([^()]*\\))?:?`, 'g')

/** The head fields in the given rows: several in one cell, one per cell, or a label with its value in the next cells. */
export function headFields(view: View, rows: readonly number[]): FormHead {
  const words = new Map<HeadField, string>()
  const reportDates: { row: number; year: Result<number, CellFault> }[] = []
  for (const row of rows) {
    for (const { field, text, cells } of fieldsOfRow(view, row, rows)) {
      if (field === 'date') {
        const year = yearOf(text, cells)
        if (year) reportDates.push({ row, year })
      } else if (text !== '' && !words.has(field)) words.set(field, text)
    }
  }
  return {
    unit: words.get('unit') ?? null,
    filledBy: words.get('filledBy') ?? null,
    phone: words.get('phone') ?? null,
    reportDates,
  }
}

/** Whether the text begins with one of the head's labels. */
export function isHeadLabel(text: string): boolean {
  return squeeze(text).search(LABEL) === 0
}

type HeadValue = { readonly field: HeadField; readonly text: string; readonly cells: readonly Spot[] }

function fieldsOfRow(view: View, row: number, rows: readonly number[]): readonly HeadValue[] {
  const spots = view.spots(row)
  const found: HeadValue[] = []
  spots.forEach((spot, index) => {
    const text = squeeze(cellText(spot.cell))
    const labels = [...text.matchAll(LABEL)].filter(match => isLabel(text, match))
    labels.forEach((match, order) => {
      const field = FIELD_OF.get(match[1] ?? '')
      if (!field) return
      const end = labels[order + 1]?.index ?? text.length
      const value = text.slice(match.index + match[0].length, end).replace(/[,;、。_]+$/, '')
      if (value !== '' || order < labels.length - 1) found.push({ field, text: value, cells: [] })
      else {
        const beside = following(spots.slice(index + 1))
        const cells = beside.length > 0 || !rows.includes(row + 1) ? beside : below(view, row + 1, spot)
        found.push({ field, text: cells.map(next => squeeze(cellText(next.cell))).join(''), cells })
      }
    })
  })
  return found
}

/** A label has a colon, or begins its cell; in running words (`年龄填填报日期当日的实足年龄`) it is none. */
function isLabel(text: string, match: RegExpExecArray): boolean {
  if (match[0].endsWith(':')) return true
  const rest = text.slice(match[0].length)
  return match.index === 0 && (FIELD_OF.get(match[1] ?? '') !== 'date' || /^(?:$|[\p{N}_年〇二])/u.test(rest))
}

/** The cells up to the next label: a value's own, which may stand in several (`2026` `年` `3` `月`). */
function following(spots: readonly Spot[]): readonly Spot[] {
  const end = spots.findIndex(spot => isHeadLabel(cellText(spot.cell)))
  return end < 0 ? spots : spots.slice(0, end)
}

/** The cell under a label that has nothing beside it, where labels and values stand in two rows. */
function below(view: View, row: number, label: Spot): readonly Spot[] {
  const spot = view.at(row, label.left)
  return !spot || spot.top === label.top || isHeadLabel(cellText(spot.cell)) ? [] : [spot]
}

/** The year of a date's text or single cell; null where nothing is filled in (`   年  月  日`). */
function yearOf(text: string, cells: readonly Spot[]): Result<number, CellFault> | null {
  const [only, ...more] = cells
  if (only && more.length === 0 && only.cell.kind === 'error')
    return failure(cellFault('formula-error', { value: only.cell.text }))
  if (!/[\p{N}〇○零]|[一二三四五六七八九十]/u.test(text)) return null
  const year = parseReportYear(text)
  if (year.ok || more.length > 0 || only?.cell.kind !== 'number') return year
  const day = only.cell.day
  return day?.startsWith('20') ? success(Number(day.slice(0, 4))) : year
}
