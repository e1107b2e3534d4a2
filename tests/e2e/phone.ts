import { join } from 'node:path'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { openBox } from '#electron/host/box/open-box.ts'
import { builtPage } from '#electron/host/station/built-page.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import type { BoxCounts } from '#shared/domain/ballot/count/box-counts.ts'
import { TELLERS } from '#tests/unit/box/build-box.ts'
import { buildSetUp } from '#tests/unit/box/build-set-up.ts'
import { type RunningStation, startBox } from '#tests/unit/box/build-station.ts'

const PAGE = join(import.meta.dirname, '..', '..', 'out', 'ballot-page', 'index.html')

/** A sealed box with its station, which serves the ballot page as it was built. */
export async function startRoom(
  ...[overrides, size]: Parameters<typeof buildSetUp>
): Promise<RunningStation & { readonly html: string }> {
  const page = await builtPage(PAGE)
  if (!page) throw new Error('the ballot page is not built')
  const running = await startBox(buildSetUp(overrides, size), { page, names: ['room.test'] })
  return { ...running, html: Buffer.from(page.html).toString('utf8') }
}

export type Phone = {
  readonly page: Page
  readonly context: BrowserContext
  /** Everything the browser complained of: errors, refused scripts, broken policies. */
  readonly complaints: readonly string[]
}

/** A small phone: 360 × 640, touch. */
export async function takePhone(browser: Browser): Promise<Phone> {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true })
  const complaints: string[] = []
  const page = await newTab(context, complaints)
  return { page, context, complaints }
}

/** Another tab of the same phone. */
export async function newTab(context: BrowserContext, complaints: string[] = []): Promise<Page> {
  const page = await context.newPage()
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(error.message))
  page.on('dialog', dialog => dialog.accept())
  return page
}

export const press = (scope: Page | Locator, name: string) => scope.getByRole('button', { name, exact: true }).click()

export const card = (page: Page, person: number) => page.locator('.card').nth(person)

/** Whatever the browser keeps for the page, as text. */
export function keptBy(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const databases = (await indexedDB.databases?.()) ?? []
    const caches_ = 'caches' in window ? await caches.keys() : []
    const kept = [
      { ...localStorage },
      { ...sessionStorage },
      history.state,
      document.cookie,
      location.href,
      window.name,
    ]
    return JSON.stringify([...kept, databases, caches_])
  })
}

/** Opens the box and gives its counts. */
export async function countBox({ store, station }: RunningStation): Promise<BoxCounts> {
  await station.stop()
  const opened = await openBox(store, TELLERS, { voidDamaged: false, random: secureRandom, progress: () => undefined })
  if (!opened.ok) throw new Error(JSON.stringify(opened.error))
  return JSON.parse(opened.value.counts)
}
