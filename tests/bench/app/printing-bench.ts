import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { writeEvaluation } from '#shared/domain/evaluation/write-evaluation.ts'
import { forms } from '#shared/sheets/forms.ts'
import type { Section } from '#tests/bench/section.ts'
import { bigYear } from '#tests/bench/sheets/big-year.ts'
import { openBrowser } from '#tests/e2e/open-browser.ts'
import { startHost } from '#tests/e2e/start-host.ts'
import { mainTasksWhile } from './main-tasks.ts'

/** What the issue allows a task of the page's own thread, in milliseconds. */
const TASK = 50
const PEOPLE = 1000

/** The longest task of the page's own thread while everybody's 登记表 is printed from the real page. */
export async function printingBench(): Promise<Section> {
  const host = await startHost()
  const browser = await openBrowser()
  try {
    const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
    await page.goto(host.url)
    await page.locator('[data-page="first-run"]').waitFor()
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles({
        name: 'big.json',
        mimeType: 'application/json',
        buffer: Buffer.from(writeEvaluation(bigYear(PEOPLE))),
      })
    await page.locator('[data-page="overview"]').waitFor({ timeout: 60_000 })
    await page.evaluate(() => {
      window.location.hash = '#/2026/sheets'
    })
    await page.locator('[data-page="sheets"]').waitFor()
    await chooseForm(page, 'evaluation-record')
    // Whoever chooses what to print takes longer: the window has by then done what a start leaves for later.
    await setTimeout(1000)
    const tasks = await mainTasksWhile(browser, async () => {
      // Not by its role: to find that, the page's own thread would go through all that is on it.
      await page.locator('button', { hasText: `生成 PDF（${PEOPLE} 份）` }).click()
      await page.locator('[data-panel="finished"]').waitFor({ timeout: 300_000 })
    })
    const longest = Math.max(...tasks.map(({ clock }) => clock))
    return {
      title: `App: the page while ${PEOPLE} sheets are printed; no task over ${TASK} ms`,
      rounds: new Map(),
      ratios: { longestTaskVsBudget: TASK / Math.max(TASK, longest) },
      notes: {
        longTasks: tasks.filter(({ clock }) => clock > TASK).length,
        longestTaskMs: longest,
        longestComputingMs: Math.max(...tasks.map(({ computed }) => computed)),
      },
    }
  } finally {
    await browser.close()
    await host.stop()
  }
}

/** Ticks one form and no other, within the page: finding each by its role would take longer than printing. */
async function chooseForm(page: Page, id: string): Promise<void> {
  const found = await page.evaluate(
    wanted =>
      [...document.querySelectorAll('label')].filter(label => {
        const box = label.control
        const form = wanted.find(({ title }) => title === label.textContent)
        if (!form || !(box instanceof HTMLInputElement)) return false
        if (box.checked !== form.chosen) box.click()
        return true
      }).length,
    forms.map(form => ({ title: form.title, chosen: form.id === id })),
  )
  if (found !== forms.length) throw new Error(`${found} of ${forms.length} forms stand on the page`)
}
