import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApp } from './app.ts'
import { barriers, tooWide } from './barriers.ts'
import {
  beginBundle,
  beginMeeting,
  meetingYear,
  panel,
  printAndSeal,
  printSlips,
  seal,
  serve,
  toStage,
} from './meeting-room.ts'
import { openBrowser } from './open-browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

// Catches: fields without names, words too faint for a bright room, a stage wider than the meeting laptop's screen.
test('every stage of a meeting can be read and used by all', async () => {
  const { page, context } = await openApp(browser)
  const faults: string[] = []
  const look = async (name: string, at: Page = page) => {
    const here = [...(await barriers(at, { dialog: true })), ...(await tooWide(at))]
    faults.push(...here.map(each => `${name}: ${each}`))
  }
  await beginMeeting(page, meetingYear())
  await panel(page, 'plan-checks').waitFor()
  await look('plan')
  await toStage(page, 'print')
  await printSlips(page)
  await look('print')
  await toStage(page, 'room')
  await panel(page, 'room-network').getByText('票箱完好').waitFor()
  await look('room')
  await toStage(page, 'seal')
  await look('seal')
  await seal(page)
  await look('sealed')
  await page.getByRole('button', { name: '下一步：投票' }).click()
  await serve(page)
  await look('vote')
  const opened = context.waitForEvent('page')
  await panel(page, 'station').getByRole('button', { name: '打开大屏' }).click()
  const screen = await opened
  await screen.setViewportSize({ width: 1024, height: 768 })
  await screen.locator('[data-view="voting"]').waitFor()
  await look('projector', screen)
  expect(await screen.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBe(0)
  await screen.close()
  await beginBundle(page, 1, '甲')
  await page.locator('[data-keying]').waitFor()
  await look('paper')
  await page.keyboard.press('2')
  await page.keyboard.press('Escape')
  await page.locator('[data-dialog="paper"]').getByRole('button', { name: '关闭' }).click()
  const question = page.locator('[data-dialog="confirm"]')
  await question.getByRole('button', { name: '取消' }).click()
  await page.locator('[data-keying]').getByText('称职', { exact: true }).last().waitFor()
  await page.locator('[data-dialog="paper"]').getByRole('button', { name: '关闭' }).click()
  await question.getByRole('button', { name: '放弃这一叠' }).click()
  await page.locator('[data-keying]').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '结束投票' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '结束投票' }).click()
  await panel(page, 'reconcile').waitFor()
  await look('reconcile')
  await toStage(page, 'open')
  await look('open')
  expect(faults).toEqual([])
}, 180_000)

// Catches: a public view that shows the operator's navigation, that a key too many leaves, or that nobody can leave.
test('the public view shows the room’s picture alone, and is left on purpose only', async () => {
  const { page, complaints } = await openApp(browser)
  await beginMeeting(page, meetingYear())
  await printAndSeal(page)
  await panel(page, 'station').getByRole('button', { name: '公开画面' }).click()
  await page.getByText('票箱已封，请稍候投票').waitFor()
  expect(await page.getByRole('navigation').count()).toBe(0)
  for (const key of ['Escape', 'Enter', 'Backspace', 'Tab', 'Control+z']) await page.keyboard.press(key)
  expect(await page.locator('[data-page="projector"]').count()).toBe(1)
  await page.getByRole('button', { name: '离开公开画面' }).click()
  await page.getByRole('textbox').fill('出去')
  await page.keyboard.press('Enter')
  expect(await page.locator('[data-page="projector"]').count()).toBe(1)
  await page.getByRole('textbox').fill('退出')
  await page.keyboard.press('Enter')
  await panel(page, 'station').waitFor()
  await panel(page, 'station').getByRole('button', { name: '公开画面' }).click()
  await page.getByText('票箱已封，请稍候投票').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await panel(page, 'station').waitFor()
  expect(complaints).toEqual([])
}, 120_000)
