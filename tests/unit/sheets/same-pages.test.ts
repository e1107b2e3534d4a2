import { expect, it } from 'vitest'
import { renderSheet } from '#electron/host/sheets/render-sheet.ts'
import { forms } from '#shared/sheets/forms.ts'
import { naivePdfmake } from '#tests/bench/sheets/naive-pdfmake.ts'
import { buildLongYear } from './build-variants.ts'
import { buildYear } from './build-year.ts'
import { type PdfPage, pdfPages } from './pdf-text.ts'
import { dataOf, sheetOf } from './sheet-texts.ts'

// A character out of its place, a rule that moved, a glyph or a kern that another way of setting text gives: whatever our
// lines, fonts and renderer do, the pages are pdfmake's own.
it.each(
  forms.flatMap(form => [
    [form.id, 'five people', buildYear(5)] as const,
    [form.id, 'long texts and names', buildLongYear(2)] as const,
  ]),
)('%s of %s has the pages that pdfmake prints by itself', async (id, _, file) => {
  const sheet = sheetOf(dataOf(file), id, file.instructors[0]?.id)
  const ours = await pdfPages((await renderSheet(sheet)).bytes)
  const theirs = await pdfPages(await naivePdfmake(sheet))
  expect(ours.map(wordsOf)).toEqual(theirs.map(wordsOf))
  ours.forEach((page, index) => {
    const other = theirs[index]
    const away = page.lines.map((line, at) => {
      const same = other?.lines[at]
      return same ? Math.max(...(['x', 'y', 'right'] as const).map(side => Math.abs(line[side] - same[side]))) : 99
    })
    expect(Math.max(0, ...away)).toBeLessThan(0.05)
    for (const side of ['left', 'top', 'right', 'bottom'] as const)
      expect(page.drawn?.[side] ?? 0).toBeCloseTo(other?.drawn?.[side] ?? 0, 2)
  })
})

function wordsOf(page: PdfPage): string[] {
  return page.lines.map(line => line.text)
}
