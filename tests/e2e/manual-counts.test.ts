import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { chooseFile, goTo, openApp, readSample, shown } from './app.ts'
import { openBrowser } from './open-browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** The sample year before its meeting, five people. */
async function uncounted(): Promise<string> {
  const file = JSON.parse(await readSample())
  const people = file.instructors.slice(0, 5)
  const ids = new Set(people.map((person: { id: string }) => person.id))
  const own = (records: { instructor: string }[]) => records.filter(record => ids.has(record.instructor))
  return JSON.stringify({
    ...file,
    instructors: people,
    self: own(file.self),
    ratings: own(file.ratings),
    meetings: [],
    decisions: [],
  })
}

const panel = (page: Page) => page.locator('[data-panel="keyed-meeting"]')

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

/** Types cells from the one that has the focus, each left with Tab. */
async function type(page: Page, cells: readonly (number | string)[]): Promise<void> {
  for (const cell of cells) {
    await page.keyboard.type(String(cell))
    await page.keyboard.press('Tab')
  }
}

// Catches: a paper meeting that cannot be brought into the year; a row that counts though it does not balance; a typed row
// that a reload loses; figures that change and leave the old rows counting.
test('counts that came on paper are keyed, reconciled row by row, and kept over a reload', async () => {
  const { page, complaints } = await openApp(browser)
  await chooseFile(page, 'y.json', await uncounted())
  await shown(page, 'overview')
  await goTo(page, '民主测评', 'ballot')

  await page.getByRole('button', { name: '录入一次会议' }).click()
  const form = page.locator('[data-drawer="form"]')
  await form.getByLabel('会议日期').fill('2026.12.10')
  await form.locator('td[data-column="expected"] input').first().click()
  const figures = [
    [30, 28, 35, 28, 27, 1],
    [16, 15, 18, 15, 16, 0],
    [24, 23, 28, 23, 0, 0],
    [12, 12, 15, 12, 12, 0],
  ]
  for (const [index, row] of figures.entries()) {
    await form.locator('td[data-column="expected"] input').nth(index).click()
    await type(page, row)
  }
  // More ballots than slips: told at the cell, and not saved.
  const save = form.getByRole('button', { name: '保存清点数' })
  expect(await save.isDisabled()).toBe(true)
  await form.locator('td[data-column="returned"] input').nth(1).click()
  await page.keyboard.type('14')
  await page.keyboard.press('Enter')
  await save.click()
  await panel(page).waitFor()

  const cell = (row: number, column: string) =>
    panel(page).locator(`tr[data-index="${row}"] td[data-column="${column}"]`)
  await cell(0, 'mark:excellent').locator('input').click()
  await type(page, [15, 8, 1, 0, 2])
  await cell(0, 'sum').getByText('26 / 26').waitFor()
  await panel(page).getByText('已核对 1 / 5 人').waitFor()
  await cell(1, 'mark:excellent').locator('input').click()
  await type(page, [15, 7])
  await cell(1, 'sum').getByText('22 / 26 差 4').waitFor()
  await panel(page).getByText('1 行未平，尚未计入').waitFor()

  // A figure that no other row was kept with on its way.
  await expect.poll(() => kept(page)).toContain('"mark:competent":"7"')
  await page.reload()
  await cell(1, 'sum').getByText('22 / 26 差 4').waitFor()
  await cell(1, 'mark:basic').locator('input').click()
  await type(page, [4])
  await panel(page).getByText('已核对 2 / 5 人').waitFor()

  // A void ballot more: no row balances any longer, all come back to be keyed.
  await panel(page).getByRole('button', { name: '修改清点数' }).click()
  await form.locator('td[data-column="void"] input').first().click()
  await page.keyboard.type('2')
  await page.keyboard.press('Enter')
  await form.getByRole('button', { name: '保存清点数' }).click()
  await panel(page).getByText('2 行未平，尚未计入').waitFor()
  await cell(0, 'sum').getByText('26 / 25 多 1').waitFor()
  await cell(0, 'abstain').locator('input').click()
  await type(page, [1])
  await panel(page).getByText('已核对 1 / 5 人').waitFor()

  // A group without a ballot has nothing to key, and says so.
  await panel(page).getByText('C 基层工会干部代表').click()
  await panel(page)
    .getByText(/有效票不足/)
    .waitFor()

  await page.getByRole('button', { name: '切换年度' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: '导出考评文件' }).click()
  const read = readEvaluation(await readFile(await (await download).path(), 'utf8'))
  if (!read.ok) throw new Error('the export is refused')
  const [meeting] = read.value.meetings
  expect(meeting).toMatchObject({ keyed: true, date: '2026-12-10', round: 1 })
  expect(meeting?.tallies).toEqual([
    {
      instructor: 'i01',
      group: 'A',
      indicator: 'overall',
      marks: { excellent: 15, competent: 8, basic: 1, incompetent: 0 },
      abstain: 1,
      invalid: 0,
      self: 0,
    },
  ])
  expect(complaints).toEqual([])
})
