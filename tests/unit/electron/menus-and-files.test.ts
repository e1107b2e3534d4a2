import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test, vi } from 'vitest'
import { contextTemplate } from '#electron/main/context-menu.ts'
import { copyData } from '#electron/main/copy-data.ts'
import { crashLines, noteCrash, noteGone } from '#electron/main/crash-log.ts'
import { menuTemplate } from '#electron/main/menu.ts'
import { createOpenedFiles, fileArgument } from '#electron/main/opened-files.ts'
import { temporaryFolder as folder } from './temporary-folder.ts'

// Catches: "save my data" that saves a copy of the urn, overwrites an older copy, or leaves half of one.
test('a copy of the data holds the years and what is attached, never the boxes', async () => {
  const data = await folder()
  const target = await folder()
  for (const name of ['years', 'boxes', 'attachments']) {
    await mkdir(join(data, name))
    await writeFile(join(data, name, 'a'), name)
  }
  const at = new Date('2026-12-10T08:00:00Z')
  const copy = await copyData(data, target, at)
  expect((await readdir(copy)).toSorted()).toEqual(['attachments', 'years'])
  expect(await readFile(join(copy, 'years', 'a'), 'utf8')).toBe('years')
  await rm(join(data, 'attachments'), { recursive: true })
  const later = await copyData(data, target, new Date(at.getTime() + 1000))
  expect(await readdir(later)).toEqual(['years'])
  expect(await readdir(target)).toHaveLength(2)
})

// Catches: the right mouse button, by which most people copy and paste, doing nothing.
test('the right mouse button offers what can be done there', () => {
  const roles = (isEditable: boolean, selectionText: string) =>
    contextTemplate({ isEditable, selectionText }).map(item => item.role)
  expect(roles(false, '')).toEqual([])
  expect(roles(false, '王某')).toEqual(['copy'])
  expect(roles(true, '')).toEqual(['paste', 'selectAll'])
  expect(roles(true, '王某')).toEqual(['cut', 'copy', 'paste', 'selectAll'])
})

// Catches: developer tools or a reload in the menu of a program in a conference room; English in it.
test.each(['win32', 'linux', 'darwin'] as const)('the menu holds what users need, in Chinese (%s)', platform => {
  const chosen: number[] = []
  const template = menuTemplate(platform, {
    years: [2026, 2025],
    openYear: year => chosen.push(year),
    hideProjector: () => {},
    showData: () => {},
  })
  const items = template.flatMap(menu => (Array.isArray(menu.submenu) ? [menu, ...menu.submenu] : [menu]))
  const roles = items.map(item => item.role)
  for (const unwanted of ['reload', 'forceReload', 'toggleDevTools']) expect(roles).not.toContain(unwanted)
  // Menus whose items Electron makes itself, in English.
  for (const english of ['appMenu', 'windowMenu', 'fileMenu', 'editMenu', 'viewMenu'])
    expect(roles).not.toContain(english)
  // `Plus` is Shift and `=`; nobody presses Shift to enlarge.
  expect(items.filter(item => item.role === 'zoomIn').map(item => item.accelerator)).toContain('CmdOrCtrl+=')
  for (const { label, type } of items) if (type !== 'separator') expect(label).toMatch(/\p{Script=Han}/u)
  const year = items.find(item => item.label === '2025 年度')
  expect(year?.accelerator).toBe('CmdOrCtrl+2')
  year?.click?.({} as never, undefined, {} as never)
  expect(chosen).toEqual([2025])
})

// Catches: a double-clicked backup that opens nothing, or a program argument taken for one.
test('a file that the system opens the app with waits for the page, once', async () => {
  const path = join(await folder(), '评议备份-2026.pingyi')
  await writeFile(path, 'PK')
  const open = (...args: string[]) => fileArgument(['electron', ...args], '/home/office')
  expect(open('.', '--lang=zh', path)).toBe(path)
  expect(open(pathToFileURL(path).href), 'a Linux desktop hands over a URL').toBe(path)
  expect(open('备份.pingyi'), 'as seen from where it was started').toBe('/home/office/备份.pingyi')
  expect(open('--log=/tmp/x.pingyi')).toBeNull()
  expect(open('file://%zz/x.pingyi')).toBeNull()
  expect(fileArgument(['/opt/评议.pingyi', '--x'], '/')).toBeNull()
  const told = vi.fn()
  const files = createOpenedFiles(told)
  files.offer(null)
  expect(told).not.toHaveBeenCalled()
  files.offer(path)
  expect(told).toHaveBeenCalledTimes(1)
  expect(await files.take()).toEqual({ name: '评议备份-2026.pingyi', bytes: new Uint8Array([0x50, 0x4b]) })
  expect(await files.take()).toBeNull()
  files.offer(join(path, '..'))
  expect(await files.take(), 'a folder').toBeNull()
  files.offer(`${path}.gone.pingyi`)
  expect(await files.take()).toBeNull()
})

// Catches: a name, a score or a passphrase in a log; the user's folders, which hold the user's name.
test('the crash log says where, never what', async () => {
  const file = join(await folder(), 'logs', 'crash.log')
  const error = Object.assign(new TypeError('王晓明 的口令 abc123 读不出来'), { code: 'EACCES' })
  noteCrash(file, new Date('2026-12-10T08:00:00Z'), error)
  const log = await readFile(file, 'utf8')
  expect(log).toContain('2026-12-10T08:00:00.000Z')
  expect(log).toContain('TypeError EACCES')
  expect(log).toMatch(/menus-and-files\.test\.ts:\d+:\d+/)
  for (const secret of ['王晓明', 'abc123', '口令', import.meta.dirname, tmpdir()]) expect(log).not.toContain(secret)
  expect(crashLines('一段文字')).toEqual(['string'])
  noteGone(file, new Date('2026-12-10T08:00:00Z'), 'GPU', 'crashed')
  expect(await readFile(file, 'utf8')).toContain('GPU gone: crashed')
})
