import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { answerCall } from '#electron/host/answer-call.ts'
import { createHandlers } from '#electron/host/create-handlers.ts'
import { goTo, loadSample, shown } from './app.ts'
import { openBrowser } from './open-browser.ts'
import { startHost } from './start-host.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

// Catches: a page that works over HTTP only. `window.host` here is what Electron's preload makes of it, over the real
// handlers; the server gives the files and, without a token, answers no call.
test('the same app works over window.host, without a token', async () => {
  const files = await startHost()
  onTestFinished(files.stop)
  const folder = await mkdtemp(join(tmpdir(), 'pingyi-ipc-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const host = createHandlers({
    version: '9.9.9',
    dataFolder: folder,
    printFolder: () => folder,
    reveal: async () => true,
    openFile: null,
    emit: (name, payload) => {
      page.evaluate(event => window.dispatchEvent(new CustomEvent('told', { detail: event })), { name, payload })
    },
  })
  onTestFinished(host.stop)
  await page.exposeFunction('askHost', (name: unknown, input: unknown) => answerCall(host.handlers, name, input))
  await page.addInitScript(() => {
    const { askHost } = window as unknown as { askHost: (name: string, input: unknown) => Promise<unknown> }
    const bridge = {
      request: askHost,
      on: (name: string, listener: (payload: unknown) => void) => {
        const relay = (event: Event) => {
          const { detail } = event as CustomEvent<{ name: string; payload: unknown }>
          if (detail.name === name) listener(detail.payload)
        }
        window.addEventListener('told', relay)
        return () => window.removeEventListener('told', relay)
      },
    }
    Object.defineProperty(window, 'host', { value: bridge })
  })
  await page.goto(`${new URL(files.url).origin}/`)
  await shown(page, 'first-run')
  await page.getByText('版本 9.9.9').waitFor()
  await loadSample(page)
  await goTo(page, '表格', 'sheets')
  await page.getByText('部分人员', { exact: true }).click()
  await page.getByRole('button', { name: '生成 PDF（2 份）' }).click()
  await page.locator('[data-panel="finished"]').waitFor()
  // A desktop that can show folders offers to.
  await page.getByRole('button', { name: '打开文件夹' }).click()
  expect((await readdir(folder, { recursive: true })).filter(file => file.endsWith('.pdf'))).toHaveLength(2)
})
