import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compareByStrokes } from '#shared/domain/roster/name-order.ts'
import { compareByPinyin } from '#shared/domain/roster/pinyin-order.ts'
import { goTo, loadSample, openApp, readSample, seenText, shown } from './app.ts'
import { openBrowser } from './open-browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** As patient as playwright's own waiting: a busy machine is no bug. */
const SOON = { timeout: 30_000 }

async function openRoster(): Promise<{ page: Page; names: string[]; phones: string[] }> {
  const { page } = await openApp(browser)
  await loadSample(page)
  await goTo(page, '花名册', 'roster')
  const { instructors } = JSON.parse(await readSample())
  return {
    page,
    names: instructors.map((person: { name: string }) => person.name),
    phones: instructors.flatMap((person: { phone?: string }) => person.phone ?? []),
  }
}

function namesShown(page: Page): Promise<string[]> {
  return page.locator('tr[data-row] [data-column="name"]').allInnerTexts()
}

// Catches: an order by code point, which is neither what a 花名册 is sorted by.
test('the roster stands in its own order, by strokes and by pinyin', async () => {
  const { page, names } = await openRoster()
  expect(await namesShown(page)).toEqual(names)
  await page.getByText('姓氏笔划', { exact: true }).click()
  await expect.poll(() => namesShown(page), SOON).toEqual(names.toSorted(compareByStrokes))
  await page.getByText('拼音', { exact: true }).click()
  await expect.poll(() => namesShown(page), SOON).toEqual(names.toSorted(compareByPinyin))
})

// Catches: a search that knows characters only, or that finds by phone number.
test('people are found by initials and narrowed by kind, and an empty result offers a way back', async () => {
  const { page, names } = await openRoster()
  const search = page.getByRole('textbox', { name: '姓名、拼音首字母或单位' })
  const [name = ''] = names
  await search.fill(name)
  await expect.poll(async () => new Set(await namesShown(page)), SOON).toEqual(new Set([name]))
  await search.fill('不会有这个人')
  await page.getByRole('button', { name: '清除条件' }).click()
  await expect.poll(async () => (await namesShown(page)).length, SOON).toBe(names.length)
  await page.getByRole('combobox', { name: '类别' }).click()
  await page.getByRole('option', { name: '兼职' }).click()
  const kinds = page.locator('tr[data-row] [data-column="kind"]')
  await expect.poll(async () => new Set(await kinds.allInnerTexts()), SOON).toEqual(new Set(['兼职']))
})

// Catches: phone numbers read off a projected screen.
test('no phone number stands on the page in full', async () => {
  const { page, phones } = await openRoster()
  const text = await seenText(page)
  expect(phones.length).toBeGreaterThan(0)
  expect(phones.filter(phone => text.includes(phone))).toEqual([])
})

// Catches: a table that only a mouse can use.
test('arrows move from row to row and Enter opens the person', async () => {
  const { page, names } = await openRoster()
  await page.locator('[data-row-link]').first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await shown(page, 'person')
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(names[2])
})
