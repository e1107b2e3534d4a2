import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { goTo, loadSample, openApp, readSample } from './app.ts'
import { openBrowser } from './open-browser.ts'

/** On a busy machine a page takes its time. */
const SOON = { timeout: 30_000 }

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** The year as the app exports it, read again as anybody's file would be. */
async function exported(page: Page): Promise<Evaluation> {
  await page.getByRole('button', { name: '切换年度' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: '导出考评文件' }).click()
  const read = readEvaluation(await readFile(await (await download).path(), 'utf8'))
  if (!read.ok) throw new Error(`the export is refused: ${JSON.stringify(read.error)}`)
  return read.value
}

const worklist = (page: Page) => page.locator('[data-panel="worklist"]')
const drawer = (page: Page) => page.locator('[data-drawer="decide"]')
const form = (page: Page) => page.locator('[data-drawer="form"]')
const tab = (page: Page, name: string) => page.getByRole('tab', { name }).click()

async function decided(page: Page, count: number): Promise<void> {
  await page.locator('[data-panel="progress"]').getByText(`已审定 ${count} 人，共 60 人`).waitFor()
}

/** Opens a person of the list shown. */
async function open(page: Page, name: string): Promise<void> {
  await worklist(page).locator('[data-row-link]', { hasText: name }).first().click()
  await drawer(page).getByText(`审定：${name}`).waitFor()
}

/** What forms hold unsaved, as it lies in the database. */
function kept(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>(resolve => {
        const request = indexedDB.open('pingyi')
        request.onsuccess = () => {
          const all = request.result.transaction('drafts').objectStore('drafts').getAll()
          all.onsuccess = () => {
            request.result.close()
            resolve(JSON.stringify(all.result))
          }
        }
      }),
  )
}

