import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { goTo, loadSample, openApp, shown } from './app.ts'
import { openBrowser } from './open-browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

// Catches: an empty app that leads nowhere; a sample that is not marked as one, or that cannot be got rid of.
test('an empty app says how to begin, and the sample opens marked as one and is removed again', async () => {
  const { page } = await openApp(browser)
  await shown(page, 'first-run')
  // The mark and the overview; no step leads anywhere yet.
  expect(await page.getByRole('navigation').getByRole('link').count()).toBe(2)
  await loadSample(page)
  await page.locator('header [data-sample]').getByText('示例').waitFor()
  expect(await page.getByRole('navigation').getByRole('link').count()).toBe(11)
  await page.getByRole('button', { name: '移除示例' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '移除示例' }).click()
  await shown(page, 'first-run')
})

// Catches: a token left in the address bar, the history or a bookmark; a reload that locks the user out or loses data.
test('the token leaves the address at once, and a reload keeps the page and the year', async () => {
  const { page, host } = await openApp(browser)
  const token = new URL(host.url).hash
  expect(token).toMatch(/^#token=/)
  await loadSample(page)
  expect(page.url()).not.toContain('token')
  await goTo(page, '计分', 'score')
  await page.reload()
  await shown(page, 'score')
  expect(await page.locator('[data-panel="ranking"] tbody tr[data-row]').count()).toBeGreaterThan(40)
  // The same address once more in the same tab: only its fragment changes.
  await page.goto(host.url)
  await shown(page, 'overview')
  expect(page.url()).not.toContain('token')
})

// Catches: a page without its secret that shows an English error or a blank.
test('a page opened without the token says in Chinese where to find the address', async () => {
  const { host } = await openApp(browser)
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(new URL(host.url).origin)
  await page.getByRole('heading', { name: '请从启动时显示的地址打开' }).waitFor()
  // A token of an earlier start is as good as none.
  const other = await context.newPage()
  await other.goto(`${new URL(host.url).origin}/#token=${'x'.repeat(32)}`)
  await other.getByRole('heading', { name: '请从启动时显示的地址打开' }).waitFor()
  await context.close()
})

// Catches: a page that stays blank, or speaks English, when the program behind it does not answer.
test('a page whose program does not answer says so, and tries again when asked', async () => {
  const { page } = await openApp(browser)
  await page.route('**/host/app.capabilities', route => route.abort())
  await page.reload()
  await page.getByRole('heading', { name: '评议没有应答' }).waitFor()
  await page.unroute('**/host/app.capabilities')
  await page.getByRole('button', { name: '重试' }).click()
  await shown(page, 'first-run')
})
