import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { type RunningHost, startHost } from './start-host.ts'

export const SAMPLE = join(import.meta.dirname, '..', '..', 'resources', 'sample', '2026.pingyi.json')

/** The app in a fresh browser profile over a host and data folder of its own. */
export type App = {
  readonly page: Page
  readonly context: BrowserContext
  readonly host: RunningHost
  /** Everything that the page complained of: errors, warnings, violations of its policy. */
  readonly complaints: readonly string[]
}

type AtEnd = (end: () => Promise<void>) => void

/** Opens, once for the group of tests that it stands in, what they all look at and leave as it is. */
export function openOnce<Opened>(open: (atEnd: AtEnd) => Promise<Opened>): () => Opened {
  let opened: { readonly it: Opened } | undefined
  const ends: (() => Promise<void>)[] = []
  beforeAll(async () => {
    opened = { it: await open(end => ends.push(end)) }
  })
  afterAll(async () => {
    for (const end of ends.toReversed()) await end()
  })
  return () => {
    if (!opened) throw new Error('it is not open yet')
    return opened.it
  }
}

/** Opens the app as a user does, by the address shown at the start. Everything is gone after the test, or `atEnd`. */
export async function openApp(browser: Browser, atEnd: AtEnd = onTestFinished): Promise<App> {
  const host = await startHost()
  atEnd(host.stop)
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    acceptDownloads: true,
  })
  atEnd(() => context.close())
  const complaints: string[] = []
  context.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  context.on('weberror', error => complaints.push(String(error.error())))
  // An eval that is caught leaves nothing in the console; the event of its violation tells of it all the same.
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', event => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`)
    })
  })
  const page = await context.newPage()
  await page.goto(host.url)
  await page.locator('[data-page]').first().waitFor()
  return { page, context, host, complaints }
}

/** Loads the sample year through the first page's button and waits for the overview. */
export async function loadSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: '载入示例年度' }).click()
  await shown(page, 'overview')
}

/** Goes to a page of the year by the side navigation. */
export async function goTo(page: Page, step: string, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: step, exact: true }).click()
  await shown(page, name)
}

/** Waits until a page is there. */
export async function shown(page: Page, name: string): Promise<void> {
  await page.locator(`[data-page="${name}"]`).waitFor()
}

/** Chooses a file in the app's file dialog; `content` as text or raw bytes. */
export async function chooseFile(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page.getByRole('button', { name: '切换年度' }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('menuitem', { name: '导入考评文件…' }).click()
  await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) })
}

/** What a person reads on the page. */
export function seenText(page: Page): Promise<string> {
  return page.locator('body').innerText()
}

export function readSample(): Promise<string> {
  return readFile(SAMPLE, 'utf8')
}
