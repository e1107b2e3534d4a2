import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultWords } from '#shared/domain/evaluation/fault-words.ts'
import { placeWords } from '#shared/domain/evaluation/place-words.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { setAt } from '#tests/fixtures/set-at.ts'
import { chooseFile, loadSample, openApp, readSample, shown } from './app.ts'
import { openBrowser } from './open-browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function faultsShown(page: Page): Promise<string[]> {
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  return dialog.locator('li').allInnerTexts()
}

async function exported(page: Page): Promise<string> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出考评文件' }).click()
  return readFile(await (await download).path(), 'utf8')
}

// Catches: faults that are swallowed, cut short or told without their place; a broken file that changes the year.
test('a broken file lists every fault with its place, and nothing is changed', async () => {
  const { page } = await openApp(browser)
  await loadSample(page)
  const before = await exported(page)
  let file: object = JSON.parse(await readSample())
  file = setAt(file, ['scheme', 'components', 0, 'weight'], '11')
  file = setAt(file, ['ratings', 3, 'score'], '100.5')
  file = setAt(file, ['ratings', 5, 'source'], 'nobody')
  file = setAt(file, ['meetings', 0, 'tallies', 7, 'abstain'], 900)
  const broken = JSON.stringify(file)
  const read = readEvaluation(broken)
  const faults = read.ok ? [] : read.error
  expect(faults.length).toBeGreaterThanOrEqual(4)
  await chooseFile(page, '坏文件.json', broken)
  expect(await faultsShown(page)).toEqual(faults.map(fault => `${placeWords(fault)}\n${faultWords(fault)}`))
  await page.getByRole('dialog').getByText('“坏文件.json”').waitFor()
  await page.getByRole('button', { name: '知道了' }).click()
  expect(await exported(page)).toBe(before)
})

/** GB 18030, as Notepad once wrote it. */
const NOT_UTF8 = Buffer.concat([Buffer.from('{"title":"'), Buffer.from([0xbc, 0xaf, 0xcc, 0xe5]), Buffer.from('"}')])

// Catches: a newer file half-read by an older app; any JSON taken for a year; bytes decoded into rubbish names, not refused; a
// hundredth fault that the dialog does not reach.
test('a file that is no year of this version is refused in words, and every fault is listed', async () => {
  const { page } = await openApp(browser)
  const sample = JSON.parse(await readSample())
  for (const [content, words] of [
    [JSON.stringify({ ...sample, version: 2 }), '由更新版本的评议生成，请升级后再打开'],
    [JSON.stringify({ ...sample, format: 'something/else' }), '不是年度考评文件'],
    [NOT_UTF8, '不是 UTF-8 文本'],
  ] as const) {
    await chooseFile(page, '集体.json', content)
    expect((await faultsShown(page)).join('\n')).toContain(words)
    await page.getByRole('button', { name: '知道了' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await shown(page, 'first-run')
  }
  for (const tally of sample.meetings[0].tallies.slice(0, 150)) tally.marks.excellent += 500
  await chooseFile(page, '坏文件.json', JSON.stringify(sample))
  expect(await faultsShown(page)).toHaveLength(150)
})

// Catches: a year overwritten without asking, or a "no" that overwrites it all the same.
test('a year that is already here is replaced only when a person says so', async () => {
  const { page } = await openApp(browser)
  await loadSample(page)
  const before = await exported(page)
  const other = JSON.stringify({ ...JSON.parse(before), title: '另一份考评' })
  await chooseFile(page, '另一份.json', other)
  const dialog = page.getByRole('dialog')
  await dialog.getByText('替换 2026 年度？').waitFor()
  expect(await dialog.getByRole('row').allInnerTexts()).toEqual([
    expect.stringContaining('现有'),
    expect.stringContaining('另一份考评'),
  ])
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  expect(await exported(page)).toBe(before)
  await chooseFile(page, '另一份.json', other)
  await dialog.getByRole('button', { name: '替换年度' }).click()
  await page.locator('header').getByText('另一份考评').waitFor()
  // A replaced sample is a real year from then on.
  expect(await page.locator('header [data-sample]').count()).toBe(0)
})

// Catches: an export that is not what was imported; a second year that disturbs the first; a switch that shows the wrong one.
test('another year stands beside the first, and each is exported as it came', async () => {
  const { page } = await openApp(browser)
  await loadSample(page)
  const sample = await exported(page)
  expect(JSON.parse(sample)).toEqual(readOrThrow(await readSample()))
  const older = { ...JSON.parse(sample), year: 2025, title: '上一年考评' }
  await chooseFile(page, '2025.pingyi.json', JSON.stringify(older))
  await page.locator('header').getByText('上一年考评').waitFor()
  expect(JSON.parse(await exported(page))).toEqual(older)
  await page.getByRole('button', { name: '切换年度' }).click()
  await page.getByRole('menuitem', { name: '2026 年度' }).click()
  await page.locator('header [data-year="2026"]').waitFor()
  expect(await exported(page)).toBe(sample)
})

// Catches: a drop that the browser takes for itself (it would show the file and leave the app).
test('a file dropped on any page is imported', async () => {
  const { page } = await openApp(browser)
  await loadSample(page)
  const text = JSON.stringify({ ...JSON.parse(await readSample()), year: 2024, title: '拖入的年度' })
  const transfer = await page.evaluateHandle(content => {
    const data = new DataTransfer()
    data.items.add(new File([content], '2024.pingyi.json', { type: 'application/json' }))
    return data
  }, text)
  const zone = page.locator('[data-drop-anywhere]')
  await zone.dispatchEvent('dragenter', { dataTransfer: transfer })
  await page.getByText('松开即可导入考评文件').waitFor()
  await zone.dispatchEvent('drop', { dataTransfer: transfer })
  await page.locator('header').getByText('拖入的年度').waitFor()
})

function readOrThrow(text: string): unknown {
  const read = readEvaluation(text)
  if (!read.ok) throw new Error('the sample is refused')
  return read.value
}
