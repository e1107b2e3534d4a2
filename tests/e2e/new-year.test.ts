import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chooseFile, goTo, openApp, readSample, shown } from './app.ts'
import { openBrowser } from './open-browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function openDialog(page: Page) {
  await page.getByRole('button', { name: '切换年度' }).click()
  await page.getByRole('menuitem', { name: '新建年度…' }).click()
  const dialog = page.locator('[data-dialog="new-year"]')
  await dialog.getByRole('textbox', { name: '标题' }).waitFor()
  return dialog
}

// Catches: an empty app in which a year cannot be begun without a file.
test('a first year begins from a template, with an empty roster', async () => {
  const { page, complaints } = await openApp(browser)
  const dialog = await openDialog(page)
  await dialog.getByRole('textbox', { name: '年度', exact: true }).fill('2026')
  expect(await dialog.getByRole('textbox', { name: '标题' }).inputValue()).toBe('2026年度集体协商指导员考评')
  await dialog.getByRole('textbox', { name: '主办单位' }).fill('云川市总工会')
  await dialog.getByRole('combobox', { name: '考评方案' }).click()
  await page.getByRole('option', { name: /^达州式/ }).click()
  await dialog.getByRole('button', { name: '新建年度' }).click()
  await shown(page, 'overview')
  await goTo(page, '考评方案', 'scheme')
  await page.getByRole('row', { name: '基层组织评价 50% 缺则不计总分' }).waitFor()
  expect(complaints).toEqual([])
})

// Catches: a new year that takes last year's votes along, or leaves people and their grades behind; a year made twice.
test('the next year carries people, scheme and decided grades over, and nothing else', async () => {
  const { page, complaints } = await openApp(browser)
  const sample = JSON.parse(await readSample())
  const [person] = sample.instructors
  const decision = { instructor: person.id, kind: 'confirm', final: 'competent', by: '考评小组', date: '2026-12-20' }
  await chooseFile(page, '2026.pingyi.json', JSON.stringify({ ...sample, decisions: [decision] }))
  await shown(page, 'overview')

  const dialog = await openDialog(page)
  expect(await dialog.getByRole('textbox', { name: '年度', exact: true }).inputValue()).toBe('2027')
  await dialog.getByText('1 人的 2026 年度审定等次，记入历年等次').waitFor()
  await dialog.getByText('自评、测评、评定和审定记录').waitFor()
  await dialog.getByRole('textbox', { name: '年度', exact: true }).fill('2026')
  await dialog.getByText('2026 年度已经有了，请换一个年度').waitFor()
  expect(await dialog.getByRole('button', { name: '新建年度' }).isDisabled()).toBe(true)
  await dialog.getByRole('textbox', { name: '年度', exact: true }).fill('2027')
  await dialog.getByRole('button', { name: '新建年度' }).click()
  await page.locator('header [data-year="2027"]').waitFor()
  await shown(page, 'overview')

  await goTo(page, '考评方案', 'scheme')
  await page.getByText('方案还没有发布').waitFor()
  await page.goto(page.url().replace(/#.*$/, `#/2027/people/${person.id}`))
  await page.getByText('2026 年 称职').waitFor()
  await goTo(page, '民主测评', 'ballot')
  expect(await page.getByText('发出').count()).toBe(0)
  expect(complaints).toEqual([])
})
