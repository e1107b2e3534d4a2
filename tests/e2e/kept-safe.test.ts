import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { chooseFile, readSample, shown } from './app.ts'
import { openBrowser } from './open-browser.ts'
import { openKillable } from './open-killable.ts'
import { type RunningHost, startHost } from './start-host.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function dataFolder(): Promise<string> {
  const data = await mkdtemp(join(tmpdir(), 'pingyi-kept-'))
  onTestFinished(() => rm(data, { recursive: true, force: true }))
  return data
}

async function hostOver(data: string): Promise<RunningHost> {
  const host = await startHost(data)
  onTestFinished(host.stop)
  return host
}

/** A browser profile of its own. */
async function profile(): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  onTestFinished(() => context.close())
  return context
}

async function openPage(context: BrowserContext, host: RunningHost): Promise<Page> {
  const page = await context.newPage()
  await page.goto(host.url)
  await page.locator('[data-page]').first().waitFor()
  return page
}

const mirrorOf = (data: string) => readFile(join(data, 'years', '2026.pingyi.json'), 'utf8').catch(() => '')

async function exported(page: Page): Promise<string> {
  await page.goto(`${new URL(page.url()).origin}/#/2026`)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出考评文件' }).click()
  return readFile(await (await download).path(), 'utf8')
}

async function safety(page: Page): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/#/2026/safety`)
  await shown(page, 'safety')
}

/** Closes the year: an edit that every page can see. */
async function close(page: Page, by: string): Promise<void> {
  await safety(page)
  await page.getByRole('button', { name: '结档', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: '经办人' }).fill(by)
  await dialog.getByRole('button', { name: '结档' }).click()
  await page.locator('[data-closed]').waitFor()
}

// Catches: a year that is gone with the browser's profile: Chromium throws IndexedDB away when the disk is full.
test('a wiped profile gets its year back from the mirror, whole, and can be told so', async () => {
  const data = await dataFolder()
  const first = await hostOver(data)
  const context = await profile()
  const page = await openPage(context, first)
  await chooseFile(page, '2026.json', await readSample())
  await shown(page, 'overview')
  await close(page, '张三')
  const before = await exported(page)
  // The mirror is the same file on one line.
  const line = JSON.stringify(JSON.parse(before))
  await vi.waitFor(async () => expect((await mirrorOf(data)).trimEnd()).toBe(line), { timeout: 10_000 })
  await context.close()
  await first.stop()

  const again = await openPage(await profile(), await hostOver(data))
  await shown(again, 'overview')
  await again.getByText('已从副本恢复 2026 年度').waitFor()
  expect(await exported(again)).toBe(before)
})

// Catches: the typing of the last seconds lost with the power: the tables themselves must hold it.
test('an edit survives the host and the browser being killed', async () => {
  const data = await dataFolder()
  const user = await mkdtemp(join(tmpdir(), 'pingyi-profile-'))
  onTestFinished(() => rm(user, { recursive: true, force: true }))
  const host = await hostOver(data)
  const first = await openKillable(user)
  const page = await openPage(first.context, host)
  const origin = new URL(page.url()).origin
  await chooseFile(page, '2026.json', await readSample())
  await shown(page, 'overview')
  await close(page, '李四')
  await first.kill()
  await host.stop()

  const restarted = await startHost(data, Number(new URL(origin).port))
  onTestFinished(restarted.stop)
  const second = await openKillable(user)
  onTestFinished(second.kill)
  const again = await openPage(second.context, restarted)
  await again.locator('[data-closed]').waitFor()
})

// Catches: two windows that show two states of one year, or one that overwrites the other.
test('two windows on one year see each other', async () => {
  const host = await hostOver(await dataFolder())
  const context = await profile()
  const [one, two] = [await openPage(context, host), await openPage(context, host)]
  await chooseFile(one, '2026.json', await readSample())
  await shown(one, 'overview')
  await safety(two)
  await close(one, '王五')
  await two.locator('[data-closed]').waitFor()
  await two.getByText('结档 2026 年度').waitFor()
  await two.getByRole('button', { name: '撤销最近一步' }).click()
  await one.locator('[data-closed]').waitFor({ state: 'detached' })
})

