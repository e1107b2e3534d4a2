import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApp } from './app.ts'
import { beginMeeting, fillField, meetingYear, panel, printSlips, seal, serve, toStage } from './meeting-room.ts'
import { openBrowser } from './open-browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** What axe calls a barrier, and whether the page is wider than its window. */
async function faultsOf(page: Page, name: string): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
      // Mantine's portals (notices, dialogs) stand outside of the landmarks by their nature; a dialog's head is a header.
      rules: {
        region: { enabled: false },
        'landmark-no-duplicate-banner': { enabled: false },
        'landmark-unique': { enabled: false },
      },
    }),
  )
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  return [
    ...violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes[0]?.html.slice(0, 200)}`),
    ...(over > 0 ? [`${name}: ${over} px too wide`] : []),
  ]
}

// Catches: fields without names, words too faint for a bright room, a stage wider than the meeting laptop's screen.
test.each(['light', 'dark'] as const)(
  'every stage of a meeting can be read and used by all (%s)',
  async colorScheme => {
    const { page, context } = await openApp(browser)
    await page.emulateMedia({ colorScheme })
    const faults: string[] = []
    const look = async (name: string, at: Page = page) => faults.push(...(await faultsOf(at, name)))
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
    const paper = panel(page, 'paper')
    await paper.getByLabel('票种').click()
    await page.getByRole('option', { name: 'A', exact: true }).click()
    await fillField(paper, '本叠张数', '1')
    await fillField(paper, '录入人', '甲')
    await paper.getByRole('button', { name: '开始录入' }).click()
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
  },
  180_000,
)

// Catches: a public view that shows the operator's navigation, that a key too many leaves, or that nobody can leave.
test('the public view shows the room’s picture alone, and is left on purpose only', async () => {
  const { page, complaints } = await openApp(browser)
  await beginMeeting(page, meetingYear())
  await toStage(page, 'print')
  await printSlips(page)
  await toStage(page, 'seal')
  await seal(page)
  await page.getByRole('button', { name: '下一步：投票' }).click()
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
