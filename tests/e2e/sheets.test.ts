import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { forms } from '#shared/sheets/forms.ts'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import { type App, chooseFile, goTo, loadSample, openApp, shown } from './app.ts'
import { openBrowser } from './open-browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function openSheets(): Promise<App> {
  const app = await openApp(browser)
  await loadSample(app.page)
  await goTo(app.page, '表格', 'sheets')
  return app
}

async function choosePeople(page: Page, count: number): Promise<void> {
  await page.getByText('部分人员', { exact: true }).click()
  const boxes = page.locator('[data-panel="people"]').getByRole('checkbox')
  for (let index = 0; index < count; index++) await boxes.nth(index).check()
}

const finished = (page: Page) => page.locator('[data-panel="finished"]').waitFor({ timeout: 80_000 })

async function pdfsIn(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true }).catch(() => [])
  return files.filter(file => file.endsWith('.pdf'))
}

/** What is ticked at first: the year's forms, and those of everybody. */
const everyday = forms.filter(form => form.per === 'year' || !form.concerns)
const yearly = everyday.filter(form => form.per === 'year')
const sheetsOf = (people: number) => yearly.length + people * (everyday.length - yearly.length)

// Catches: a form that is missing, a list that names files which are not there, a file that is no PDF, a bar that stands; an
// "open" that opens nothing, or another file than the one it stands beside.
test('all everyday forms are printed with progress, and what is listed lies on the disk as PDF and opens', async () => {
  const { page, host } = await openSheets()
  await choosePeople(page, 3)
  await page.getByRole('button', { name: `生成 PDF（${sheetsOf(3)} 份）` }).click()
  await page.getByText(new RegExp(`已完成 \\d+ 份，共 ${sheetsOf(3)} 份`)).waitFor()
  await finished(page)
  await page.getByText(`已生成 ${sheetsOf(3)} 份`).waitFor()
  const folder = (await page.locator('[data-folder]').getAttribute('data-folder')) ?? ''
  expect(folder.startsWith(host.documents)).toBe(true)
  const titles = await page.locator('tr[data-row] [data-column="form"]').allInnerTexts()
  expect(new Set(titles)).toEqual(new Set(everyday.map(form => form.title)))
  const files = await pdfsIn(folder)
  expect(files).toHaveLength(sheetsOf(3))
  for (const file of files) expect((await readFile(join(folder, file))).subarray(0, 5).toString()).toBe('%PDF-')
  // This Chromium shows no PDF, so the sheet is saved; a browser that does opens it in a tab.
  const download = page.waitForEvent('download')
  const open = page.getByRole('button', { name: /^打开 / }).first()
  const name = ((await open.getAttribute('aria-label')) ?? '').replace('打开 ', '')
  await open.click()
  const bytes = await readFile(await (await download).path())
  expect(bytes.equals(await readFile(join(folder, name)))).toBe(true)
})

// Catches: a viewer whose worker or fonts the page's policy forbids, keys that stop at a document's end, pages lost in print.
test('chosen sheets are looked through page by page before anything is written, and printed from there', async () => {
  const { page, host, complaints } = await openSheets()
  await choosePeople(page, 1)
  const kept = ['evaluation-record', 'result-notice']
  for (const form of everyday.filter(each => !kept.includes(each.id)))
    await page.getByRole('checkbox', { name: form.title, exact: true }).uncheck()
  await page.getByRole('button', { name: '逐页预览' }).click()
  const stage = page.locator('[data-viewer] [data-autofocus] canvas')
  const at = (place: string) => page.locator(`[data-place="${place}"]`).waitFor()
  await at('1/2 1/2')
  await page.locator('[data-viewer] [data-autofocus] canvas[data-drawn="1"]').waitFor()
  // Ink on the page, not only paper.
  const inked = await stage.evaluate((canvas: HTMLCanvasElement) => {
    const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
    return data.filter((value, index) => index % 4 === 0 && value < 100).length
  })
  expect(inked).toBeGreaterThan(1000)
  await page.keyboard.press('PageDown')
  await at('1/2 2/2')
  await page.keyboard.press('PageDown')
  await at('2/2 1/1')
  await page.keyboard.press('PageUp')
  await at('1/2 2/2')
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '')
  })
  await page.getByRole('button', { name: '打印全部（2 份）' }).click()
  await page.locator('body[data-printed]').waitFor()
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(3)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '逐页预览' }).waitFor()
  expect(await pdfsIn(host.documents)).toEqual([])
  expect(complaints).toEqual([])
})