// Catches: a dead end anywhere between the proposals and the final list; a decision that is lost, rewritten or recorded as
// another kind; a low grade on public notice; a review decided by the deciders; a deadline that forgets a holiday.
test('a year is decided from proposals to notice, review and the final list', async () => {
  const { page, complaints } = await openApp(browser)
  await page.clock.setFixedTime(new Date('2026-12-22T09:00:00+08:00'))
  await loadSample(page)
  await goTo(page, '审定', 'decision')
  const before: { decisions: unknown[] } = JSON.parse(await readSample())

  // What is plain is confirmed together.
  await page.getByRole('button', { name: '批量确认 45 人' }).click()
  await page.getByRole('button', { name: '确认 45 人', exact: true }).click()
  await decided(page, 51)

  // The tie: more than the places is refused, then one keeps the grade.
  const tie = page.locator('[data-panel="tie"]')
  await tie.getByRole('checkbox').first().check()
  await tie.getByRole('checkbox').nth(1).check()
  await tie.getByRole('textbox').fill('经考评小组票决')
  await tie.getByRole('button', { name: '记录裁定' }).click()
  await tie.getByText('选的人多于剩余名额').waitFor()
  await tie.getByRole('checkbox').nth(1).uncheck()
  await tie.getByRole('button', { name: '记录裁定' }).click()
  await decided(page, 53)

  // Flags by the keyboard alone: Enter opens, Ctrl+Enter agrees and goes to the next.
  await worklist(page).locator('[data-row-link]', { hasText: '朱长江' }).focus()
  await page.keyboard.press('Enter')
  for (const name of ['朱长江', '袁铁山', '于頔', '冯永年']) {
    await drawer(page).getByText(`审定：${name}`).waitFor()
    await drawer(page).getByText('本条记为“情形认定”').waitFor()
    await page.keyboard.press('Control+Enter')
  }
  // Who has no total needs a grade picked (by its digit) and a reason.
  await drawer(page).getByText('审定：蒋国良').waitFor()
  // The next person's form takes the focus a moment after the last one was saved.
  await expect
    .poll(async () => {
      await page.keyboard.press('5')
      return await drawer(page).getByRole('radio', { name: '5 不定等次' }).isChecked()
    }, SOON)
    .toBe(true)
  await expect
    .poll(async () => {
      await page.keyboard.press('Control+Enter')
      return await drawer(page).getByText('请写明理由').isVisible()
    }, SOON)
    .toBe(true)
  for (const name of ['蒋国良', '魏东升', '潘俊杰']) {
    await drawer(page).getByText(`审定：${name}`).waitFor()
    await drawer(page).getByRole('radio', { name: '5 不定等次' }).check()
    await drawer(page).getByLabel('理由').fill('材料未交，只写评语')
    await page.keyboard.press('Control+Enter')
  }
  await decided(page, 60)
  await drawer(page).waitFor({ state: 'detached' })
  await page.getByText('全部审定完毕。下一步：公示最高等次人选。').waitFor()

  // A correction keeps what was there before.
  await worklist(page).getByText('全部 60').click()
  await open(page, '欧阳明')
  await drawer(page).getByText('本条记为“更正”').waitFor()
  await page.keyboard.press('2')
  await drawer(page).getByLabel('理由').fill('核实后按加分项更正')
  await drawer(page).getByRole('button', { name: '保存审定' }).click()
  await drawer(page).waitFor({ state: 'detached' })

  // The public notice: only the top grade, on days that the calendar proposes.
  await tab(page, '公示与复核')
  await page.getByLabel('放假开始日期').fill('2027年1月1日')
  await page.locator('[data-days="holidays"]').getByRole('button', { name: '添加' }).click()
  await page.getByRole('button', { name: '去掉 2027-01-01' }).waitFor()
  await page.getByRole('button', { name: '准备公示' }).click()
  await form(page).getByLabel('开始日期').fill('20261230')
  await form(page).getByText('不足 5 个工作日').or(form(page).getByText('截止日期早于开始日期')).waitFor()
  await form(page).getByRole('button', { name: '按工作日历推算日期' }).click()
  await form(page).getByLabel('受理单位').fill('市总工会权益保障部')
  await form(page).getByRole('button', { name: '登记公示' }).click()
  await page.getByText('2026-12-30 至 2027-01-06（5 个工作日）').waitFor()

  await page.getByRole('button', { name: '登记异议' }).click()
  await form(page).getByLabel('反映内容').fill('反映走访数不实')
  await form(page).getByRole('button', { name: '保存' }).click()
  await page.getByText('待处理').waitFor()
  await page.getByRole('button', { name: '处理异议' }).click()
  await form(page).getByLabel('调查与处理结果').fill('经查台账，情况不属实')
  await form(page).getByLabel('答复日期').fill('2027-01-05')
  await form(page).getByRole('button', { name: '保存' }).click()
  await page.getByText('2027-01-05 已答复').waitFor()

  // Served, and somebody asks for a review; who decided may not review.
  await page.clock.setFixedTime(new Date('2027-01-08T09:00:00+08:00'))
  await page.getByLabel('送达日期').fill('2027-01-08')
  await page.getByRole('button', { name: '登记送达' }).click()
  await page.getByText('2027-01-08 送达，复核申请截止 2027-01-29').waitFor()
  await page.getByRole('button', { name: '登记复核申请' }).click()
  await form(page).getByLabel('申请人').fill('贾春生')
  await page.getByRole('option', { name: '贾春生' }).click()
  await form(page).getByLabel('申请理由').fill('认为扣分重复')
  await form(page).getByRole('button', { name: '登记申请' }).click()
  await page.getByText('应在 2027-01-22 前答复').waitFor()
  await tab(page, '逐人审定')
  await worklist(page)
    .getByText(/^须处理 \d/)
    .click()
  await open(page, '贾春生')
  await drawer(page).getByText('本条记为“复核”').waitFor()
  await drawer(page).getByLabel('理由').fill('扣分无误，维持')
  await drawer(page).getByLabel('复核人').fill('云川市总工会集体协商指导员考评小组')
  await drawer(page).getByLabel('审定日期').fill('2027-01-12')
  await drawer(page).getByRole('button', { name: '保存审定' }).click()
  await drawer(page).getByText('复核人不能是原审定人').waitFor()
  await drawer(page).getByLabel('复核人').fill('市总工会经费审查委员会')
  await drawer(page).getByRole('button', { name: '保存审定' }).click()
  await drawer(page).waitFor({ state: 'detached' })
  await tab(page, '公示与复核')
  await page.getByRole('button', { name: '作复核结论' }).click()
  await form(page).getByRole('button', { name: '登记结论' }).click()
  await page.getByText('2027-01-12 由市总工会经费审查委员会答复').waitFor()

  // When the time for a review is over, everything is settled.
  await page.clock.setFixedTime(new Date('2027-02-01T09:00:00+08:00'))
  await tab(page, '最终名单')
  await page.getByText('已定案 60 人，共 60 人').waitFor()
  await tab(page, '审定记录')
  // Its head and 62 entries, of which only those in sight are drawn.
  await expect.poll(() => page.locator('[data-panel="record"] table').getAttribute('aria-rowcount'), SOON).toBe('63')

  const { decisions, notices = [], calendar } = await exported(page)
  expect(decisions.slice(0, before.decisions.length)).toEqual(before.decisions)
  const kinds = Map.groupBy(decisions.slice(before.decisions.length), decision => decision.kind)
  expect(Object.fromEntries([...kinds].map(([kind, own]) => [kind, own.length]))).toEqual({
    confirm: 48,
    tie: 2,
    flag: 4,
    correct: 1,
    review: 1,
  })
  expect(calendar).toEqual({ holidays: ['2027-01-01'], workdays: [] })
  expect(notices.map(notice => notice.kind)).toEqual(['public', 'result', 'review'])
  const [first] = notices
  if (first?.kind !== 'public') throw new Error('no public notice')
  const last = new Map(decisions.map(decision => [decision.instructor, decision.final]))
  expect(first.people.map(id => last.get(id))).toEqual(first.people.map(() => 'excellent'))
  expect(first.people.length).toBe(10)
  expect(complaints).toEqual([])
}, 240_000)

// Catches: a form that forgets what was typed when the window closes on it.
test('a half-made decision is there again after a reload, and nothing of it is in the record', async () => {
  const { page } = await openApp(browser)
  await loadSample(page)
  await goTo(page, '审定', 'decision')
  await open(page, '欧阳明')
  await page.keyboard.press('2')
  await drawer(page).getByLabel('理由').fill('待核实的情况')
  await expect.poll(() => kept(page), SOON).toContain('待核实的情况')
  await page.reload()
  await open(page, '欧阳明')
  await drawer(page).getByText('已恢复上次没有保存的内容').waitFor()
  expect(await drawer(page).getByLabel('理由').inputValue()).toBe('待核实的情况')
  expect(await drawer(page).getByRole('radio', { name: '2 称职' }).isChecked()).toBe(true)
  expect((await exportedAfterClosing(page)).decisions).toHaveLength(6)
})

async function exportedAfterClosing(page: Page): Promise<Evaluation> {
  await page.keyboard.press('Escape')
  await drawer(page).waitFor({ state: 'detached' })
  return await exported(page)
}
