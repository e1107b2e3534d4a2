import { expect, test } from 'vitest'
import { renderSheet } from '#electron/host/sheets/render-sheet.ts'
import { finishSheet } from '#shared/sheets/finish-sheet.ts'
import { buildSelf } from '#tests/fixtures/build-evaluation.ts'
import { buildSummary, buildYear } from './build-year.ts'
import { pdfPages } from './pdf-text.ts'
import { dataOf, sheetOf } from './sheet-texts.ts'

const ROWS_A_PAGE = 26

// Catches: a last page with nothing on it but who signs (GB/T 9704-2012, 7.3.5.1), whatever number of people a year has; one
// on which the last rows stand without the list's head.
test('the signatures of a counting report never stand on a page alone', async () => {
  for (let people = 36; people < 36 + ROWS_A_PAGE; people += 1) {
    const sheet = sheetOf(dataOf(buildYear(people)), 'count-report')
    const about = { year: 2026, form: 'count-report', instructor: null }
    const last = (await pdfPages((await renderSheet(finishSheet(sheet, about))).bytes, 2)).at(-1)
    const texts = last?.lines.map(line => line.text.replace(/\s/g, '')) ?? []
    expect([people, texts.some(text => text.includes('总监票人'))]).toEqual([people, true])
    expect([people, texts.some(text => text.startsWith('序号'))]).toEqual([people, true])
    expect([people, texts.includes(String(people)), texts.includes(String(people - 1))]).toEqual([people, true, true])
  }
})

// Catches: a person who signs on a page that holds nothing but the line to sign on.
test('the signature of a self-assessment stands with the grade and the notice', async () => {
  for (let length = 1300; length <= 1800; length += 50) {
    const year = { ...buildYear(1), self: [buildSelf({ instructor: 'i01', summary: buildSummary(length) })] }
    const sheet = sheetOf(dataOf(year), 'self-form')
    const about = { year: 2026, form: 'self-form', instructor: 'i01' }
    const last = (await pdfPages((await renderSheet(finishSheet(sheet, about))).bytes)).at(-1)
    const texts = last?.lines.map(line => line.text.replace(/\s/g, '')).join('') ?? ''
    expect([length, texts.includes('本人签名'), texts.includes('自评等次')]).toEqual([length, true, true])
  }
})