// Catches: a toggle that writes nothing, or a Word file that opens as a PDF.
test('the notices also come as Word, and a Word file is saved', async () => {
  const { page } = await openSheets()
  await choosePeople(page, 1)
  for (const form of everyday.filter(each => each.id !== 'public-notice'))
    await page.getByRole('checkbox', { name: form.title, exact: true }).uncheck()
  await page.getByRole('checkbox', { name: /同时生成 Word/ }).check()
  await page.getByRole('button', { name: '生成 PDF（1 份）' }).click()
  await finished(page)
  await page.getByText('另有 Word 1 份').waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '打开 公示.docx' }).click()
  const bytes = await readFile(await (await download).path())
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
})

// Catches: a cancel that waits for the end, loses what was finished, or leaves the app unable to print again.
test('printing can be cancelled, and then begun again', async () => {
  const { page, host } = await openSheets()
  await page.getByRole('button', { name: /生成 PDF/ }).click()
  await page.getByText(/已完成 [1-9]\d* 份/).waitFor()
  await page.getByRole('button', { name: '取消生成' }).click()
  await page.locator('[data-print="cancelled"]').waitFor()
  await page.getByText('已取消').first().waitFor()
  const kept = await pdfsIn(host.documents)
  expect(kept.length).toBeLessThan(200)
  await page.getByRole('button', { name: '重新选择' }).click()
  await choosePeople(page, 1)
  await page.getByRole('button', { name: `生成 PDF（${sheetsOf(1)} 份）` }).click()
  await finished(page)
})

// Catches: a job that is lost from view when a person looks elsewhere or reloads, at work or paused.
test('a job goes on in view after another page and after a reload, and can be paused and resumed', async () => {
  const { page } = await openSheets()
  await page.getByRole('button', { name: /生成 PDF/ }).click()
  await page.getByText(/已完成 [1-9]\d* 份/).waitFor()
  await goTo(page, '花名册', 'roster')
  await goTo(page, '表格', 'sheets')
  await page.getByText(/已完成 [1-9]\d* 份/).waitFor()
  await page.reload()
  await page.getByText(/已完成 [1-9]\d* 份/).waitFor()
  await page.getByRole('button', { name: '暂停' }).click()
  await page.getByText('的表格没有生成完').waitFor()
  await page.reload()
  await page.getByText(/已完成 [1-9]\d* 份/).waitFor()
  await page.getByRole('button', { name: '继续生成' }).click()
  await page.getByText(/已完成 [1-9]\d* 份/).waitFor()
  await page.getByRole('button', { name: '取消生成' }).click()
  await page.locator('[data-print="cancelled"]').waitFor()
})

// Catches: a box printed in the place of a name's character.
test('a character that the font lacks is told by person, and nothing is printed', async () => {
  const { page, host } = await openApp(browser)
  const file = buildEvaluation({ instructors: [buildInstructor({ name: '王\u{e000}明', sources: ['district'] })] })
  await chooseFile(page, '年度.json', JSON.stringify(file))
  await shown(page, 'overview')
  await goTo(page, '表格', 'sheets')
  await page.getByRole('button', { name: /生成 PDF/ }).click()
  const failed = page.locator('[data-print="failed"]')
  await failed.getByText('字库没有的字').waitFor()
  expect(await failed.getByRole('listitem').allInnerTexts()).toEqual([expect.stringContaining('王')])
  expect(await pdfsIn(host.documents)).toEqual([])
})

// Catches: a bar that stands for ever when the program was closed in the middle.
test('a program that was closed while printing is noticed', async () => {
  const { page, host } = await openSheets()
  await page.getByRole('button', { name: /生成 PDF/ }).click()
  await page.getByText(/已完成 [1-9]\d* 份/).waitFor()
  await host.stop()
  await page.getByText('与评议主程序失去联系').waitFor({ timeout: 30_000 })
})
