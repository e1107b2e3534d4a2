import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openAppWindow } from '#electron/node-host/app-window.ts'
import { findBrowser } from '#electron/node-host/find-browser.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pingyi-window-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function program(path: string, mode = 0o755): Promise<string> {
  const file = join(folder, path)
  await mkdir(join(file, '..'), { recursive: true })
  await writeFile(
    file,
    `#!/bin/sh\nprintf '%s\\n' "$@" > '${join(folder, 'arguments')}.new'\nmv '${join(folder, 'arguments')}.new' '${join(folder, 'arguments')}'\n`,
  )
  await chmod(file, mode)
  return file
}

test('the best installed browser is found, and a file of that name that cannot run is not one', async () => {
  const path = `${join(folder, 'empty')}:${join(folder, 'bin')}`
  expect(findBrowser('linux', { PATH: path })).toBeNull()
  await program('bin/google-chrome', 0o644)
  await mkdir(join(folder, 'bin', 'chromium'))
  const domestic = await program('bin/uos-browser')
  expect(findBrowser('linux', { PATH: path })).toBe(domestic)
  const edge = await program('bin/microsoft-edge')
  expect(findBrowser('linux', { PATH: path })).toBe(edge)
  expect(findBrowser('linux', {})).toBeNull()
})

// Catches: an office's only browser (on Windows often a domestic one, or Edge alone) that is not seen.
test.each([
  ['win32', 'Microsoft\\Edge\\Application\\msedge.exe', 'ProgramFiles(x86)'],
  ['win32', '360ChromeX\\Chrome\\Application\\360ChromeX.exe', 'LOCALAPPDATA'],
  ['win32', '360se6\\Application\\360se.exe', 'APPDATA'],
  ['win32', 'Tencent\\QQBrowser\\QQBrowser.exe', 'ProgramFiles(x86)'],
  ['darwin', 'Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge', 'HOME'],
  ['linux', 'qaxbrowser-safe-stable', 'PATH'],
  ['linux', 'browser360-cn-stable', 'PATH'],
] as const)('on %s, %s is found', async (platform, path, place) => {
  const file = await program(path)
  expect(findBrowser(platform, { [place]: folder })).toBe(file)
  expect(findBrowser(platform, { [place]: join(folder, 'empty') })).toBeNull()
})

test('the token stands in a file for this user alone, never among the browser’s arguments', async () => {
  const browser = await program('bin/chromium')
  expect(await openAppWindow(browser, 'http://127.0.0.1:47160/#token=geheim', folder)).toBe(true)
  await expect.poll(() => readFile(join(folder, 'arguments'), 'utf8').catch(() => '')).toContain('--app=file:///')
  expect(await readFile(join(folder, 'arguments'), 'utf8')).not.toContain('geheim')
  const page = join(folder, 'open.html')
  expect(await readFile(page, 'utf8')).toContain('geheim')
  expect((await stat(page)).mode & 0o077).toBe(0)
})

test('a browser that cannot be started is told, not thrown', async () => {
  expect(await openAppWindow(join(folder, 'nothing-here'), 'http://127.0.0.1:1/', folder)).toBe(false)
})
