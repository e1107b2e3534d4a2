import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadSample, openApp, readSample, shown } from './app.ts'
import { barriers, foreignWords, tooWide } from './barriers.ts'
import { openBrowser } from './open-browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const STEPS = ['roster', 'scheme', 'self', 'ballot', 'rating', 'score', 'decision', 'sheets', 'archive', 'safety']

async function everyPage(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  await look('first-run')
  await loadSample(page)
  await look('overview')
  for (const step of STEPS) {
    await page.goto(`${new URL(page.url()).origin}/#/2026/${step}`)
    await shown(page, step)
    await look(step)
  }
  for (const { id } of JSON.parse(await readSample()).instructors.slice(0, 5)) {
    await page.goto(`${new URL(page.url()).origin}/#/2026/people/${id}`)
    await shown(page, 'person')
    await look(`people/${id}`)
  }
}

/** At 110 % the tables that are cut off without a way to their last column. */
async function cutOff(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 1242, height: 698 })
  const widths = await page.evaluate(() =>
    [...document.querySelectorAll('main table')].flatMap(({ parentElement: box }) =>
      box && getComputedStyle(box).overflowX === 'clip' && box.scrollWidth > box.clientWidth ? [box.scrollWidth] : [],
    ),
  )
  await page.setViewportSize({ width: 1366, height: 768 })
  return widths.map(width => `at 110 % a table of ${width} px is cut off`)
}

// One walk for all that can be seen on a page. Catches: an eval, an inline script, a font or picture from elsewhere, a React
// warning, a failed request; a table or toolbar that is wider than the projector laptop's screen; a column that enlarged text
// puts out of reach; English left in the app, a code or undefined instead of words; fields without names, contrast too low for
// a bright conference room or in the dark, tables that a screen reader cannot tell.
test('no page complains, is wider than the screen, shows English or keeps anybody out', async () => {
  const { page, complaints } = await openApp(browser)
  const found: string[] = []
  await everyPage(page, async name => {
    await page.evaluate(() => document.fonts.ready)
    const looks = [foreignWords, tooWide, cutOff, barriers]
    for (const look of looks) found.push(...(await look(page)).map(each => `${name}: ${each}`))
  })
  expect(found).toEqual([])
  expect(complaints).toEqual([])
}, 240_000)

// Catches: a page that only a mouse can use: a focus that is lost or cannot be seen.
test('the keyboard reaches the steps and the page, and the focus can be seen', async () => {
  const { page } = await openApp(browser)
  await loadSample(page)
  await page.reload()
  await shown(page, 'overview')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  await page.keyboard.press('Tab')
  const outline = await page.evaluate(() => {
    const style = getComputedStyle(document.activeElement ?? document.body)
    return { inMain: document.activeElement?.closest('#main') !== null, width: style.outlineWidth }
  })
  expect(outline.inMain).toBe(true)
  expect(Number.parseFloat(outline.width)).toBeGreaterThan(0)
  const link = page.getByRole('navigation').getByRole('link', { name: '计分' })
  await link.focus()
  await page.keyboard.press('Enter')
  await shown(page, 'score')
})

// Catches: a crash that shows a blank page and holds the data hostage.
test('a page that breaks still lets the data out', async () => {
  const { page } = await openApp(browser)
  await loadSample(page)
  // A year that no version of the app could have kept: its scheme has lost its components.
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('pingyi')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('parts', 'readwrite')
          transaction.objectStore('parts').put({ year: 2026, key: 'scheme', value: {} })
          transaction.oncomplete = () => {
            opening.result.close()
            resolve()
          }
        }
      }),
  )
  await page.reload()
  await page.getByRole('heading', { name: '这个页面出错了' }).waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 2026 年度数据' }).click()
  expect((await download).suggestedFilename()).toBe('2026.pingyi.json')
})
