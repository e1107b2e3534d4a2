import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyArchive } from '#electron/host/archive/verify-archive.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import { buildYear } from '#tests/unit/sheets/build-year.ts'
import { chooseFile, goTo, openApp, shown } from './app.ts'
import { openBrowser } from './open-browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** A year whose ten years of keeping are over. */
function longAgo(): string {
  const year = buildYear(1)
  const meetings = year.meetings?.map(meeting => ({ ...meeting, date: '2012-12-10' }))
  return JSON.stringify({ ...year, year: 2012, instructors: [buildInstructor({ id: 'i01', name: '王敏' })], meetings })
}

// Catches: a destruction that one person can do alone or by a key pressed by the way, that takes what is still kept, leaves
// no register, or an archive that no longer passes; a list that goes on offering what is gone.
test('what is due is destroyed once everybody is named, with a register, and the archive passes', async () => {
  const { page, host, complaints } = await openApp(browser)
  await chooseFile(page, '2012.pingyi.json', longAgo())
  await shown(page, 'overview')
  await goTo(page, '归档', 'archive')
  await page.getByRole('checkbox', { name: /照此归档/ }).check()
  await page.getByRole('button', { name: '生成归档' }).click()
  await page.locator('[data-panel="archive-made"]').waitFor({ timeout: 80_000 })
  await page.getByRole('button', { name: '返回' }).click()
  const due = page.locator('[data-panel="due"]')
  await due.getByRole('button', { name: '鉴定销毁 2012年度归档 D10' }).click()

  const drawer = page.locator('[data-destroy]')
  const boxes = drawer.getByRole('checkbox', { name: /D10/ })
  await boxes.first().waitFor()
  expect(await drawer.getByRole('checkbox', { name: /-(D30|Y)-/ }).count()).toBe(0)
  const count = await boxes.count()
  const destroy = page.getByRole('button', { name: /^销毁 \d+ 件$/ })
  const field = (name: string) => drawer.getByRole('textbox', { name })
  await field('鉴定意见').fill('保管期限已满，同意销毁。')
  await field('鉴定人').fill('钱一鸣、孙立')
  await field('批准人').fill('李卫东')
  await field('监销人（一）').fill('周宁')
  await drawer.getByRole('checkbox', { name: /不可恢复/ }).check()
  expect(await destroy.isDisabled()).toBe(true)
  await field('监销人（二）').fill('周宁')
  await drawer.getByText('两名监销人不能是同一人').waitFor()
  expect(await destroy.isDisabled()).toBe(true)
  await field('监销人（二）').fill('吴敏')
  await page.keyboard.press('Control+Enter')
  await boxes.first().uncheck()
  await page.getByRole('button', { name: `销毁 ${count - 1} 件` }).click()
  await page.locator('[data-destroyed]').waitFor({ timeout: 60_000 })
  await due.getByText('已到期 1 件').waitFor()

  const folder = join(host.documents, '2012年度归档')
  expect((await readdir(join(folder, '销毁-1'))).sort()).toEqual(['档案销毁清册.pdf', '销毁记录.json'].sort())
  const left = (await readdir(join(folder, '归档文件'))).filter(name => name.includes('-D10-'))
  expect(left).toEqual([expect.stringContaining('-0001 ')])
  expect(await verifyArchive(folder)).toMatchObject({ value: { findings: [], destroyed: { times: 1, left: [] } } })
  expect(complaints).toEqual([])
}, 240_000)
