import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { writeWholeFile } from '#electron/host/write-whole-file.ts'
import { spawnDetached } from './open-in-system.ts'

// The address holds the start's token, and every user of a machine can read every process's arguments. So the browser
// is given a file that only this user can read, and the file leads on to the address.

const fileIn = (data: string) => join(data, 'open.html')

/** Opens browser mode's address as an app window of `browser`; resolves to whether the browser could be started. */
export async function openAppWindow(browser: string, url: string, data: string): Promise<boolean> {
  const file = fileIn(data)
  const page = `<!doctype html><meta charset="utf-8"><title>评议</title><script>location.replace(${JSON.stringify(url)})</script>`
  await writeWholeFile(file, Buffer.from(page), 0o600)
  return spawnDetached(browser, [`--app=${pathToFileURL(file).href}`, '--no-first-run', '--no-default-browser-check'])
}

export async function forgetAppWindow(data: string): Promise<void> {
  await rm(fileIn(data), { force: true })
}
