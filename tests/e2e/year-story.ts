import { readFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { resultsOf } from '#shared/domain/score/results.ts'
import { scoreYear } from '#shared/domain/score/score-year.ts'
import { cellOfLabel, fillForm } from '#tests/fixtures/filled-form.ts'
import { goTo, shown } from './app.ts'

const NAMES = ['王晓明', '李刚', '赵敏', '钱进', '孙丽']
const SELF = [14, 18, 19, 9, 9, 9, 9, 5]

async function pasteInto(page: Page, text: string): Promise<void> {
  await page.evaluate(block => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', block)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, text)
}

async function download(page: Page, press: () => Promise<void>): Promise<Buffer> {
  const coming = page.waitForEvent('download')
  await press()
  return await readFile(await (await coming).path())
}

/** A laptop that is switched off and on: the page is loaded again, whatever it was doing. */
async function restart(page: Page, name: string): Promise<void> {
  await page.reload()
  await shown(page, name)
}

async function beginYear(page: Page): Promise<void> {
  await page.getByRole('button', { name: '新建年度', exact: true }).click()
  const dialog = page.locator('[data-dialog="new-year"]')
  await dialog.getByRole('textbox', { name: '年度', exact: true }).fill('2026')
  await dialog.getByRole('textbox', { name: '主办单位' }).fill('云川市总工会')
  await dialog.getByRole('button', { name: '新建年度' }).click()
  await shown(page, 'overview')
}

async function fillRoster(page: Page): Promise<void> {
  await goTo(page, '花名册', 'roster')
  await page.getByRole('button', { name: '导入', exact: true }).click()
  await page.getByRole('menuitem', { name: '粘贴表格…' }).click()
  const rows = NAMES.map(
    (name, index) => `${name}\t${index % 2 ? '女' : '男'}\t专职\t第${index + 1}工会\t139000000${index}`,
  )
  await page.getByRole('textbox', { name: '粘贴到这里' }).evaluate(
    (box, text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    ['姓名\t性别\t专职/兼职\t所在单位\t联系电话', ...rows].join('\n'),
  )
  await page.getByRole('button', { name: `导入 ${NAMES.length} 人` }).click()
  await shown(page, 'roster')
}

async function collect(page: Page, files: readonly { name: string; buffer: Buffer }[], preview: string): Promise<void> {
  await page.getByRole('button', { name: '收表' }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择文件', exact: true }).click()
  await (await chooser).setFiles(files.map(file => ({ ...file, mimeType: 'application/octet-stream' })))
  await shown(page, preview)
}

async function collectSelf(page: Page): Promise<void> {
  await goTo(page, '个人总结自评', 'self')
  const zip = await download(page, async () => {
    await page.getByRole('button', { name: '发表' }).click()
    await page.getByRole('menuitem', { name: /全部 5 人/ }).click()
  })
  const files = Object.entries(unzipSync(zip)).map(([name, form]) => {
    const row = Number(cellOfLabel(form, '签订合同', 'A').slice(1)) + 2
    const first = Number(cellOfLabel(form, '政策宣传与法律咨询', 'D').slice(1))
    const scores = Object.fromEntries(SELF.map((score, index) => [`D${first + index}`, score]))
    return { name, buffer: fillForm(form, { ...scores, [`A${row}`]: '全年走访企业四十六家。' }) }
  })
  await collect(page, files, 'self-preview')
  await page.getByRole('button', { name: '存入 5 人' }).click()
  await shown(page, 'self')
  await page.getByText('5 人交齐（总结和自评分都有），共 5 人').waitFor()
}

/** A meeting counted on paper elsewhere: the groups' figures, then everybody's row by a block from a spreadsheet. */
async function keyMeeting(page: Page): Promise<void> {
  await goTo(page, '民主测评', 'ballot')
  await page.getByRole('button', { name: '录入一次会议' }).click()
  const form = page.locator('[data-drawer="form"]')
  await form.getByLabel('会议日期').fill('2026.12.10')
  await form.locator('td[data-column="expected"] input').first().click()
  // 应到 实到 印制 发出 收回 无效
  await pasteInto(
    page,
    Array.from({ length: 4 }, (_, index) => (index < 3 ? '12\t11\t14\t11\t10\t0' : '5\t5\t6\t5\t5\t0')).join('\n'),
  )
  await form.getByRole('button', { name: '保存清点数' }).click()
  const panel = page.locator('[data-panel="keyed-meeting"]')
  await panel.waitFor()
  const cell = panel.locator('tr[data-index="0"] td[data-column="mark:excellent"] input')
  for (const [index, group] of ['A 企业工会代表', 'B 企业管理者代表', 'C 基层工会干部代表', 'D 专职指导员'].entries()) {
    await panel.getByText(group).click()
    await cell.click()
    const rows = NAMES.map((_, person) =>
      index < 3 ? `${8 - person}\t${2 + person}\t0\t0\t0\t0` : '3\t1\t0\t0\t0\t0\t1',
    )
    await pasteInto(page, rows.join('\n'))
    await panel.getByText('本票种已全部核对').waitFor()
    if (index === 1) {
      await restart(page, 'ballot')
      await panel.waitFor()
    }
  }
}

async function collectRatings(page: Page): Promise<void> {
  await goTo(page, '综合评定', 'rating')
  await page.getByRole('button', { name: '列表录入' }).click()
  // Two unions for each person, one row each.
  await page.getByRole('textbox', { name: '王晓明 评分', exact: true }).first().click()
  await pasteInto(page, NAMES.flatMap((_, index) => [95 - index * 4, 94 - index * 4]).join('\n'))
  await page.getByRole('button', { name: '录完了' }).click()
  await page.getByText('已评 10 人次，应评 10 人次').waitFor()
}

async function decide(page: Page): Promise<void> {
  await goTo(page, '审定', 'decision')
  await page.getByLabel('审定人').first().fill('云川市总工会考评小组')
  await page.getByRole('button', { name: /^批量确认 \d+ 人$/ }).click()
  await page.getByRole('button', { name: /^确认 \d+ 人$/ }).click()
  await page.getByText('全部审定完毕。下一步：公示最高等次人选。').waitFor()
  await page.getByRole('tab', { name: '公示与复核' }).click()
  await page.getByRole('button', { name: '准备公示' }).click()
  const form = page.locator('[data-drawer="form"]')
  await form.getByLabel('开始日期').fill('2026-12-21')
  await form.getByRole('button', { name: '按工作日历推算日期' }).click()
  await form.getByLabel('受理单位').fill('云川市总工会')
  await form.getByRole('button', { name: '登记公示' }).click()
  await page
    .getByText(/个工作日）/)
    .first()
    .waitFor()
}

async function exported(page: Page): Promise<string> {
  return (
    await download(page, async () => {
      await page.getByRole('button', { name: '切换年度' }).click()
      await page.getByRole('menuitem', { name: '导出考评文件' }).click()
    })
  ).toString('utf8')
}

/**
 * A union office's year in the app, from an empty one to the next year, with restarts in the middle: new year, roster,
 * self-assessments by forms, a meeting counted on paper, ratings, score, decisions, public notice, closing.
 */
export async function yearStory(page: Page): Promise<void> {
  await shown(page, 'first-run')
  await beginYear(page)
  await fillRoster(page)
  await restart(page, 'roster')
  await collectSelf(page)
  await keyMeeting(page)
  await collectRatings(page)
  await restart(page, 'rating')
  await goTo(page, '计分', 'score')
  const read = readEvaluation(await exported(page))
  if (!read.ok) throw new Error(`the export is refused: ${JSON.stringify(read.error)}`)
  const { results, quota } = resultsOf(scoreYear(read.value))
  expect(results.map(result => result.rank)).toEqual([1, 2, 3, 4, 5])
  expect(results.every(result => result.blocked.length === 0)).toBe(true)
  expect(quota).toMatchObject([{ places: 1, within: [results[0]?.instructor] }])
  const shownTotals = page.locator('[data-panel="ranking"] tr[data-row] [data-column="total"]')
  expect(await shownTotals.allInnerTexts()).toEqual(results.map(result => result.total))
  await decide(page)
  await restart(page, 'decision')

  await page.goto(page.url().replace(/#.*$/, '#/2026/safety'))
  await shown(page, 'safety')
  await page.getByRole('button', { name: '结档', exact: true }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: '经办人' }).fill('张三')
  await page.getByRole('dialog').getByRole('button', { name: '结档' }).click()
  await page.locator('[data-closed]').waitFor()
  await goTo(page, '花名册', 'roster')
  expect(await page.getByRole('button', { name: '导入', exact: true }).count()).toBe(0)

  await goTo(page, '概览', 'overview')
  await page.getByRole('button', { name: '新建 2027 年度' }).click()
  await page.locator('[data-dialog="new-year"]').getByRole('button', { name: '新建年度' }).click()
  await page.locator('header [data-year="2027"]').waitFor()
  const next = readEvaluation(await exported(page))
  if (!next.ok) throw new Error('the next year is refused')
  expect(next.value.instructors.map(({ name, history }) => [name, history?.at(-1)])).toEqual(
    results.map(({ name, proposed }) => [name, { year: 2026, grade: proposed }]),
  )
}
