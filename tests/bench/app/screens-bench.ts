import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { writeEvaluation } from '#shared/domain/evaluation/write-evaluation.ts'
import { median } from '#tests/bench/rounds.ts'
import type { Section } from '#tests/bench/section.ts'
import { openBrowser } from '#tests/e2e/open-browser.ts'
import { startHost } from '#tests/e2e/start-host.ts'
import { busyTime } from './busy-time.ts'
import { IMPORTED, importTimes } from './import-bench.ts'
import { wideYear } from './wide-year.ts'

/** What the issue allows, in milliseconds. */
const SCREEN = 300
const EDIT = 100
const IMPORT = 3000
const PEOPLE = 1000
/** How long Chromium may take to clear away a closed page, in milliseconds. */
const TAKEN_APART = 1500
const STEPS = ['roster', 'scheme', 'self', 'ballot', 'rating', 'score', 'decision', 'sheets', 'archive'] as const

/** Opening every screen of a year of 1,000 people voted on by four groups on eight indicators, and the time until an edit is seen, in the real browser. */
export async function screensBench(quick: boolean): Promise<Section> {
  const host = await startHost()
  const browser = await openBrowser()
  try {
    const profile = await browser.newContext({ viewport: { width: 1366, height: 768 } })
    let page = await profile.newPage()
    await page.goto(host.url)
    await page.locator('[data-page="first-run"]').waitFor()
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles({
        name: 'big.json',
        mimeType: 'application/json',
        buffer: Buffer.from(writeEvaluation(wideYear(PEOPLE))),
      })
    await page.locator('[data-page="overview"]').waitFor({ timeout: 60_000 })
    const rounds = quick ? 3 : 7
    const restarts: number[] = []
    const firsts = new Map<string, number[]>()
    for (let round = 0; round < (quick ? 0 : 5); round += 1) {
      // A new window each time, as a start has one, and in peace: a page is slowed down by the one before being taken apart.
      await page.close()
      await setTimeout(TAKEN_APART)
      page = await profile.newPage()
      const started = performance.now()
      await page.goto(host.url)
      await page.locator('[data-page="overview"]').waitFor()
      restarts.push(performance.now() - started)
      // One after the other at once, before anything is made ready; each also fetches its page's file.
      for (const step of STEPS) firsts.set(step, [...(firsts.get(step) ?? []), await openScreen(page, step)])
    }
    const counted = await busyTime(page)
    const screens = new Map<string, number[]>()
    const busy = new Map<string, number[]>()
    for (let round = 0; round <= rounds; round += 1)
      for (const step of STEPS) {
        const { took, busy: computed } = await counted(() => openScreen(page, step))
        if (round === 0) continue
        screens.set(step, [...(screens.get(step) ?? []), took])
        busy.set(step, [...(busy.get(step) ?? []), computed])
      }
    await openScreen(page, '')
    // Cheap beside opening a screen, and one in three meets the mirror's writing.
    const changes = quick ? 6 : 9
    const edits: number[] = []
    for (let round = 0; round < changes; round += 1) edits.push(await rename(page, `第${round}次`))
    await openScreen(page, 'self')
    const typed: number[] = []
    await page.getByRole('button', { name: '列表录入' }).click()
    for (let round = 0; round < changes; round += 1) typed.push(await typeScore(page, round))
    await openScreen(page, 'roster')
    const imports = await importTimes(page, quick ? 1 : 5)
    const slowest = Math.max(...[...screens.values()].map(median))
    return {
      title: `App: ${PEOPLE} people; a screen in ${SCREEN} ms, an edit in ${EDIT} ms, ${IMPORTED} rows of Excel in ${IMPORT} ms`,
      rounds: new Map([...screens, ['edit', edits], ['typed score', typed], ['import preview', imports]]),
      ratios: {
        screenVsBudget: SCREEN / slowest,
        editVsBudget: EDIT / Math.max(median(edits), median(typed)),
        importVsBudget: IMPORT / median(imports),
      },
      notes: {
        slowestScreenMs: slowest,
        slowestScreenComputingMs: Math.max(...[...busy.values()].map(median)),
        editMs: median(edits),
        typedMs: median(typed),
        importMs: median(imports),
        ...(!quick && {
          slowestFirstVisitMs: Math.max(...[...firsts.values()].map(median)),
          restartMs: median(restarts),
        }),
      },
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

/** A score typed over another in the first row of the grid: from Enter to the row's new total, saved and scored. */
async function typeScore(page: Page, round: number): Promise<number> {
  const cells = page.locator('tr[data-row]').first().locator('td')
  const last = (await cells.count()) - 1
  await cells
    .nth(last - 1)
    .locator('input')
    .click()
  const total = await cells.nth(last).innerText()
  await page.evaluate(before => {
    const cell = document.querySelector('tr[data-row]')?.lastElementChild
    const { promise, resolve } = Promise.withResolvers<number>()
    const began = (event: KeyboardEvent) => {
      if (event.key !== 'Enter') return
      window.removeEventListener('keydown', began, { capture: true })
      const start = performance.now()
      const look = () =>
        cell?.textContent === before ? requestAnimationFrame(look) : resolve(performance.now() - start)
      requestAnimationFrame(look)
    }
    window.addEventListener('keydown', began, { capture: true })
    Object.assign(window, { typed: promise })
  }, total)
  await page.keyboard.type(`${(round % 4) + 1}.${round % 2}5`)
  await page.keyboard.press('Enter')
  return await page.evaluate(() => (window as unknown as { readonly typed: Promise<number> }).typed)
}
