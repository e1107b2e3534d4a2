import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApp, shown } from './app.ts'
import {
  beginMeeting,
  cast,
  fillField,
  meetingYear,
  open,
  panel,
  printSlips,
  seal,
  serve,
  TELLERS,
  toStage,
} from './meeting-room.ts'
import { openBrowser } from './open-browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** What a button saves, on its way to another computer. */
async function carried(page: Page, press: () => Promise<void>): Promise<string> {
  const download = page.waitForEvent('download')
  await press()
  return (await download).path()
}

async function choose(page: Page, button: string | RegExp, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: button }).click()
  await (await chooser).setFiles({
    name: 'm.pingyi-box',
    mimeType: 'application/octet-stream',
    buffer: await readFile(file),
  })
}

// Catches: a laptop without the year that does not find the meeting it took over; a ballot lost between laptop and spare; more
// than counts, or none, coming back to the office.
test('the meeting is held on another computer, taken over by a spare, and its counts come back', async () => {
  const office = (await openApp(browser)).page
  await beginMeeting(office, meetingYear())
  await toStage(office, 'print')
  const codes = await printSlips(office)
  const box = await carried(office, () => office.getByRole('button', { name: '拷到会场电脑' }).click())

  const room = (await openApp(browser)).page
  await choose(room, /接管/, box)
  await shown(room, 'meeting')
  await toStage(room, 'seal')
  await seal(room)
  await room.getByRole('button', { name: '下一步：投票' }).click()
  const station = await serve(room)
  const ballot = { marks: { i01: { overall: 'excellent' } } }
  for (const code of codes.slice(0, 4)) expect(await cast(station, code, ballot)).toBe('recorded')
  const copy = await carried(room, () => room.getByRole('button', { name: '备份票箱' }).click())

  const spare = (await openApp(browser)).page
  await choose(spare, /接管/, copy)
  await shown(spare, 'meeting')
  const next = await serve(spare)
  expect(await cast(next, codes[0] ?? '', ballot)).toBe('already-recorded')
  for (const code of codes.slice(4, 7)) expect(await cast(next, code, ballot)).toBe('recorded')
  await spare.getByRole('button', { name: '结束投票' }).click()
  await spare.getByRole('dialog').getByRole('button', { name: '结束投票' }).click()
  await panel(spare, 'reconcile').waitFor()
  await fillField(spare, '票种 A 实到', '7')
  await spare.keyboard.press('Enter')
  await spare.getByRole('button', { name: '下一步：开箱计票' }).click()
  await open(spare, [TELLERS[0], TELLERS[1]])
  await panel(spare, 'opened').getByText('计票结果已计入本年度').waitFor({ timeout: 60_000 })
  const year = await carried(spare, async () => {
    await spare.getByRole('button', { name: '切换年度' }).click()
    await spare.getByRole('menuitem', { name: '导出考评文件' }).click()
  })

  await toStage(office, 'open')
  await choose(office, /^带回计票结果/, year)
  expect(await panel(office, 'opened').getByRole('row', { name: /^A / }).innerText()).toContain('7')
})
