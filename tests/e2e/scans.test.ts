import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { forms } from '#shared/sheets/forms.ts'
import { imagePdf, type JpegPage } from '#tests/fixtures/image-pdf.ts'
import { goTo, loadSample, openApp } from './app.ts'
import { openBrowser } from './open-browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const CSS_DPI = 96
/** A4 at twice its size on paper. */
const DOUBLE_WIDTH = Math.round((595.28 * 2 * CSS_DPI) / 72)

/** The page in sight as a copier would give it: turned by so many degrees, grey, noisy, as JPEG. */
async function scanned(page: Page, degrees: number): Promise<JpegPage> {
  const canvas = page.locator('[data-viewer] [data-autofocus] canvas')
  const { url, width, height, shown } = await canvas.evaluate((source: HTMLCanvasElement, angle) => {
    const turn = (angle * Math.PI) / 180
    const [cos, sin] = [Math.abs(Math.cos(turn)), Math.abs(Math.sin(turn))]
    const paper = document.createElement('canvas')
    paper.width = Math.ceil(source.width * cos + source.height * sin)
    paper.height = Math.ceil(source.width * sin + source.height * cos)
    const context = paper.getContext('2d')
    if (!context) throw new Error('no canvas')
    context.fillStyle = '#fff'
    context.fillRect(0, 0, paper.width, paper.height)
    context.translate(paper.width / 2, paper.height / 2)
    context.rotate(turn)
    context.drawImage(source, -source.width / 2, -source.height / 2)
    const dots = context.getImageData(0, 0, paper.width, paper.height)
    let seed = 7
    for (let index = 0; index < dots.data.length; index += 4) {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff
      const grey = 128 + ((dots.data[index] ?? 0) - 128) * 0.8 + (seed % 40) - 20
      dots.data[index] = dots.data[index + 1] = dots.data[index + 2] = grey
    }
    context.putImageData(dots, 0, 0)
    const shown = source.width / Number.parseFloat(source.style.width)
    return { url: paper.toDataURL('image/jpeg', 0.6), width: paper.width, height: paper.height, shown }
  }, degrees)
  const jpeg = Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
  return { jpeg, width, height, dpi: CSS_DPI * 2 * shown }
}

// Catches: codes that cannot be read from real scans, a page filed under another person or encoded anew, a page that is
// lost, an act that cannot be taken back, a decoder that the page's policy forbids.
test('a pile of scanned pages files itself, and what does not is dealt with by hand', async () => {
  const { page, host, complaints } = await openApp(browser)
  await loadSample(page)
  await goTo(page, '表格', 'sheets')
  await page.getByText('部分人员', { exact: true }).click()
  await page.locator('[data-panel="people"]').getByRole('checkbox').first().check()
  const kept = ['evaluation-record', 'result-notice']
  for (const form of forms.filter(each => !kept.includes(each.id) && (each.per === 'year' || !each.concerns)))
    await page.getByRole('checkbox', { name: form.title, exact: true }).uncheck()
  await page.getByRole('button', { name: '逐页预览' }).click()
  await page.locator('[data-viewer] [data-autofocus] canvas[data-drawn]').waitFor()
  for (let step = 0; step < 5; step++) await page.getByRole('button', { name: '放大' }).click()
  const scans: JpegPage[] = []
  for (const [place, degrees] of [
    ['1/2 1/2', 2],
    ['1/2 2/2', 180],
    ['2/2 1/1', 91],
  ] as const) {
    await page.locator(`[data-place="${place}"]`).waitFor()
    const drawn = place.split(' ')[1]?.split('/')[0]
    await page
      .locator(`[data-viewer] [data-autofocus] canvas[data-drawn="${drawn}"][style*="width: ${DOUBLE_WIDTH}px"]`)
      .waitFor()
    scans.push(await scanned(page, degrees))
    await page.keyboard.press('PageDown')
  }
  await page.keyboard.press('Escape')
  const [first, second, notice] = scans
  if (!first || !second || !notice) throw new Error('no pages')
  const blank = { ...(await blankPage(page)), dpi: 100 }
  const pile = imagePdf([second, blank, notice, first, notice])

  await page.getByRole('tab', { name: '签字扫描件' }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择扫描件' }).click()
  await (await chooser).setFiles({ name: '复印机.pdf', mimeType: 'application/pdf', buffer: pile })
  await page.getByText('没有归上的页（2 页）').waitFor()
  const sorted = page.locator('[data-panel="sorted"]')
  await sorted.getByText('已识别 2 份（3 页）').waitFor()
  expect(await sorted.getByText('数字一致').count()).toBe(2)
  const file = page.getByRole('button', { name: /^归入 \d+ 份签字件/ })
  expect(await file.isDisabled()).toBe(true)
  await page.locator('[data-left="duplicate"]').getByRole('button', { name: '放在一边' }).click()
  const unread = page.locator('[data-left="no-code"]')
  await unread.getByRole('combobox', { name: '归到哪张表' }).click()
  await page.getByRole('option', { name: '结果名册' }).click()
  await unread.getByRole('button', { name: '归入', exact: true }).click()
  await page.getByRole('button', { name: '归入 3 份签字件' }).click()
  const signed = page.locator('[data-panel="signed"]')
  await signed.waitFor()
  const row = (title: string) => signed.getByRole('row').filter({ hasText: title }).locator('td').nth(2)
  expect(await row('年度考评登记表').innerText()).toBe('1')
  expect(await row('结果名册').innerText()).toBe('1')

  const folder = join(host.data, 'attachments')
  const files = await Promise.all((await readdir(folder)).map(name => readFile(join(folder, name))))
  expect(files).toHaveLength(3)
  const record = files.find(each => each.includes(first.jpeg))
  if (!record) throw new Error('the first page is not there as it was scanned')
  expect(record.subarray(0, 5).toString()).toBe('%PDF-')
  expect([record.includes(second.jpeg), record.includes(notice.jpeg)]).toEqual([true, false])

  await page.getByRole('button', { name: '撤销' }).click()
  await expect.poll(() => row('年度考评登记表').innerText()).toBe('0')
  expect(complaints).toEqual([])
})

async function blankPage(page: Page): Promise<Omit<JpegPage, 'dpi'>> {
  const url = await page.evaluate(() => {
    const paper = document.createElement('canvas')
    paper.width = 827
    paper.height = 1169
    const context = paper.getContext('2d')
    if (context) context.fillStyle = '#fcfcfc'
    context?.fillRect(0, 0, paper.width, paper.height)
    return paper.toDataURL('image/jpeg')
  })
  return { jpeg: Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'), width: 827, height: 1169 }
}

// Catches: a decoder that the package lacks or the page's policy forbids, so that a copier's black-and-white pages stay white.
test('pages packed as fax and as JBIG2 are read like any other', async () => {
  const { page, complaints } = await openApp(browser)
  await loadSample(page)
  await goTo(page, '表格', 'sheets')
  await page.getByRole('tab', { name: '签字扫描件' }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择扫描件' }).click()
  const scans = join(import.meta.dirname, '..', 'fixtures', 'scans')
  await (await chooser).setFiles(['copier-ccitt.pdf', 'copier-jbig2.pdf'].map(name => join(scans, name)))
  await page.getByText('没有归上的页（2 页）').waitFor()
  expect(await page.locator('[data-left]').count()).toBe(2)
  expect(await page.locator('[data-left="no-code"]').count()).toBe(0)
  expect(complaints).toEqual([])
})
