import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { answerCall } from '#electron/host/answer-call.ts'
import { createHandlers } from '#electron/host/create-handlers.ts'
import { startHost } from './start-host.ts'

export type IpcApp = { readonly page: Page; readonly context: BrowserContext; readonly folder: string }

/** The app over `window.host`, as Electron's preload gives it, with the same handlers behind it; no token, no HTTP calls. */
export async function openIpcApp(browser: Browser): Promise<IpcApp> {
  // It only serves the pages, in the place of `app://pingyi`.
  const files = await startHost()
  onTestFinished(files.stop)
  const folder = await mkdtemp(join(tmpdir(), 'pingyi-ipc-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    acceptDownloads: true,
  })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const host = createHandlers({
    version: '9.9.9',
    dataFolder: folder,
    printFolder: () => folder,
    archiveFolder: () => join(folder, '归档'),
    reveal: async () => true,
    openFile: null,
    emit: (name, payload) => {
      // A page that is just loading again hears nothing, as in Electron.
      page
        .evaluate(event => window.dispatchEvent(new CustomEvent('told', { detail: event })), { name, payload })
        .catch(() => undefined)
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
  await page.locator('[data-page]').first().waitFor()
  return { page, context, folder }
}
