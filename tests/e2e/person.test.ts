import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildEvaluation, buildRating, buildSelf } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import { buildMeeting, buildVotes } from '#tests/fixtures/build-meeting.ts'
import type { EvaluationFile } from '#tests/fixtures/evaluation-file.ts'
import { chooseFile, goTo, openApp, openOnce, shown } from './app.ts'
import { openBrowser } from './open-browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function openPerson(file: EvaluationFile, id: string, atEnd?: Parameters<typeof openApp>[1]): Promise<Page> {
  const { page } = await openApp(browser, atEnd)
  await chooseFile(page, '年度.json', JSON.stringify(file))
  await shown(page, 'overview')
  await goTo(page, '计分', 'score')
  await page.locator(`tr[data-row="${id}"] a[data-row-link]`).click()
  await shown(page, 'person')
  return page
}

/** A step's rows, cell by cell. */
function tableOf(page: Page, step: string): Promise<string[][]> {
  return page
    .locator(`[data-step="${step}"] tbody tr, [data-step="${step}"] tfoot tr`)
    .evaluateAll(rows => rows.map(row => [...row.querySelectorAll('td')].map(cell => cell.textContent.trim())))
}

// Catches: weights of an empty group that go nowhere; bonus, penalty and months that the page does not explain.
test('an empty group, months, bonus and penalty are explained', async () => {
  const file = buildEvaluation({
    instructors: [buildInstructor()],
    meetings: [buildMeeting(buildVotes('i01', { A: [6, 3, 1, 0], C: [8, 4, 0, 0], D: [3, 2, 0, 0] }))],
    ratings: [
      buildRating({ months: 8, bonus: '2', reason: '推动行业集体合同' }),
      buildRating({ by: '东城区总工会', score: '88', months: 4 }),
      buildRating({ source: 'industry', by: '建筑产业工会', score: '91', penalty: '0.5', reason: '台账不全' }),
    ],
  })
  const page = await openPerson(file, 'i01')
  const meeting = page.locator('[data-step="meeting"]')
  await meeting.getByText('B 企业管理者代表没有分数').waitFor()
  await meeting.getByText('A 企业工会代表 30 × 100 ÷ 80 = 37.5%').waitFor()
  await page.locator('[data-step="rating"]').getByText('按月数平均：(90.50×8 + 88.00×4) ÷ 12 ≈ 89.67').waitFor()
  const sum = page.locator('[data-step="sum"]')
  await sum.getByText('西城区总工会加分 2 分：推动行业集体合同').waitFor()
  await sum.getByText('建筑产业工会扣分 0.5 分：台账不全').waitFor()
  await sum.getByText('+ 2 − 0.5').waitFor()
})

// Catches: a page from which a committee that goes through everybody has to go back to the list each time.
test('arrow keys go to the next and previous person in the order of the list', async () => {
  const names = ['甲一', '乙二', '丙三']
  const file = buildEvaluation({
    instructors: names.map((name, index) => buildInstructor({ id: `p${index}`, name, sources: ['district'] })),
    self: names.map((_, index) => buildSelf({ instructor: `p${index}` })),
    meetings: [buildMeeting(names.flatMap((_, index) => buildVotes(`p${index}`, { A: [5 + index, 5 - index, 0, 0] })))],
    ratings: names.map((_, index) => buildRating({ instructor: `p${index}` })),
  })
  // Best first: the last of the roster leads the ranking.
  const page = await openPerson(file, 'p2')
  const heading = page.getByRole('heading', { level: 1 })
  await heading.getByText('丙三').waitFor()
  await page.keyboard.press('ArrowRight')
  await heading.getByText('乙二').waitFor()
  await page.keyboard.press('ArrowLeft')
  await heading.getByText('丙三').waitFor()
  expect(await page.getByRole('button', { name: '上一人' }).isDisabled()).toBe(true)
  // Back leads to the list, not through everybody who was looked at.
  await page.goBack()
  await shown(page, 'score')
})

