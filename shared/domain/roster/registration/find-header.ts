import { cellText } from './cell-text.ts'
import { type Field, fieldOf, fieldOfTwo, isIdentityLabel, isTermEnd, labelOf } from './fields.ts'
import { MOST_COLUMNS } from './grid.ts'
import type { Spot, View } from './view.ts'

/** The columns under one header cell: `left` to `right`, both included, where the form merged several into one. */
export type Column = { readonly label: string; readonly left: number; readonly right: number }
export type FieldColumn = Column & { readonly field: Field }

/** A table's header, in the rows `top` to `bottom`. */
export type Header = {
  readonly top: number
  readonly bottom: number
  readonly fields: readonly FieldColumn[]
  /** Columns that announce identity numbers; never read. */
  readonly identity: readonly Column[]
  /** Columns that are not understood; not read. */
  readonly unread: readonly Column[]
  /** Fields that several columns claim; not read, as either would be a guess. */
  readonly twice: readonly FieldColumn[]
}

// Several columns may hold phones; a second 序号 says nothing.
const MAY_REPEAT: ReadonlySet<Field> = new Set<Field>(['phone', 'index'])

/** The header that begins in a row, or null: it names the people and at least one thing about them. */
export function headerAt(view: View, row: number): Header | null {
  const labels = view.spots(row).filter(spot => spot.top === row)
  const name = labels.find(spot => isName(cellText(spot.cell)))
  if (!name) return null
  const bottom = lastRow(view, row, name)
  const known: FieldColumn[] = []
  const identity: Column[] = []
  const unread: Column[] = []
  for (const { upper, lower, left, right } of headerCells(view, row, bottom)) {
    const label = upper + lower
    if (label === '') continue
    const field = lower === '' ? fieldOf(upper) : upper === '' ? fieldOf(lower) : fieldOfTwo(upper, lower)
    const column = { label, left, right }
    if (field) known.push({ ...column, field })
    else if (isIdentityLabel(label)) identity.push(column)
    else unread.push(column)
  }
  const said = new Set(known.map(column => column.field).filter(field => field !== 'index'))
  if (!said.has('name') || said.size < 2) return null
  const twice = known.filter(column => isTwice(column, known))
  return { top: row, bottom, fields: known.filter(column => !twice.includes(column)), identity, unread, twice }
}

function isName(text: string): boolean {
  // Every row of a long table is asked: most texts are told apart without taking them to pieces.
  return /名|指导员/.test(text) && fieldOf(labelOf(text)) === 'name'
}

function isTwice(column: FieldColumn, all: readonly FieldColumn[]): boolean {
  if (MAY_REPEAT.has(column.field)) return false
  const rivals: readonly Field[] =
    column.field === 'term'
      ? ['term', 'engagedFrom', 'engagedTo']
      : column.field === 'engagedFrom' || column.field === 'engagedTo'
        ? ['term', column.field]
        : [column.field]
  return all.some(other => other !== column && rivals.includes(other.field))
}

/** The header's last row: as far as the name's cell is merged down, or one more where 起 and 止 stand below. */
function lastRow(view: View, row: number, name: Spot): number {
  if (name.bottom > row) return Math.min(name.bottom, row + 3)
  const below = view.spots(row + 1)
  const underName = view.at(row + 1, name.left)
  return !underName && below.some(spot => isTermEnd(cellText(spot.cell))) ? row + 1 : row
}

type HeaderCell = { readonly upper: string; readonly lower: string; readonly left: number; readonly right: number }

/** The header's cells, left to right; columns under the same cells are one. */
function headerCells(view: View, top: number, bottom: number): readonly HeaderCell[] {
  const cells: (HeaderCell & { readonly key: string })[] = []
  for (let column = 0; column < MOST_COLUMNS; column += 1) {
    const upper = view.at(top, column)
    const under = bottom > top ? view.at(bottom, column) : null
    const lower = under && under.top > top ? under : null
    const key = `${upper?.left ?? '-'}/${lower?.left ?? '-'}`
    const last = cells.at(-1)
    if (last?.key === key && (upper || lower)) cells[cells.length - 1] = { ...last, right: column }
    else if (upper || lower)
      cells.push({
        key,
        upper: labelOf(cellText(upper?.cell)),
        lower: labelOf(cellText(lower?.cell)),
        left: column,
        right: column,
      })
  }
  return cells
}
