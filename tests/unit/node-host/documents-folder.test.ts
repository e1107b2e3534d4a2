import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { documentsFolder, folderInRegistry, folderInUserDirs } from '#electron/node-host/documents-folder.ts'

// Catches: sheets and archives put where nobody looks, on an office computer whose documents lie on another disk.
test.each([
  ['    Personal    REG_EXPAND_SZ    %USERPROFILE%\\Documents\r\n', 'C:\\Users\\王敏\\Documents'],
  ['\r\nHKEY_CURRENT_USER\\Software\r\n    Personal    REG_SZ    D:\\我的 文档\r\n\r\n', 'D:\\我的 文档'],
  ['    Personal    REG_EXPAND_SZ    %Gone%\\x', '%Gone%\\x'],
  ['ERROR: The system was unable to find the specified registry key', null],
])('Windows says where the documents are: %j', (answer, folder) => {
  expect(folderInRegistry(answer, { UserProfile: 'C:\\Users\\王敏' })).toBe(folder)
})

test.each([
  ['XDG_DESKTOP_DIR="$HOME/桌面"\nXDG_DOCUMENTS_DIR="$HOME/文档"\n', '/home/office/文档'],
  ['XDG_DOCUMENTS_DIR="/data/documents"', '/data/documents'],
  ['XDG_DOCUMENTS_DIR="$HOMEWORK/x"', '$HOMEWORK/x'],
  ['# XDG_DOCUMENTS_DIR="$HOME/Old"', null],
  ['', null],
])('a Linux desktop says where the documents are: %j', (text, folder) => {
  expect(folderInUserDirs(text, '/home/office')).toBe(folder)
})

// Catches: a folder that the system names and that was taken away since; a home without any.
test.runIf(process.platform === 'linux')('what is named and is not there is not taken', async () => {
  const home = await mkdtemp(join(tmpdir(), 'pingyi-home-'))
  vi.stubEnv('HOME', home)
  vi.stubEnv('XDG_CONFIG_HOME', '')
  onTestFinished(async () => {
    vi.unstubAllEnvs()
    await rm(home, { recursive: true })
  })
  expect(await documentsFolder()).toBe(home)
  await mkdir(join(home, '文档'))
  expect(await documentsFolder()).toBe(join(home, '文档'))
  await mkdir(join(home, '.config'))
  await writeFile(join(home, '.config', 'user-dirs.dirs'), 'XDG_DOCUMENTS_DIR="$HOME/归档"')
  expect(await documentsFolder()).toBe(join(home, '文档'))
  await mkdir(join(home, '归档'))
  expect(await documentsFolder()).toBe(join(home, '归档'))
})
