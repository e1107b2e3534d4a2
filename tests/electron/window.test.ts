import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { electronProgram } from '#electron/node-host/electron-runtime.ts'
import { yearStory } from '#tests/e2e/year-story.ts'

// Runs only where Electron's runtime is present (see electron-or-why.ts): the same specs as the browser's, in a real window.

const root = join(import.meta.dirname, '..', '..')

async function openWindow(): Promise<{ readonly app: ElectronApplication; readonly page: Page }> {
  const data = await mkdtemp(join(tmpdir(), 'pingyi-electron-'))
  onTestFinished(() => rm(data, { recursive: true, force: true }))
  const app = await _electron.launch({
    executablePath: electronProgram() ?? '',
    args: [root],
    env: { ...process.env, XDG_DATA_HOME: data, LOCALAPPDATA: data },
  })
  onTestFinished(() => app.close())
  return { app, page: await app.firstWindow() }
}

// Catches: a window that never opens; a sandbox, protocol or bridge that real Electron sees otherwise than the fake.
test('the window opens on app://pingyi, without Node in the page', async () => {
  const { page } = await openWindow()
  await page.locator('[data-page="first-run"]').waitFor()
  expect(new URL(page.url()).origin).toBe('app://pingyi')
  expect(await page.evaluate(() => typeof Reflect.get(globalThis, 'require'))).toBe('undefined')
  expect(await page.evaluate(() => window.open('https://example.org') === null)).toBe(true)
})

// Catches: a step of the year that works in the browser alone.
test('a year from nothing to the next one, in Electron', async () => {
  await yearStory((await openWindow()).page)
}, 240_000)
