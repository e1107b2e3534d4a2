import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { builtPage } from '#electron/host/station/built-page.ts'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import { type ReportHub, startReportHub } from '#tests/unit/report/report-hub.ts'
import { chooseFile, goTo, openApp, shown } from './app.ts'
import { openBrowser } from './open-browser.ts'

const PAGE = join(import.meta.dirname, '..', '..', 'out', 'report-page', 'index.html')

let browser: Browser
let hub: ReportHub
beforeAll(async () => {
  const page = await builtPage(PAGE)
  if (!page) throw new Error('the reporting page is not built')
  hub = await startReportHub(page)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await hub.stop()
})

const yearOf = (year: number) =>
  buildEvaluation({
    year,
    instructors: [
      buildInstructor({ id: 'i01', name: '王晓明', posting: '西城区', sources: ['district'] }),
      buildInstructor({ id: 'i02', name: '李刚', posting: '西城区', sources: ['district'] }),
    ],
    self: [],
    meetings: [],
    ratings: [],
  })

/** A union's phone, 360 px wide, with whatever its page complained of. */
async function openUnion(url: string, context?: BrowserContext) {
  const own = context ?? (await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'zh-CN' }))
  if (!context) onTestFinished(() => own.close())
  const complaints: string[] = []
  own.on('weberror', error => complaints.push(String(error.error())))
  const page = await own.newPage()
  await page.goto(url)
  await page.locator('[data-person]').first().waitFor()
  return { page, context: own, complaints }
}

const saved = (page: Page) =>
  page
    .locator('.saved.saved')
    .filter({ hasText: /^已保存 / })
    .waitFor()

async function fill(page: Page, person: string, cells: Readonly<Record<string, string>>): Promise<void> {
  const card = page.locator(`[data-person="${person}"]`)
  if (!(await card.locator('.fields').isVisible())) await card.locator('.person').click()
  for (const [cell, text] of Object.entries(cells)) await card.locator(`[data-cell="${cell}"]`).fill(text)
}

/** The app over an empty year, connected and with its unions' links published. */
async function publishingApp(year: number) {
  const app = await openApp(browser)
  const { page } = app
  await chooseFile(page, `${year}.json`, JSON.stringify(yearOf(year)))
  await shown(page, 'overview')
  await goTo(page, '综合评定', 'rating')
  // Nothing of it but one quiet entry.
  expect(await page.locator('[data-page="rating"]').innerText()).not.toContain('网上报送')
  await page.getByRole('button', { name: '发表' }).click()
  await page.getByRole('menuitem', { name: '网上报送…' }).click()
  await shown(page, 'online')
  await page.getByLabel('服务器地址').fill(hub.url)
  await page.locator('input[type=password]').fill(hub.key)
  await page.getByRole('button', { name: '连接', exact: true }).click()
  await page.getByRole('button', { name: '发布 1 条链接' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '发布 1 条链接' }).click()
  await page.getByText('未打开').first().waitFor()
  await page.getByRole('button', { name: '操作：西城区总工会' }).click()
  await page.getByRole('menuitem', { name: '二维码' }).click()
  const url = await page.getByRole('dialog').getByLabel('链接', { exact: true }).inputValue()
  await page.keyboard.press('Escape')
  return { ...app, url }
}

const PROOF = '%PDF-1.4 proof'
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const look = process.env['PINGYI_LOOK']
const picture = async (page: Page, name: string) => {
  if (look) await page.screenshot({ path: join(look, `${name}.png`) })
}

