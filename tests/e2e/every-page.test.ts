import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadSample, openApp, readSample, seenText, shown } from './app.ts'
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

// Catches: an eval, an inline script, a font or picture from elsewhere, a React warning, a failed request.
test('no page makes the browser complain', async () => {
  const { page, complaints } = await openApp(browser)
  await everyPage(page, async () => {
    await page.evaluate(() => document.fonts.ready)
  })
  expect(complaints).toEqual([])
})

// Catches: a table or toolbar that is wider than the projector laptop's screen; a column that enlarged text puts out of reach.
test('no page scrolls sideways at 1366 × 768, and no column is out of reach at 110 %', async () => {
  const { page } = await openApp(browser)
  const wide: string[] = []
  await everyPage(page, async name => {
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (over > 0) wide.push(`${name}: ${over}`)
    await page.setViewportSize({ width: 1242, height: 698 })
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('main table')].flatMap(({ parentElement: box }) =>
        box && getComputedStyle(box).overflowX === 'clip' && box.scrollWidth > box.clientWidth ? [box.scrollWidth] : [],
      ),
    )
    if (cut.length > 0) wide.push(`${name} at 110 %: a table of ${cut} px is cut off`)
    await page.setViewportSize({ width: 1366, height: 768 })
  })
  expect(wide).toEqual([])
})

// Catches: English left in the app; a code or undefined shown instead of words.
test('no page shows English, codes or empty values', async () => {
  const { page } = await openApp(browser)
  const found: string[] = []
  await everyPage(page, async name => {
    const text = await seenText(page)
    const words = text.match(/[A-Za-z]{3,}|undefined|NaN|\[object/g) ?? []
    // Programs and endings that people know by these names.
    for (const word of words)
      if (!['PDF', 'Excel', 'WPS', 'Word', 'json', 'pingyi', 'xlsx', 'csv'].includes(word))
        found.push(`${name}: ${word}`)
  })
  expect(found).toEqual([])
})

// Catches: fields without names, contrast too low for a bright conference room, tables that a screen reader cannot tell.
test.each(['light', 'dark'] as const)('no page has what axe calls a barrier (%s)', async look => {
  const { page } = await openApp(browser)
  await page.emulateMedia({ colorScheme: look })
  const found: string[] = []
  await everyPage(page, async name => {
    await page.evaluate(axe.source)
    const { violations } = await page.evaluate(() =>
      (window as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
        // Mantine's portals (notices, the drop overlay) stand outside of the landmarks by their nature.
        rules: { region: { enabled: false } },
      }),
    )
    for (const { id, nodes } of violations) found.push(`${name}: ${id}: ${nodes[0]?.html.slice(0, 160)}`)
  })
  expect(found).toEqual([])
})

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