describe('the first worked case', () => {
  const opened = openOnce(atEnd => openPerson(buildEvaluation(), 'i01', atEnd))

  // Catches: a page whose arithmetic does not lead from the counts to the total, figure by figure (SCORING.md, first case).
  test("the page shows the first worked case's every step", async () => {
    const page = opened()
    expect(await tableOf(page, 'meeting')).toEqual([
      ['A 企业工会代表', '(6×100 + 3×80 + 1×60) ÷ 10 = 900 ÷ 10 = 90.00', '90.00', '30%', '27.00'],
      ['B 企业管理者代表', '(4×100 + 3×80 + 1×60) ÷ 8 = 700 ÷ 8 = 87.50', '87.50', '20%', '17.50'],
      ['C 基层工会干部代表', '(8×100 + 4×80) ÷ 12 = 1120 ÷ 12 ≈ 93.33', '93.33', '30%', '28.00'],
      ['D 专职指导员', '(3×100 + 2×80) ÷ 5 = 460 ÷ 5 = 92.00', '92.00', '20%', '18.40'],
      ['合计', '', '', '100%', '90.90'],
    ])
    expect(await tableOf(page, 'sum')).toEqual([
      ['个人总结自评', '92.00', '10%', '9.20'],
      ['民主测评', '90.90', '50%', '45.45'],
      ['综合评定', '90.50', '40%', '36.20'],
      ['合计', '', '100%', '90.85'],
    ])
    await page.locator('[data-step="self"] [data-formula]').getByText('92 ÷ 100 × 100 = 92.00').waitFor()
    await page.locator('[data-panel="summary"]').getByText('90.85', { exact: true }).waitFor()
    // The industry union need not rate this person: its weight is explained away, not missing.
    await page.locator('[data-step="rating"]').getByText('产业工会不需评定').first().waitFor()
    await page.locator('[data-step="rating"]').getByText('区总工会 60 × 100 ÷ 60 = 100%').waitFor()
  })

  // Catches: a folded step that hides its result, or that cannot be folded.
  test('steps fold, and a folded step still shows its result', async () => {
    const page = opened()
    const head = page.locator('[data-step="meeting"]').getByRole('button')
    await head.click()
    await page.locator('[data-step="meeting"] table').waitFor({ state: 'hidden' })
    expect(await head.textContent()).toContain('90.90')
    await page.getByRole('button', { name: '全部收起' }).click()
    await page.getByRole('button', { name: '全部展开' }).click()
    await page.locator('[data-step="meeting"] table').waitFor()
  })

  // Catches: a chart that says nothing to those who cannot see it.
  test('both charts have their figures as a table behind them', async () => {
    const page = opened()
    const groups = page.getByRole('table', { name: '各票种的选择' })
    expect(await groups.getByRole('row').filter({ hasText: '企业工会代表' }).first().textContent()).toContain('60.0%')
    const components = page.getByRole('table', { name: '各组成部分得分' })
    expect(await components.getByRole('row').allInnerTexts()).toEqual([
      expect.stringContaining('组成部分'),
      expect.stringMatching(/个人总结自评 10%\s+92\.00/),
      expect.stringMatching(/民主测评 50%\s+90\.90/),
      expect.stringMatching(/综合评定 40%\s+90\.50/),
    ])
  })

  // Catches: a record that somebody asks for and nobody at the desk finds; the sheet of another person or another form.
  test("the person's record is one button away", async () => {
    const page = opened()
    const name = await page.getByRole('heading', { level: 1 }).innerText()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '本人考评档案' }).click()
    const file = await download
    expect(file.suggestedFilename()).toContain('本人考评档案')
    expect(file.suggestedFilename()).toContain(name)
    expect((await readFile(await file.path())).subarray(0, 5).toString()).toBe('%PDF-')
  })
})
