import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { read, write } from '@e965/xlsx'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { checkInWorker } from '#electron/host/archive/check-in-worker.ts'
import { createArchive } from '#electron/host/archive/create-archive.ts'
import { sha256 } from '#electron/host/archive/sha256.ts'
import { verifyArchive } from '#electron/host/archive/verify-archive.ts'
import { DEFAULT_SETTINGS } from '#shared/domain/archive/archive-settings.ts'
import { readManifest, writeManifest } from '#shared/domain/archive/manifest.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'
import { buildYear } from '#tests/unit/sheets/build-year.ts'
import { chooseFile, goTo, loadSample, openApp, shown } from './app.ts'
import { openBrowser } from './open-browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const panel = (page: Page, name: string) => page.locator(`[data-panel="${name}"]`)
const make = (page: Page) => page.getByRole('button', { name: '生成归档' })

async function confirmGaps(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: /照此归档/ }).check()
}

// Catches: gaps that are hidden or a dead end, an archive that is not where the page says, a check that sees nothing, or
// that names another file than the one that was changed.
test('a year is archived, passes its check, and a changed byte is named', async () => {
  const { page, host, complaints } = await openApp(browser)
  await chooseFile(page, '2026.pingyi.json', JSON.stringify(buildYear(4)))
  await shown(page, 'overview')
  await goTo(page, '归档', 'archive')
  await page.getByText('这个年度还没有在这台电脑上归档').waitFor()
  await panel(page, 'archive-check').getByText('缺 签字盖章的扫描件').waitFor()
  await panel(page, 'archive-check').getByText('缺 全宗号').waitFor()
  expect(await make(page).isDisabled()).toBe(true)
  await page.getByLabel('全宗号').fill('J0/2')
  await page.getByText('请先改好档号设置').waitFor()
  await page.getByLabel('全宗号').fill('J027')
  await panel(page, 'archive-check').getByText('缺 全宗号').waitFor({ state: 'detached' })
  await confirmGaps(page)
  await make(page).click()
  await page.getByText(/已印制 [1-9]\d* 件/).waitFor()
  await panel(page, 'archive-made').waitFor({ timeout: 80_000 })
  const folder = (await page.locator('[data-folder]').getAttribute('data-folder')) ?? ''
  expect(folder).toBe(join(host.documents, '2026年度归档'))
  expect(await readFile(join(folder, '归档文件目录.xlsx'))).not.toHaveLength(0)
  const own = await verifyArchive(folder)
  if (!own.ok) throw new Error(own.error)
  await page.getByText(`已归档 ${own.value.documents} 件`).waitFor()
  await page.getByText(own.value.digest ?? 'none').waitFor()

  // Another day: the page is opened anew, what was typed is kept, the archive is still there to be checked.
  await page.reload()
  await panel(page, 'archives').getByText('2026年度归档').waitFor()
  await page.waitForFunction(
    () => document.querySelector('input[placeholder="J001"]')?.getAttribute('value') === 'J027',
  )
  const verify = page.getByRole('button', { name: '校验 2026年度归档' })
  await verify.click()
  await page.locator('[data-verified="0"]').waitFor({ timeout: 60_000 })
  await page.getByText('校验通过').waitFor()

  const results = join(folder, 'data', 'results.json')
  const bytes = await readFile(results)
  bytes[200] = (bytes[200] ?? 0) ^ 1
  await writeFile(results, bytes)
  await verify.click()
  await panel(page, 'verification').getByText('校验未通过').waitFor({ timeout: 60_000 })
  await panel(page, 'verification').getByText('已改动：data/results.json').waitFor()
  expect(complaints).toEqual([])
}, 240_000)

// Catches: a cancel that leaves half an archive, or a page that cannot begin again.
test('archiving can be cancelled and leaves nothing, then the page begins anew', async () => {
  const { page, host } = await openApp(browser)
  await loadSample(page)
  await goTo(page, '归档', 'archive')
  await confirmGaps(page)
  await make(page).click()
  await page.getByText(/已印制 [1-9]\d* 件/).waitFor()
  await page.getByRole('button', { name: '取消归档' }).click()
  await page.locator('[data-archive="cancelled"]').waitFor()
  await expect(verifyArchive(join(host.documents, '2026年度归档'))).rejects.toThrow('ENOENT')
  await page.getByRole('button', { name: '返回' }).click()
  await page.getByText('这个年度还没有在这台电脑上归档').waitFor()
  expect(await make(page).isDisabled()).toBe(true)
})

// Catches: a bundle for Electron without the papers' worker or the recount script, which no test of the sources would see.
test('an archive is made by the workers as they are bundled for Electron', async () => {
  const main = join(import.meta.dirname, '..', '..', 'out', 'main')
  const chunks = await readdir(join(main, 'chunks'))
  const worker = (name: string) => join(main, 'chunks', chunks.find(file => file.startsWith(name)) ?? 'none')
  const home = await mkdtemp(join(tmpdir(), 'pingyi-built-'))
  onTestFinished(() => rm(home, { recursive: true, force: true }))
  const folder = join(home, '归档')
  const made = await createArchive({
    evaluation: readBuilt(buildYear(1)),
    settings: DEFAULT_SETTINGS,
    date: '2027-01-05',
    gaps: [],
    folder,
    files: { sheetWorker: worker('sheet-worker-'), papersWorker: worker('papers-worker-') },
  })
  expect(made).toMatchObject({ ok: true })
  expect(await verifyArchive(folder)).toMatchObject({ value: { findings: [] } })
  const check = checkInWorker(worker('check-worker-'), worker('workbook-worker-'))
  onTestFinished(() => check.stop())
  expect(await check.verify(folder)).toMatchObject({ value: { findings: [] } })
  const evaluation = JSON.stringify(buildYear(1))
  const survey = await check.survey({ evaluation, assumedFonds: null, attachments: home })
  expect(survey).toMatchObject({ value: { year: 2026 } })
  // Another version wrote the catalogue: the same rows in other bytes are read in a thread of the thread.
  await rewriteWorkbook(folder)
  expect(await check.verify(folder)).toMatchObject({ value: { findings: [] } })
  // A package holds no resources folder: the script must be inside the bundle.
  const [first = ''] = (await readFile(join(folder, 'recount.mjs'), 'utf8')).split('\n')
  expect(first).not.toBe('')
  expect(await readFile(join(main, 'main.js'), 'utf8')).toContain(first)
})

/** The catalogue's workbook with the same rows in other bytes, and the manifest that knows it. */
async function rewriteWorkbook(folder: string): Promise<void> {
  const path = join(folder, '归档文件目录.xlsx')
  const before = await readFile(path)
  const after: Buffer = write(read(before), { type: 'buffer', bookType: 'xlsx' })
  expect(after.equals(before)).toBe(false)
  await writeFile(path, after)
  const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
  const manifest = await readFile(join(folder, '清单.sha256'), 'utf8')
  const { files } = readManifest(manifest, sha256)
  const hashes = new Map([...files, ['归档文件目录.xlsx', hashOf(after)]])
  await writeFile(join(folder, '清单.sha256'), writeManifest(hashes, sha256))
}
