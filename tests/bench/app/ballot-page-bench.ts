import { gzipSync } from 'node:zlib'
import type { Locator, Page } from 'playwright-core'
import { median } from '#tests/bench/rounds.ts'
import type { Section } from '#tests/bench/section.ts'
import { openBrowser } from '#tests/e2e/open-browser.ts'
import { startRoom, takePhone } from '#tests/e2e/phone.ts'
import { slipsOf } from '#tests/unit/box/build-box.ts'

const BUDGET_MS = 1000
const BUDGET_KILOBYTES = 100
const SLOWER = 6
const SIZE = { people: 150, indicators: 8 }

/**
 * The voter's page with 150 instructors × 8 indicators on a phone six times slower than this computer: from its address to
 * where a tap is answered, from there to the list, and until the first mark of the list shows.
 */
export async function ballotPageBench(quick: boolean): Promise<Section> {
  const room = await startRoom({ limits: { excellent: 30 } }, SIZE)
  const browser = await openBrowser()
  try {
    const codes = slipsOf(room.slips, 'A').map(slip => slip.digits)
    const [opened, listed, marked]: [number[], number[], number[]] = [[], [], []]
    for (let round = 0; round <= (quick ? 2 : 5); round++) {
      const { page, context } = await takePhone(browser)
      const phone = await context.newCDPSession(page)
      await phone.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
      const times = [await open(page, `${room.station.url}#${codes[round]}`), await list(page), await mark(page)]
      await context.close()
      // The first one also finds the browser cold.
      if (round === 0) continue
      for (const [step, all] of [opened, listed, marked].entries()) all.push(times[step] ?? Number.NaN)
    }
    const meeting = await (await fetch(new URL('/meeting', room.station.url))).text()
    const kilobytes = [room.html, meeting].reduce((total, text) => total + gzipSync(text).length, 0) / 1024
    const slowest = Math.max(...[opened, listed, marked].map(median))
    return {
      title: `Ballot page: ${SIZE.people} × ${SIZE.indicators} on a phone ${SLOWER} times slower; ${BUDGET_MS} ms, ${BUDGET_KILOBYTES} KB`,
      rounds: new Map([
        ['until it can be tapped', opened],
        ['until the list is there', listed],
        ['until a mark shows', marked],
      ]),
      ratios: { ballotPageVsBudget: BUDGET_MS / slowest, ballotPageSizeVsBudget: BUDGET_KILOBYTES / kilobytes },
      notes: { ballotPageKilobytes: kilobytes },
    }
  } finally {
    await browser.close()
    await room.station.stop()
  }
}

/** From the address to the first frame with the button, by the page's own clock: the driver's ways are not a phone's. */
async function open(page: Page, address: string): Promise<number> {
  await page.addInitScript(() => {
    const seen = new MutationObserver(() => {
      if (!document.body?.innerText.includes('开始填写')) return
      seen.disconnect()
      requestAnimationFrame(() => setTimeout(() => performance.mark('ready')))
    })
    seen.observe(document, { childList: true, subtree: true })
  })
  await page.goto(address)
  await page.getByRole('button', { name: '开始填写', exact: true }).waitFor()
  await page.waitForFunction(() => performance.getEntriesByName('ready').length > 0)
  return page.evaluate(() => performance.getEntriesByName('ready')[0]?.startTime ?? Number.NaN)
}

async function list(page: Page): Promise<number> {
  const show = page.getByRole('button', { name: '看名单', exact: true })
  await page.getByRole('button', { name: '开始填写', exact: true }).click()
  return tap(show)
}

async function mark(page: Page): Promise<number> {
  const option = page.locator('.card').first().getByRole('button', { name: '称职', exact: true }).first()
  const took = await tap(option)
  await page.locator('.card').first().locator('.chosen').first().waitFor()
  return took
}

/** From a tap to the frame that shows what it did. */
function tap(button: Locator): Promise<number> {
  return button.evaluate(node => {
    const start = performance.now()
    if (node instanceof HTMLElement) node.click()
    return new Promise<number>(resolve => {
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)))
    })
  })
}
