import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createPreviews } from '#electron/host/sheets/previews.ts'
import { printSheets } from '#electron/host/sheets/print-sheets.ts'
import { createSheetWorkers } from '#electron/host/sheets/sheet-workers.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'
import { buildYear } from './build-year.ts'
import { temporaryFolder } from './temporary-folder.ts'

const FORMS = ['evaluation-record', 'result-list']

function previews() {
  const workers = createSheetWorkers(undefined)
  onTestFinished(workers.stop)
  return createPreviews(workers)
}

// Catches: a preview that shows another page than the one that is signed; sheets in another order than their files.
test('a preview shows the very bytes that are printed, in the same order', async () => {
  const year = readBuilt(buildYear(2))
  const folder = await temporaryFolder()
  const printed = await printSheets({ evaluation: year, forms: FORMS, instructors: null, folder, sample: true })
  if (!printed.ok) throw new Error(printed.error.code)
  const handlers = previews()
  const asked = { evaluation: JSON.stringify(year), forms: FORMS, instructors: null, sample: true }
  const preview = await handlers['sheets.preview'](asked)
  if (!preview.ok) throw new Error(preview.error.code)
  expect(preview.data.sheets.map(sheet => sheet.file)).toEqual(printed.value.map(sheet => sheet.file))
  for (const [index, { file }] of printed.value.entries()) {
    const shown = await handlers['sheets.previewed']({ preview: preview.data.preview, index })
    if (!shown.ok) throw new Error(shown.error.code)
    expect(Buffer.from(shown.data).equals(await readFile(join(folder, file)))).toBe(true)
  }
})

// Catches: pages of figures that were changed since, shown under the new choice.
test('an earlier preview is gone when another begins, and an unknown sheet is refused', async () => {
  const handlers = previews()
  const asked = { evaluation: JSON.stringify(buildYear(1)), forms: ['result-list'], instructors: null }
  const first = await handlers['sheets.preview'](asked)
  const second = await handlers['sheets.preview'](asked)
  if (!first.ok || !second.ok) throw new Error('no preview')
  const answer = (preview: string, index: number) => handlers['sheets.previewed']({ preview, index })
  expect(await answer(first.data.preview, 0)).toMatchObject({ ok: false, error: { code: 'not-found' } })
  expect(await answer(second.data.preview, 1)).toMatchObject({ ok: false, error: { code: 'not-found' } })
  expect(await answer(second.data.preview, 0)).toMatchObject({ ok: true })
})

// Catches: the page of one year shown under the other, where pages of two previews are asked for at once.
test('pages asked for at once are those of their own preview', async () => {
  const handlers = previews()
  const ask = (people: number) =>
    handlers['sheets.preview']({
      evaluation: JSON.stringify(buildYear(people)),
      forms: ['evaluation-record'],
      instructors: null,
    })
  const earlier = await ask(1)
  if (!earlier.ok) throw new Error(earlier.error.code)
  const late = handlers['sheets.previewed']({ preview: earlier.data.preview, index: 0 })
  const later = await ask(3)
  if (!later.ok) throw new Error(later.error.code)
  const shown = await Promise.all(
    [0, 1, 2].map(index => handlers['sheets.previewed']({ preview: later.data.preview, index })),
  )
  expect(await late).toMatchObject({ ok: false, error: { code: 'not-found' } })
  const pages = shown.map(page => (page.ok ? Buffer.from(page.data).toString('base64') : page.error.code))
  expect(new Set(pages).size).toBe(3)
  expect(pages.every(page => page.startsWith('JVBERi'))).toBe(true)
})
