import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
import { openApp } from './app.ts'
import { openBrowser } from './open-browser.ts'
import { openIpcApp } from './open-ipc-app.ts'
import { yearStory } from './year-story.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const TRANSPORTS = {
  'over HTTP (browser mode)': async () => (await openApp(browser)).page,
  'over window.host (as in Electron)': async () => (await openIpcApp(browser)).page,
}

// Catches: a dead end between any two steps; a step that one of the two hosts cannot do; a restart in the middle that loses
// what was done; a figure on the page that the command would not give.
test.each(Object.entries(TRANSPORTS))(
  'a year from nothing to the next one, %s',
  async (_name, open) => {
    await yearStory(await open())
  },
  240_000,
)
