import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApp } from './app.ts'
import { beginMeeting, meetingYear, panel, toStage } from './meeting-room.ts'
import { openBrowser } from './open-browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

// Catches: the list of codes destroyed in the host, and left in the tab where it was printed from.
test('the slips go from the screen when their list is destroyed', async () => {
  const { page, context } = await openApp(browser)
  await beginMeeting(page, meetingYear())
  await toStage(page, 'print')
  // The browser from npm has no viewer for PDFs; an office's has.
  await page.evaluate(() => Object.defineProperty(navigator, 'pdfViewerEnabled', { value: true }))
  await panel(page, 'print-slips')
    .getByRole('button', { name: /^生成票箱和/ })
    .click()
  const opened = context.waitForEvent('page')
  await page.locator('[data-secret="slips"]').getByRole('button', { name: '打开打印' }).click()
  const tab = await opened
  expect(tab.isClosed()).toBe(false)
  const closed = tab.waitForEvent('close')
  await page.locator('[data-secret="slips"]').getByRole('button', { name: '已印好，销毁' }).click()
  await closed
})
