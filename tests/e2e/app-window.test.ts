import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { openAppWindow } from '#electron/node-host/app-window.ts'
import { openBrowser } from './open-browser.ts'
import { startHost } from './start-host.ts'

// Catches: the file that leads a browser to the address, refused by the browser or by our own request check, so that
// `npm start` opens a window with nothing in it.
test('the file that a browser is given leads it into the app', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pingyi-window-'))
  const host = await startHost()
  const browser = await openBrowser()
  try {
    const nothing = join(folder, 'browser')
    await writeFile(nothing, '#!/bin/sh\n')
    await chmod(nothing, 0o755)
    expect(await openAppWindow(nothing, host.url, folder)).toBe(true)
    const page = await browser.newPage()
    await page.goto(pathToFileURL(join(folder, 'open.html')).href)
    await page.getByRole('button', { name: /示例/ }).first().waitFor()
    expect(new URL(page.url()).origin).toBe(new URL(host.url).origin)
    expect(page.url(), 'the token does not stay in the address').not.toContain('token')
  } finally {
    await browser.close()
    await host.stop()
    await rm(folder, { recursive: true })
  }
})
