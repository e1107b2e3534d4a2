import { expect, it } from 'vitest'
import { renderSheet } from '#electron/host/sheets/render-sheet.ts'
import { forms } from '#shared/sheets/forms.ts'
import type { Content, Definition } from '#shared/sheets/paper/definition.ts'
import { page } from '#shared/sheets/paper/page.ts'
import { buildHostileYear } from './build-variants.ts'
import { type PdfLine, pdfPages, textOf } from './pdf-text.ts'
import { dataOf, sheetOf } from './sheet-texts.ts'

const INDENTED = { leadingIndent: 20 } as const
const STYLES = [{}, { alignment: 'justify' }, { alignment: 'right' }, INDENTED] as const
const CELL = { left: 60.74, width: 110 }

// pdfmake gives a column at least the width of its longest word: a name typed as one Latin word, an address of the web or a
// row of digits pushes the whole table off the paper.
it.each(forms.map(form => form.id))('%s keeps unbroken words on its pages', async id => {
  const file = buildHostileYear(2, 'W'.repeat(200), 'W'.repeat(5000))
  const { bytes } = await renderSheet(sheetOf(dataOf(file), id, file.instructors[0]?.id))
  const pages = await pdfPages(bytes)
  expect(pages.length).toBeGreaterThan(0)
  for (const { width, lines, drawn } of pages)
    expect(Math.max(...lines.map(line => line.right), drawn?.right ?? 0)).toBeLessThan(width - 30)
})

// Letters lost or doubled where a word is cut, a line past its cell's edge, blanks at a line's start, half a character.
it.each([
  ['one word', 'https://example.cn/'.repeat(12)],
  ['digits after Chinese words', `编号：${'0123456789'.repeat(12)}`],
  ['a word between quotation marks', `甲“${'x'.repeat(150)}”，乙`],
  ['words that just fill a line, blanks between', `${'abcdefghijklmnopqr '.repeat(9)}`],
  ['several paragraphs', `a\n${'W'.repeat(60)}\nb`],
  ['letters with marks', 'ệ'.repeat(90)],
])('cuts %s at the edge of its cell', async (_, text) => {
  for (const style of STYLES) {
    const lines = await linesOfCell({ text, ...style })
    expect(lines.length).toBeGreaterThan(2)
    for (const line of lines) expect(line.right).toBeLessThan(CELL.left + CELL.width + 0.5)
    for (const line of lines) expect(line.x).toBeGreaterThan(CELL.left - 0.5)
    for (const line of lines.slice(1)) expect(line.text).not.toMatch(/^\s/)
    if (style === INDENTED) expect(lines[1]?.x).toBeCloseTo(CELL.left, 1)
    expect(bare(lines.map(line => line.text).join(''))).toBe(bare(text))
  }
})

// A rare character of a name is two units of a string: half of one is no character.
it('never cuts a character in two', async () => {
  const { bytes } = await renderSheet(sheetOfCell({ text: '𠮷'.repeat(40) }))
  const text = (await pdfPages(bytes)).map(textOf).join('')
  expect(text.split('𠮷')).toHaveLength(41)
})

function sheetOfCell(cell: Content): Definition {
  return page({
    orientation: 'portrait',
    title: '长词',
    subject: '长词',
    organiser: '云川市总工会',
    date: '2026-12-10',
    content: [{ layout: 'grid', table: { widths: [CELL.width], body: [[cell]] } }],
  })
}

async function linesOfCell(cell: Content): Promise<readonly PdfLine[]> {
  const { bytes } = await renderSheet(sheetOfCell(cell))
  // What stands below is the foot's.
  return (await pdfPages(bytes)).flatMap(({ lines }) => lines.filter(line => line.y > 54))
}

function bare(text: string): string {
  return text.replace(/\s/g, '')
}
