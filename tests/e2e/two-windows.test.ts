import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { goTo, loadSample, openApp, shown } from './app.ts'
import { openBrowser } from './open-browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const education = (page: Page) => page.getByRole('combobox', { name: '学历' })
const training = (page: Page) => page.getByRole('textbox', { name: '参加相关培训情况' })
const save = (page: Page) => page.getByRole('button', { name: '保存', exact: true }).click()

async function openForm(page: Page): Promise<void> {
  await page.getByRole('button', { name: '修改王振华' }).click()
  await training(page).waitFor()
}

// Catches: a form that can never be saved again once another window has changed its record, or that puts old values back.
test('a form open in two windows loses nothing of either', async () => {
  const { page, context, host, complaints } = await openApp(browser)
  await loadSample(page)
  const other = await context.newPage()
  await other.goto(host.url)
  await shown(other, 'overview')
  await goTo(page, '花名册', 'roster')
  await goTo(other, '花名册', 'roster')
  await openForm(page)
  await openForm(other)
  await page.getByLabel('联系电话').fill('13900001111')
  await education(page).fill('研究生')
  await education(other).fill('中专')
  await training(other).fill('2026 年市级培训')
  await save(other)
  const told = page.locator('[data-meanwhile]')
  await told.getByText('已换成新的：参加相关培训情况').waitFor()
  await told.getByText('“学历”两个窗口都改了：那边是“中专”').waitFor()
  await save(page)
  await training(page).waitFor({ state: 'detached' })
  await openForm(page)
  expect(await page.getByLabel('联系电话').inputValue()).toBe('13900001111')
  expect(await education(page).inputValue()).toBe('研究生')
  expect(await training(page).inputValue()).toBe('2026 年市级培训')
  expect(complaints).toEqual([])
})

// Catches: an objection written over the one that another window put at the same place meanwhile.
test('objections written down in two windows at once are both kept', async () => {
  const { page, context, host } = await openApp(browser)
  await loadSample(page)
  await goTo(page, '审定', 'decision')
  await page.getByRole('tab', { name: '公示与复核' }).click()
  await page.getByRole('button', { name: '准备公示' }).click()
  await page.getByRole('button', { name: '登记公示' }).click()
  const other = await context.newPage()
  await other.goto(host.url)
  await shown(other, 'overview')
  await goTo(other, '审定', 'decision')
  await other.getByRole('tab', { name: '公示与复核' }).click()
  for (const window of [page, other]) await window.getByRole('button', { name: '登记异议' }).click()
  await page.getByLabel('反映内容').fill('这边的异议')
  await other.getByLabel('反映内容').fill('那边的异议')
  await save(other)
  await page.getByRole('cell', { name: '那边的异议', includeHidden: true }).waitFor()
  await save(page)
  await page.getByRole('cell', { name: '这边的异议' }).waitFor()
  await page.getByRole('cell', { name: '那边的异议' }).waitFor()
})

// Catches: a merger that loses what came in, sends what is due to a union that is gone, or cannot be taken back.
test('two district unions become one, seen before and undone after', async () => {
  const { page, complaints } = await openApp(browser)
  await loadSample(page)
  await goTo(page, '综合评定', 'rating')
  const board = page.locator('[data-panel="board"]')
  const before = await board.innerText()
  await board.getByRole('button', { name: '合并单位…' }).click()
  const form = page.locator('[data-drawer="form"]')
  await form.getByLabel('合并的单位').first().click()
  await page.getByRole('option', { name: /^云东区总工会/ }).click()
  await page.getByRole('option', { name: /^云西区总工会/ }).click()
  await form.getByLabel('合并后的单位').first().fill('云中区总工会')
  await form.getByLabel('改为派驻').first().fill('云中区')
  await form.getByLabel('合并日期').fill('2026.7.1')
  await form.getByText('12 人改为派驻云中区').waitFor()
  await form.getByText('还没评的 1 人次，改由云中区总工会评定').waitFor()
  await form.getByRole('button', { name: '合并单位', exact: true }).click()
  await board.getByText('2026-07-01 起：云东区总工会、云西区总工会并入云中区总工会').waitFor()
  await board.getByRole('row', { name: /^云中区总工会.*未报/ }).waitFor()
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await board.getByText('2026-07-01 起').waitFor({ state: 'detached' })
  expect(await board.innerText()).toBe(before)
  expect(complaints).toEqual([])
})
