import type { Page } from 'playwright-core'
import { writeEvaluation } from '#shared/domain/evaluation/write-evaluation.ts'
import type { Section } from '#tests/bench/section.ts'
import { bigYear } from '#tests/bench/sheets/big-year.ts'
import { openBrowser } from '#tests/e2e/open-browser.ts'
import { startHost } from '#tests/e2e/start-host.ts'

/** What the issue allows, in milliseconds. */
const SCREEN = 300
const EDIT = 100
const PEOPLE = 1000
const STEPS = ['roster', 'scheme', 'self', 'ballot', 'rating', 'score', 'decision', 'sheets', 'archive'] as const

/** Opening every screen of a year of 1,000 people, and the time until an edit is seen, in the real browser. */
export async function screensBench(quick: boolean): Promise<Section> {
  const host = await startHost()
  const browser = await openBrowser()
  try {
    const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
    await page.goto(host.url)
    await page.locator('[data-page="first-run"]').waitFor()
    const text = writeEvaluation(bigYear(PEOPLE))
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles({
        name: 'big.json',
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      })
    await page.locator('[data-page="overview"]').waitFor({ timeout: 60_000 })
    const started = performance.now()
    await page.reload()
    await page.locator('[data-page="overview"]').waitFor()
    const restart = performance.now() - started
    const rounds = quick ? 3 : 7
    const screens = new Map<string, number[]>()
    for (let round = 0; round <= rounds; round += 1)
      for (const step of STEPS) {
        const took = await openScreen(page, step)
        // The first time also fetches the page's own file.
        if (round > 0) screens.set(step, [...(screens.get(step) ?? []), took])
      }
    await openScreen(page, '')
    const edits: number[] = []
    for (let round = 0; round < rounds; round += 1) edits.push(await rename(page, `第${round}次`))
    const slowest = Math.max(...[...screens.values()].map(median))
    return {
      title: `App: ${PEOPLE} people; a screen in ${SCREEN} ms, an edit in ${EDIT} ms`,
      rounds: new Map([...screens, ['edit', edits]]),
      ratios: { screenVsBudget: SCREEN / slowest, editVsBudget: EDIT / median(edits) },
      notes: { slowestScreen: slowest, edit: median(edits), restart },
    }
  } finally {
    await browser.close()
    await host.stop()
  }
}

/** From the address's change to the page's frame being drawn, measured inside the page. */
async function openScreen(page: Page, step: string): Promise<number> {
  return await page.evaluate(async name => {
    const began = performance.now()
    window.location.hash = `#/2026${name === '' ? '' : `/${name}`}`
    const wanted = `[data-page="${name === '' ? 'overview' : name}"]`
    while (!document.querySelector(wanted)) await new Promise(requestAnimationFrame)
    await new Promise(requestAnimationFrame)
    return performance.now() - began
  }, step)
}

/** From the click that saves to the new title standing in the header. */
async function rename(page: Page, title: string): Promise<number> {
  await page.getByRole('button', { name: '修改名称…' }).click()
  await page.getByLabel('考评名称').fill(title)
  return await page.evaluate(async wanted => {
    const button = [...document.querySelectorAll('button')].find(each => each.textContent === '保存名称')
    const began = performance.now()
    button?.click()
    while (!document.querySelector('header')?.textContent?.includes(wanted)) await new Promise(requestAnimationFrame)
    return performance.now() - began
  }, title)
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
