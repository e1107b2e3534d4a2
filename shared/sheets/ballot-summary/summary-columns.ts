import type { BallotComponent, Option } from '#shared/domain/scheme/scheme.ts'
import { tenthsText } from '#shared/lib/largest-remainder.ts'
import type { Counts } from '#shared/sheets/group-counts.ts'
import { label, lineCell, nameCell, spanned } from '#shared/sheets/paper/cells.ts'
import type { Cell } from '#shared/sheets/paper/definition.ts'
import { LANDSCAPE_WIDTH } from '#shared/sheets/paper/page.ts'
import { oneLine } from '#shared/sheets/paper/text.ts'
import { textWidth } from '#shared/sheets/paper/text-width.ts'
import { NONE } from '#shared/sheets/score-words.ts'

export const SIZE = 8.5
/** Paddings and line of one cell of a `dense` table. */
const CELL = 4.6
/** One option's count (three digits) and share (100.0) with their paddings and lines. */
const LEAST_PAIR = 16 + 24 + 2 * CELL
/** Characters of an option's name in a head. */
const MOST_HEAD = 12

/** One column of counts: its head, how wide it must be, what it shows of a row. */
type Column = { readonly head: string; readonly width: number; readonly text: (counts: Counts) => string }

export type SummaryColumns = {
  readonly widths: readonly number[]
  readonly head: readonly (readonly Cell[])[]
  readonly nameWidth: number
  readonly groupWidth: number
  /** The cells of one row between the group's weight and its mean. */
  readonly cells: (counts: Counts | null) => Cell[]
}

/** The columns that a ballot component's scale needs, filling the page's width. */
export function summaryColumns(component: BallotComponent, names: readonly string[]): SummaryColumns {
  const options = component.scale.kind === 'grades' ? component.scale.options : []
  const counts = [
    column('有效票', 28, counts => String(counts.ballots)),
    ...(options.length === 0 ? [column('计分票', 28, counts => String(counts.counted))] : []),
  ]
  const others = [
    column('弃权', 24, counts => String(counts.abstain)),
    column('无效', 24, counts => String(counts.invalid)),
    column('废票', 24, counts => String(counts.void)),
    ...rateColumns(options),
  ]
  const ends = { number: 24, weight: 28, mean: 36, score: 40 }
  const fixed = [...Object.values(ends), ...counts.map(each => each.width), ...others.map(each => each.width)]
  const left = LANDSCAPE_WIDTH - CELL - fixed.reduce((total, width) => total + width + CELL, 0)
  const { name, group, count, share } = sharedWidths(left, component, names, options.length)
  const pairs = options.flatMap(() => [count, share])
  const tall = (text: string): Cell => label(text, { rowSpan: 2, fontSize: SIZE, bold: true })
  return {
    nameWidth: name,
    groupWidth: group,
    widths: [
      ...[ends.number, name, group, ends.weight, ...counts.map(each => each.width)],
      ...pairs,
      ...[...others.map(each => each.width), ends.mean, ends.score],
    ],
    head: [
      [
        ...['序号', '姓　名', '票　种', '权重\n（%）', ...counts.map(each => each.head)].map(tall),
        ...options.flatMap(option => [optionHead(option, count + share + CELL), {}]),
        ...[...others.map(each => each.head), '均分', '测评\n得分'].map(tall),
      ],
      [
        ...spanned(4 + counts.length),
        ...options.flatMap(() => ['票数', '%'].map(text => label(text, { fontSize: SIZE, bold: true }))),
        ...spanned(others.length + 2),
      ],
    ],
    cells: row => [
      ...counts.map(each => figure(row && each.text(row), each.width)),
      ...pairs.map((width, index) => figure(row && pairText(row, index), width)),
      ...others.map(each => figure(row && each.text(row), each.width)),
    ],
  }
}

/** A figure on one line, or the dash where there is none. */
function figure(text: string | null, width: number): Cell {
  return lineCell(text ?? NONE, width, SIZE)
}

/** An option's count, then its share. */
function pairText({ options }: Counts, index: number): string {
  const option = options[Math.floor(index / 2)]
  if (!option) return NONE
  return index % 2 === 0 ? String(option.count) : rateText(option.tenths)
}

type SharedWidths = { readonly name: number; readonly group: number; readonly count: number; readonly share: number }

/** How the width that is left is shared: long names give way to the options' least widths, the options take the rest. */
function sharedWidths(
  left: number,
  component: BallotComponent,
  names: readonly string[],
  options: number,
): SharedWidths {
  const groups = component.groups.map(group => oneLine(group.name))
  const [nameWidth, groupWidth] = [held(names, 44, 96), held(groups, 40, 96)]
  const wanted = nameWidth + groupWidth + 2 * CELL
  const room = options === 0 ? left : Math.min(wanted, Math.max(80, left - options * LEAST_PAIR))
  const name = (nameWidth * room) / wanted
  const group = (groupWidth * room) / wanted
  const pair = options === 0 ? 0 : (left - room) / options - 2 * CELL
  return { name, group, count: pair * 0.42, share: pair * 0.58 }
}

/** A column as wide as the longest of `texts`, within limits. */
function held(texts: readonly string[], least: number, most: number): number {
  return Math.min(most, Math.max(least, ...texts.map(text => textWidth(text, SIZE) + 1)))
}

function column(head: string, width: number, text: Column['text']): Column {
  return { head: head.length > 2 ? `${head.slice(0, -1)}\n${head.slice(-1)}` : head, width, text }
}

function optionHead(option: Option, width: number): Cell {
  return nameCell(oneLine(option.label, MOST_HEAD), width, SIZE, { colSpan: 2, bold: true })
}

/** 优秀率, and 称职以上率 where the satisfied options are the first two or more. */
function rateColumns(options: readonly Option[]): Column[] {
  const [first] = options
  if (!first) return []
  const satisfied = options.findIndex(option => !option.satisfied)
  const leading = satisfied === -1 ? options.length : satisfied
  const columns = [rate(`${oneLine(first.label, MOST_HEAD)}率`, 1)]
  const last = options[leading - 1]
  if (leading > 1 && last) columns.push(rate(`${oneLine(last.label, MOST_HEAD)}以上率`, leading))
  return columns
}

function rate(head: string, leading: number): Column {
  const half = Math.ceil((head.length - 1) / 2)
  return {
    head: head.length > 3 ? `${head.slice(0, half)}\n${head.slice(half)}` : head,
    width: Math.min(48, Math.max(34, half * SIZE + 8)),
    text: counts => {
      const shares = counts.options.slice(0, leading).map(({ tenths }) => tenths)
      return shares.includes(null) ? NONE : rateText(shares.reduce<number>((total, share) => total + (share ?? 0), 0))
    },
  }
}

function rateText(tenths: number | null): string {
  return tenths === null ? NONE : tenthsText(tenths)
}