// Catches: a newer API or syntax that slips in with a rule or a dependency and that older browsers cannot read.
test('the built page asks for nothing that a browser of six years lacks, but what it brings itself', async () => {
  const html = await readFile(PAGE, 'utf8')
  const newer =
    /\.at\(|Object\.hasOwn\b|\.replaceAll\(|\.toWellFormed\b|structuredClone|\.findLast|\(\?<[=!]|\.groupBy\b|static\s*\{|Promise\.any|AbortSignal\.|\.toSorted|\.toReversed|\.toSpliced|\.replaceChildren|WeakRef|randomUUID|URL\.parse|BigU?[iI]nt64Array|scrollIntoView|\?\?=|\|\|=|&&=|\.subtle\b/g
  expect([...new Set(html.match(newer))].sort()).toEqual(['.replaceAll(', '.toWellFormed', 'Object.hasOwn'])
})

describe('a union that reports online', () => {
  // Catches: typing lost by a reload, a submit that does not reach the office, a year changed before anybody looked.
  test('is filled in, submitted, looked at, taken, undone, given back and taken again', {
    timeout: 180_000,
  }, async () => {
    const { page, host, url, complaints } = await publishingApp(2026)
    await picture(page, 'app-published')
    await page.evaluate(() => {
      window.print = () => undefined
    })
    await page.getByRole('button', { name: '操作', exact: true }).click()
    await page.getByRole('menuitem', { name: '打印链接卡' }).click()
    expect(await page.locator('body > section article').allTextContents()).toEqual([
      expect.stringMatching(new RegExp(`西城区总工会.*${url.split('#')[1]}$`)),
    ])
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    expect(await page.locator('body > section').count()).toBe(0)
    const union = await openUnion(url)
    await fill(union.page, 'i01', { score: '101' })
    expect(await union.page.locator('[data-person="i01"] .error').first().innerText()).toContain('超过上限 100')
    await fill(union.page, 'i01', { score: '91.5', bonus: '2', reason: '承办全市集体协商竞赛', comment: '工作扎实' })
    const card = union.page.locator('[data-person="i01"]')
    await card.locator('input[type=file]').setInputFiles([
      { name: '竞赛证明.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PROOF) },
      { name: '程序.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') },
    ])
    await card.locator('.files', { hasText: '竞赛证明.pdf' }).waitFor()
    await card.getByText('程序.exe：这种文件不能作为附件').waitFor()
    await picture(union.page, 'union-file')
    await fill(union.page, 'i02', { score: '86' })
    await saved(union.page)
    await union.page.reload()
    await union.page.getByText('已填好 2/2 人').waitFor()
    await picture(union.page, 'union-filled')
    await union.page.getByRole('button', { name: '提交', exact: true }).click()
    await picture(union.page, 'union-submit')
    await union.page.getByRole('button', { name: '确定提交' }).click()
    await union.page.locator('[data-notice="submitted"]').waitFor()
    await picture(union.page, 'union-submitted')
    expect(await union.page.getByRole('button', { name: '提交', exact: true }).isVisible()).toBe(false)

    await page.getByRole('button', { name: '取回' }).click()
    await page.getByText('已提交', { exact: true }).waitFor()
    await picture(page, 'app-fetched')
    await page.getByRole('button', { name: '看提交的 1 份' }).click()
    await shown(page, 'rating-preview')
    await picture(page, 'app-preview')
    await page.getByRole('button', { name: '竞赛证明.pdf' }).waitFor()
    await page.getByRole('button', { name: '存入 2 人' }).click()
    await page.getByText('取回网上报送：西城区总工会 2 人').first().waitFor()
    expect(await readFile(join(host.data, 'attachments', sha256(PROOF)), 'utf8')).toBe(PROOF)
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByText('已撤销').first().waitFor()

    await page.getByRole('button', { name: '操作：西城区总工会' }).click()
    await page.getByRole('menuitem', { name: '退回修改' }).click()
    await page.getByLabel('退回原因').fill('李刚的评分请再核对')
    await page.getByRole('dialog').getByRole('button', { name: '退回修改' }).click()
    await page.getByText('已退回', { exact: true }).waitFor()
    await union.page.reload()
    await union.page.getByText('李刚的评分请再核对').waitFor()
    await fill(union.page, 'i02', { score: '80' })
    await fill(union.page, 'i01', { bonus: '', reason: '' })
    await saved(union.page)
    await union.page.getByRole('button', { name: '提交', exact: true }).click()
    await union.page.getByRole('button', { name: '确定提交' }).click()
    await union.page.locator('[data-notice="submitted"]').waitFor()
    await page.getByRole('button', { name: '取回' }).click()
    await page.getByRole('button', { name: '看提交的 1 份' }).click()
    await page.getByRole('button', { name: '存入 2 人' }).click()
    await page.getByRole('button', { name: '返回' }).click()
    await shown(page, 'rating')
    const board = page.locator('[data-panel="board"]')
    await board.getByText('报齐').waitFor()
    expect(await board.innerText()).toContain('已提交')
    await picture(page, 'app-board')
    expect([...complaints, ...union.complaints]).toEqual([])
  })

  // Catches: what was typed lost with the connection, or a later window overwriting an earlier one without a word.
  test('survives a broken connection and a second window', { timeout: 180_000 }, async () => {
    const { url } = await publishingApp(2027)
    const left = await openUnion(url)
    let cut = true
    await left.page.route('**/report/save', route => (cut ? route.abort() : route.continue()))
    await fill(left.page, 'i01', { score: '70' })
    await left.page.getByText('没有存上，正在重试…').waitFor()
    await picture(left.page, 'union-offline')
    // Closed meanwhile: what this browser had not saved is taken up again.
    await left.page.close({ runBeforeUnload: false })
    cut = false
    const again = await openUnion(url, left.context)
    await again.page.getByText('已接着填').waitFor()
    await saved(again.page)
    expect(await again.page.locator('[data-person="i01"] [data-cell="score"]').inputValue()).toBe('70')

    const right = await openUnion(url)
    await fill(right.page, 'i02', { score: '60' })
    await saved(right.page)
    await fill(again.page, 'i02', { score: '65' })
    await again.page.locator('[data-notice="elsewhere"]').waitFor()
    await picture(again.page, 'union-elsewhere')
    await again.page.getByRole('button', { name: '以本窗口为准，保存' }).click()
    await saved(again.page)
    await right.page.reload()
    await right.page.locator('[data-person="i02"]').waitFor()
    const { rows } = await hub.db.query<{ answers: string }>(
      'SELECT answers FROM pingyi_report_revisions WHERE year = 2027',
    )
    // What was overwritten is kept.
    expect(rows.some(row => row.answers.includes('"60"')) && rows.some(row => row.answers.includes('"65"'))).toBe(true)
    await fill(again.page, 'i02', { score: '66' })
    await saved(again.page)
    await fill(right.page, 'i02', { score: '61' })
    await right.page.locator('[data-notice="elsewhere"]').waitFor()
    await right.page.getByRole('button', { name: '改看那边的' }).click()
    await fill(right.page, 'i02', {})
    expect(await right.page.locator('[data-person="i02"] [data-cell="score"]').inputValue()).toBe('66')
  })
})
