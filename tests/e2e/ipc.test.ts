import { readdir } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { forms } from '#shared/sheets/forms.ts'
import { goTo, loadSample, shown } from './app.ts'
import { openBrowser } from './open-browser.ts'
import { openIpcApp } from './open-ipc-app.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** With nobody chosen, only the year's own forms are printed. */
const yearly = forms.filter(form => form.per === 'year').length

// Catches: a page that works over HTTP only. `window.host` here is what Electron's preload makes of it, over the real
// handlers; the server gives the files and, without a token, answers no call.
test('the same app works over window.host, without a token', async () => {
  const { page, folder } = await openIpcApp(browser)
  await shown(page, 'first-run')
  await page.getByText('版本 9.9.9').waitFor()
  await loadSample(page)
  await goTo(page, '表格', 'sheets')
  await page.getByText('部分人员', { exact: true }).click()
  await page.getByRole('button', { name: `生成 PDF（${yearly} 份）` }).click()
  await page.locator('[data-panel="finished"]').waitFor()
  // A desktop that can show folders offers to.
  await page.getByRole('button', { name: '打开文件夹' }).click()
  expect((await readdir(folder, { recursive: true })).filter(file => file.endsWith('.pdf'))).toHaveLength(yearly)
})
