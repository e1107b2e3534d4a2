import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { type BrowserContext, chromium as playwright } from 'playwright-core'
import { collectEvidence, type Evidence } from '#tests/anonymity/evidence.ts'
import { AT_HOME, homeArguments } from '#tests/e2e/open-browser.ts'

/** Where a full Chromium writes what was visited. */
const HISTORY = 'Default/History'

export type Screen = { readonly width: number; readonly height: number }

/**
 * A full Chromium that is installed here (Debian's, for instance), named in the environment: unlike the one from npm it
 * keeps a history, visited links, favicons and what a desk's browser keeps more.
 */
const INSTALLED = process.env['PINGYI_CHROMIUM']

export const PHONE: Screen = { width: 360, height: 640 }
export const LAPTOP: Screen = { width: 1366, height: 768 }

/**
 * A device with a browser profile on the disk: its browser is started and closed for each of the acts, and once more (a
 * browser tidies up when it starts, and what is still there then is there for good). Every file of the profile.
 */
export async function leftInProfile(
  screen: Screen,
  acts: readonly ((context: BrowserContext) => Promise<void>)[],
): Promise<Evidence> {
  const folder = await mkdtemp(join(tmpdir(), 'pingyi-profile-'))
  try {
    for (const act of [...acts, async () => undefined]) {
      const context = await playwright.launchPersistentContext(folder, {
        executablePath: INSTALLED ?? (await chromium.executablePath()),
        args: INSTALLED ? ['--no-sandbox'] : homeArguments(),
        env: AT_HOME,
        headless: true,
        viewport: screen,
        locale: 'zh-CN',
      })
      try {
        await act(context)
      } finally {
        await context.close()
      }
    }
    const left = await collectEvidence(folder)
    if (INSTALLED && !left.files.has(HISTORY)) throw new Error(`${INSTALLED} keeps no history: not a full browser`)
    return left
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
