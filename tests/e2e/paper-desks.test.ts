import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApp } from './app.ts'
import { beginBundle, beginMeeting, fillField, keyBallots, meetingYear, panel, printAndSeal } from './meeting-room.ts'
import { openBrowser } from './open-browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

// Catches: a window that goes on showing an old number of ballots, so that a pile is keyed twice; one that throws away what
// the other is keying; a notice over what is being done.
test('what one window puts into the urn, the other shows at once', async () => {
  const { page: first, context, host } = await openApp(browser)
  await beginMeeting(first, meetingYear())
  await fillField(first, '票种 A 纸质票（张）', '8')
  await printAndSeal(first)
  const second = await context.newPage()
  await second.goto(host.url)
  await second.locator('[data-page]').first().waitFor()
  await second.goto(first.url())
  await panel(second, 'paper').getByText('票种 A：已入箱 0 张，还可录 8 张').waitFor()

  // The second has begun, and keys on, while the first finishes its own bundle.
  await beginBundle(second, 1, '丙')
  await keyBallots(second, [['r', '2']])
  await beginBundle(first, 2, '甲')
  await keyBallots(first, Array(2).fill(['r', '1']))
  await fillField(first, '第二位录入人', '乙')
  await first.getByRole('button', { name: '开始第二遍' }).click()
  await keyBallots(first, Array(2).fill(['r', '1']))
  await first.getByRole('button', { name: '2 张入箱' }).click()
  await panel(second, 'paper').getByText('票种 A：已入箱 2 张，还可录 6 张').waitFor({ state: 'attached' })
  const notice = await first.getByRole('alert').filter({ hasText: '2 张纸质票已入箱' }).boundingBox()
  const main = await first.locator('#main').boundingBox()
  if (!notice || !main) throw new Error('no notice')
  const padding = await first.locator('#main').evaluate(each => Number.parseFloat(getComputedStyle(each).paddingLeft))
  expect(notice.x + notice.width).toBeLessThanOrEqual(main.x + padding)

  await fillField(second, '第二位录入人', '丁')
  await second.getByRole('button', { name: '开始第二遍' }).click()
  await keyBallots(second, [['r', '2']])
  await second.getByRole('button', { name: '1 张入箱' }).click()
  for (const page of [first, second]) await panel(page, 'paper').getByText('票种 A：已入箱 3 张，还可录 5 张').waitFor()
})
