import { expect, test } from 'vitest'
import { renderSheet } from '#electron/host/sheets/render-sheet.ts'
import { finishSheet } from '#shared/sheets/finish-sheet.ts'
import { buildYear } from './build-year.ts'
import { pdfPages } from './pdf-text.ts'
import { dataOf, sheetOf } from './sheet-texts.ts'

const ROWS_A_PAGE = 26

// Catches: a last page with nothing on it but who signs (GB/T 9704-2012, 7.3.5.1), whatever number of people a year has.
test('the signatures of a counting report never stand on a page alone', async () => {
  for (let people = 36; people < 36 + ROWS_A_PAGE; people += 1) {
    const sheet = sheetOf(dataOf(buildYear(people)), 'count-report')
    const about = { year: 2026, form: 'count-report', instructor: null }
    const last = (await pdfPages((await renderSheet(finishSheet(sheet, about))).bytes, 2)).at(-1)
    const texts = last?.lines.map(line => line.text.replace(/\s/g, '')) ?? []
    expect([people, texts.some(text => text.includes('总监票人'))]).toEqual([people, true])
    expect([people, texts.includes(String(people)), texts.includes(String(people - 1))]).toEqual([people, true, true])
  }
})
