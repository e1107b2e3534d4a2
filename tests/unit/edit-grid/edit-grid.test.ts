import { expect, test } from 'vitest'
import { copyBlock, fill, pasteBlock } from '#renderer/components/edit-grid/block-changes.ts'
import { enteredText } from '#renderer/components/edit-grid/entered-text.ts'
import type { GridColumn } from '#renderer/components/edit-grid/grid-column.ts'
import { type GridKey, nextPlace } from '#renderer/components/edit-grid/next-place.ts'
import { parseTsv, writeTsv } from '#renderer/components/edit-grid/tsv.ts'
import { typedNumber } from '#shared/lib/typed-number.ts'

type Row = { readonly id: string; readonly cells: Readonly<Record<string, string>> }

const column = (id: string, kind: GridColumn<Row>['kind'], more: Partial<GridColumn<Row>> = {}): GridColumn<Row> => ({
  id,
  title: id,
  kind,
  text: row => row.cells[id] ?? '',
  ...more,
})

/** name (fixed) · a · b · sum (fixed) · c; three people. */
const columns = [
  column('name', 'fixed'),
  column('a', 'number'),
  column('b', 'number'),
  column('sum', 'fixed'),
  column('c', 'text'),
]
const rows: Row[] = ['甲', '乙', '丙'].map(name => ({ id: name, cells: { name, a: '1', b: '2', sum: '3', c: '话' } }))
const grid = { columns, rows, rowKey: (row: Row) => row.id }
const marked = (row: number, at: number, toRow = row, to = at) => ({
  active: { row, column: at },
  corner: { row: toRow, column: to },
})

const size = { rows: 3, open: [1, 2, 4], page: 12 }
const press = (key: string, at: [number, number], more: Partial<GridKey> = {}, tabFrom: number | null = null) => {
  const next = nextPlace(
    { key, shift: false, ctrl: false, inText: false, ...more },
    { row: at[0], column: at[1] },
    size,
    tabFrom,
  )
  return next && [next.row, next.column]
}

// Catches: keys that stop on cells nobody can fill in, or that run out of the grid.
test.each([
  ['ArrowRight', [0, 2], {}, [0, 4]],
  ['ArrowLeft', [0, 4], {}, [0, 2]],
  ['ArrowLeft', [0, 1], {}, [0, 1]],
  ['ArrowDown', [2, 1], {}, [2, 1]],
  ['ArrowUp', [2, 1], { ctrl: true }, [0, 1]],
  ['Tab', [0, 4], {}, [1, 1]],
  ['Tab', [1, 1], { shift: true }, [0, 4]],
  ['Enter', [1, 2], { shift: true }, [0, 2]],
  ['End', [0, 1], { ctrl: true }, [2, 4]],
  ['PageDown', [0, 1], {}, [2, 1]],
] as const)('%s from %j (%j) leads to %j', (key, at, more, to) => {
  expect(press(key, [...at], more)).toEqual(to)
})

// Catches: arrows that leave a cell whose text is being mended, and a grid that Tab can never leave.
test('arrows sideways stay in a text being edited, and Tab leaves at either end', () => {
  expect(press('ArrowLeft', [0, 2], { inText: true })).toBeNull()
  expect(press('ArrowDown', [0, 2], { inText: true })).toEqual([1, 2])
  expect(press('Tab', [2, 4])).toBeNull()
  expect(press('Tab', [0, 1], { shift: true })).toBeNull()
  expect(press('5', [0, 1])).toBeNull()
})

// Catches: a row keyed with Tab after which Enter goes below the last column and not to the next row's first.
test('Enter after a run of Tabs goes below where the run began', () => {
  expect(press('Enter', [0, 4], {}, 1)).toEqual([1, 1])
})

// Catches: a cell with a line break or a quote from Excel that shifts all that follows.
test('blocks from Excel are read as their cells', () => {
  expect(parseTsv('1\t2\r\n3\t4\r\n')).toEqual([
    ['1', '2'],
    ['3', '4'],
  ])
  expect(parseTsv('"两\n行"\t"他说""好"""\n\t尾')).toEqual([
    ['两\n行', '他说"好"'],
    ['', '尾'],
  ])
  expect(parseTsv('5" 管\t"未完')).toEqual([['5" 管', '"未完']])
  expect(parseTsv('')).toEqual([])
})

test('what is written for the clipboard is read back', () => {
  const cells = [
    ['甲', '1', '两\n行'],
    ['"乙"', '', '\t'],
  ]
  expect(parseTsv(writeTsv(cells))).toEqual(cells)
})

// Catches: a paste that writes into fixed columns, tells cells that did not change, or loses rows silently.
test('a block lands on the open cells from the marked one, and says what lay below the table', () => {
  const { changes, beyond } = pasteBlock(grid, marked(1, 1), [
    ['９．５', '2', '99', '评语'],
    ['1', '8', '99', '话'],
    ['7', '7', '7', '7'],
  ])
  expect(changes).toEqual([
    { row: '乙', column: 'a', text: '9.5' },
    { row: '乙', column: 'c', text: '评语' },
    { row: '丙', column: 'b', text: '8' },
  ])
  expect(beyond).toBe(1)
})

test('one value fills all that is marked, whichever corner it was marked from', () => {
  const expected = rows.slice(0, 2).flatMap(({ id }) => ['a', 'b'].map(at => ({ row: id, column: at, text: '5' })))
  expect(pasteBlock(grid, marked(0, 1, 1, 2), [['5']]).changes).toEqual(expected)
  expect(pasteBlock(grid, marked(1, 2, 0, 1), [['5']]).changes).toEqual(expected)
})

test('Delete clears what is marked but a locked cell', () => {
  const locked = columns.map(each => (each.id === 'a' ? { ...each, locked: (row: Row) => row.id === '乙' } : each))
  expect(fill({ ...grid, columns: locked }, marked(0, 1, 1, 1), '')).toEqual([{ row: '甲', column: 'a', text: '' }])
})

test('a copied block holds the fixed cells too', () => {
  expect(copyBlock(grid, marked(0, 0, 1, 1))).toBe('甲\t1\r\n乙\t1')
})

// Catches: figures typed with a Chinese keyboard that are refused, and words that are made into figures.
test.each([
  ['１５．０', '15.0'],
  ['9。5', '9.5'],
  [' 1,234 ', '1234'],
  ['.5', '0.5'],
  ['5.', '5'],
  ['15分', '15'],
  ['46 家', '46'],
  ['-3', '-3'],
  ['12,34', '12,34'],
  ['1.2.3', '1.2.3'],
  ['优', '优'],
  ['.', '.'],
  ['1e5', '1e5'],
  ['', ''],
])('%j is written as %j', (typed, plain) => {
  expect(typedNumber(typed)).toBe(plain)
})

// Catches: a grade that can only be entered with an input method.
test('a choice is made by its number or its beginning; what is no choice stays for its owner to refuse', () => {
  const grade = column('grade', 'text', { choices: ['优秀', '称职', '基本称职', '不称职'] })
  const entered = ['2', '２', '优', '基本称职', '称', '5', '很好', ''].map(typed => enteredText(grade, typed))
  expect(entered).toEqual(['称职', '称职', '优秀', '基本称职', '称职', '5', '很好', ''])
})
