import { describe, expect, it } from 'vitest'
import { renderSheet } from '#electron/host/sheets/render-sheet.ts'
import { finishSheet } from '#shared/sheets/finish-sheet.ts'
import { forms } from '#shared/sheets/forms.ts'
import { buildYear } from './build-year.ts'
import { type PdfPage, pdfPages } from './pdf-text.ts'
import { dataOf, sheetOf } from './sheet-texts.ts'

const STAMP = { fonds: 'Z0123456789012345678', year: 2026, item: '0007', body: 'JTXS', retention: '30 年' }
const MM = 72 / 25.4

/** What may be the watermark: its characters stand alone, far apart (as those of 图　　示 do). */
function marks(page: PdfPage | undefined): string[] {
  return (page?.lines ?? [])
    .map(line => line.text.replace(/\s/g, ''))
    .filter(text => ['示', '例', '示例'].includes(text))
}

async function finished(form: string, extra: { sample?: boolean; stamp?: typeof STAMP }): Promise<PdfPage[]> {
  const sheet = sheetOf(dataOf(buildYear(30)), form)
  const about = { year: 2026, form, instructor: null }
  return pdfPages((await renderSheet(finishSheet(sheet, { ...about, ...extra }))).bytes, 2)
}

describe.each(forms.map(form => form.id))('%s', form => {
  // A page of the sample that goes about as a real one.
  it('says 示例 on every page of the sample, and on no other', async () => {
    const sample = await finished(form, { sample: true })
    const real = await finished(form, {})
    expect(sample).toHaveLength(real.length)
    for (const [index, page] of sample.entries()) expect(marks(page).length).toBeGreaterThan(marks(real[index]).length)
  })

  // A stamp on every page, off the paper, over the heading, or of another size than the archive office's.
  it('has the stamp’s six cells at the top of the first page, above the heading', async () => {
    const [first, ...others] = await finished(form, { stamp: STAMP })
    if (!first) throw new Error('no page')
    const top = first.lines.filter(line => line.y > first.height - 56)
    const cells = [STAMP.fonds, '2026', '0007', 'JTXS', '30年', String(others.length + 1)]
    expect(top.map(line => line.text.replace(/\s/g, '')).sort()).toEqual(cells.sort())
    for (const line of top) {
      expect(Math.abs((line.x + line.right) / 2 - first.width / 2)).toBeLessThan(22.5 * MM)
      expect(line.y).toBeGreaterThan(first.height - 9 - 16 * MM)
    }
    for (const page of others) expect(page.lines.filter(line => line.y > page.height - 56)).toEqual([])
  })
})