// Catches: one browser's mirror silently replaced by another browser's older year.
test('where another browser changed the year, a person chooses', async () => {
  const data = await dataFolder()
  const host = await hostOver(data)
  const here = await openPage(await profile(), host)
  await chooseFile(here, '2026.json', await readSample())
  await shown(here, 'overview')
  await vi.waitFor(async () => expect(await mirrorOf(data)).not.toBe(''), { timeout: 10_000 })
  // The other browser restores from the mirror, then changes the year.
  const there = await openPage(await profile(), host)
  await shown(there, 'overview')
  await close(there, '赵六')
  await vi.waitFor(async () => expect(await mirrorOf(data)).toContain('赵六'), { timeout: 10_000 })
  await close(here, '孙七')
  await here.getByRole('button', { name: '改用另一边的数据' }).click()
  await here.getByText('经办人：赵六').waitFor()
  expect(await mirrorOf(data)).toContain('赵六')
  // What gave way can be had back.
  await here.getByRole('button', { name: '恢复', exact: true }).waitFor()
})

// Catches: a removed year that comes back by itself, or that cannot be had back at all.
test('a removed year stays away until somebody brings it back', async () => {
  const data = await dataFolder()
  const host = await hostOver(data)
  const context = await profile()
  const page = await openPage(context, host)
  await chooseFile(page, '2026.json', await readSample())
  await shown(page, 'overview')
  await vi.waitFor(async () => expect(await mirrorOf(data)).not.toBe(''), { timeout: 10_000 })
  await safety(page)
  await page.getByRole('button', { name: '移除本年度…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '移除年度' }).click()
  await shown(page, 'first-run')
  expect(await readdir(join(data, 'years', 'history', '2026'))).toHaveLength(1)
  await page.reload()
  await shown(page, 'first-run')
  await page.getByRole('button', { name: '恢复' }).click()
  await shown(page, 'overview')
})

// Catches: a backup that opens without its passphrase, or does not open on another computer.
test('a backup with a passphrase is restored on another computer', async () => {
  const page = await openPage(await profile(), await hostOver(await dataFolder()))
  await chooseFile(page, '2026.json', await readSample())
  await shown(page, 'overview')
  const before = await exported(page)
  await safety(page)
  await page.getByLabel('口令（可不填）').fill('秋天的梧桐')
  await page.getByLabel('再输一遍口令').fill('秋天的梧桐')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '备份到文件' }).click()
  const saved = await download
  expect(saved.suggestedFilename()).toBe('评议备份-2026.pingyi')
  const bytes = await readFile(await saved.path())
  expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1')

  const other = await openPage(await profile(), await hostOver(await dataFolder()))
  await chooseFile(other, '备份.pingyi', bytes)
  const dialog = other.getByRole('dialog')
  await dialog.getByLabel('口令', { exact: true }).fill('错的')
  await dialog.getByRole('button', { name: '打开备份' }).click()
  await dialog.getByText('口令不对').waitFor()
  await dialog.getByLabel('口令', { exact: true }).fill('秋天的梧桐')
  await dialog.getByRole('button', { name: '打开备份' }).click()
  await shown(other, 'overview')
  expect(await exported(other)).toBe(before)
})

// Catches: a damaged mirror that stops the start or is overwritten with nothing.
test('a damaged mirror is told and left alone', async () => {
  const data = await dataFolder()
  const host = await hostOver(data)
  const page = await openPage(await profile(), host)
  await chooseFile(page, '2026.json', await readSample())
  await shown(page, 'overview')
  await vi.waitFor(async () => expect(await mirrorOf(data)).not.toBe(''), { timeout: 10_000 })
  const broken = (await mirrorOf(data)).replace('"pingyi/evaluation"', '"something/else"')
  await writeFile(join(data, 'years', '2026.pingyi.json'), broken)
  const fresh = await openPage(await profile(), host)
  await fresh.getByText('2026 年度的副本读不出来').waitFor()
  await shown(fresh, 'first-run')
  expect(await mirrorOf(data)).toBe(broken)
})
