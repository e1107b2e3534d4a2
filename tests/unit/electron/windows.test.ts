import { EventEmitter } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Rectangle } from 'electron'
import { expect, onTestFinished, test, vi } from 'vitest'
import { contextTemplate } from '#electron/main/context-menu.ts'
import { copyData } from '#electron/main/copy-data.ts'
import { crashLines, noteCrash, noteGone } from '#electron/main/crash-log.ts'
import { createKeepAwake } from '#electron/main/keep-awake.ts'
import { menuTemplate } from '#electron/main/menu.ts'
import { createOpenedFiles, fileArgument } from '#electron/main/opened-files.ts'
import { fittedSize } from '#electron/main/window-options.ts'
import { keepWindowState, readWindowState, usableBounds } from '#electron/main/window-state.ts'
import { startMain } from '#tests/fixtures/start-main.ts'

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'pingyi-shell-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return path
}

const FIRST = { workArea: { x: 0, y: 0, width: 1366, height: 728 } }
const SECOND = { workArea: { x: 1366, y: 0, width: 1024, height: 768 } }
const at = (x: number, y: number) => ({ bounds: { x, y, width: 1000, height: 600 }, maximised: false })

// Catches: a window that opens where no display is any more (the projector was unplugged) and cannot be reached.
test.each([
  ['on the first display', at(100, 50), [FIRST], true],
  ['on the second', at(1500, 50), [FIRST, SECOND], true],
  ['on a second that is gone', at(1500, 50), [FIRST], false],
  ['with its title bar above the screen', at(100, -40), [FIRST], false],
  ['hardly in sight', at(1300, 50), [FIRST], false],
])('a window is opened again only where it can be seen: %s', (_what, state, displays, usable) => {
  expect(usableBounds(state, displays)).toEqual(usable ? state.bounds : null)
})

// Catches: a place that is not kept, or a damaged file that stops the start.
test('where the window stood is kept', async () => {
  const file = join(await folder(), 'window.json')
  expect(readWindowState(file)).toBeNull()
  const window = Object.assign(new EventEmitter(), {
    getNormalBounds: () => ({ x: 5, y: 6, width: 1100, height: 650 }),
    isMaximized: () => true,
  })
  // The fake has the three that keepWindowState uses.
  keepWindowState(window as unknown as Parameters<typeof keepWindowState>[0], file)
  window.emit('close')
  const kept = { bounds: { x: 5, y: 6, width: 1100, height: 650 }, maximised: true }
  // There at once: the program ends with its last window.
  expect(readWindowState(file)).toEqual(kept)
  await writeFile(file, '{"bounds":{"x":"left"}}')
  expect(readWindowState(file)).toBeNull()
})

// Catches: a first window whose lower edge, with the buttons on it, lies below an old laptop's screen.
test.each([
  [
    { width: 1920, height: 1040 },
    { width: 1366, height: 768, minWidth: 1024, minHeight: 640 },
  ],
  // 1366×768 at 125 %.
  [
    { width: 1092, height: 574 },
    { width: 1092, height: 574, minWidth: 1024, minHeight: 574 },
  ],
])('the first window fits into %o', (area, size) => {
  expect(fittedSize(area)).toEqual(size)
})

async function openProjector(operator: () => Rectangle | null = () => null) {
  const fake = await startMain()
  const { createProjector } = await import('#electron/main/projector.ts')
  const projector = createProjector({
    screen: fake.electron.screen as never,
    open: options => new fake.electron.BrowserWindow(options) as never,
    options: () => ({}),
    operator,
  })
  projector.show(2026)
  return { ...fake, projector, window: fake.windows().at(-1) }
}

const BEAMER = { x: 1366, y: 0, width: 1024, height: 768 }

// Catches: the operator's own view on the big screen; a projector window left on a display that went; one that takes the
// keyboard from the operator.
test('the projector follows the second display', async () => {
  const { electron, projector, window, order } = await openProjector()
  expect(window?.loadURL).toHaveBeenCalledWith('app://pingyi/#/2026/projector')
  expect(order).toContain('showInactive')
  expect(window?.setFullScreen).toHaveBeenLastCalledWith(false)
  electron.screen.displays.push({ id: 2, bounds: BEAMER, workArea: BEAMER })
  electron.screen.emit('display-added')
  expect(window?.bounds).toEqual(BEAMER)
  expect(window?.full).toBe(true)
  // Another display comes before it: the window is full already, and moves all the same.
  const next = { ...BEAMER, x: 2390 }
  electron.screen.displays.splice(1, 1, { id: 3, bounds: next, workArea: next })
  electron.screen.emit('display-removed')
  expect(window?.bounds).toEqual(next)
  electron.screen.displays.pop()
  electron.screen.emit('display-removed')
  expect(window?.full).toBe(false)
  projector.hide()
  expect(window?.isDestroyed()).toBe(true)
})

// Catches: the big screen over the operator's own window where the system's first display is the projector.
test('the projector takes the display that the operator is not on', async () => {
  const { electron, projector, window } = await openProjector(() => BEAMER)
  electron.screen.displays.push({ id: 2, bounds: BEAMER, workArea: BEAMER })
  electron.screen.emit('display-added')
  expect(window?.bounds).toEqual({ x: 0, y: 0, width: 1366, height: 768 })
  expect(window?.full).toBe(true)
  projector.hide()
})

// Catches: a big screen that flickers before the whole room whenever the taskbar moves or the button is pressed again.
test('a projector that stands where it should is left alone', async () => {
  const { electron, projector, window } = await openProjector()
  electron.screen.displays.push({ id: 2, bounds: BEAMER, workArea: BEAMER })
  electron.screen.emit('display-added')
  const times = window?.setFullScreen.mock.calls.length
  electron.screen.emit('display-metrics-changed')
  projector.show(2026)
  expect(window?.setFullScreen).toHaveBeenCalledTimes(times ?? 0)
  expect(window?.loadURL).toHaveBeenCalledTimes(1)
})

// Catches: a white page before the whole room; an "error" told because a page was closed while it loaded.
test('a projector page that crashed comes back, and a load cut short is no error', async () => {
  const { electron, window, projector } = await openProjector()
  window?.loadURL.mockReturnValue(Promise.reject(new Error('ERR_ABORTED')))
  window?.webContents.emit('render-process-gone', {}, { reason: 'oom' })
  expect(window?.loadURL).toHaveBeenLastCalledWith('app://pingyi/#/2026/projector')
  projector.hide()
  await new Promise(resolve => setImmediate(resolve))
  expect(electron.dialog.showMessageBox).not.toHaveBeenCalled()
})

// Catches: a laptop that falls asleep in the middle of a vote, or never sleeps again.
test('the computer stays awake exactly while something runs', () => {
  const blocker = { start: vi.fn(() => 7), stop: vi.fn(() => true) }
  const keepAwake = createKeepAwake(blocker)
  keepAwake(false)
  keepAwake(true)
  keepAwake(true)
  expect(blocker.start).toHaveBeenCalledExactlyOnceWith('prevent-display-sleep')
  keepAwake(false)
  keepAwake(false)
  expect(blocker.stop).toHaveBeenCalledExactlyOnceWith(7)
})

async function startBusy(answer: number) {
  const { createHandlers } = await import('#electron/host/create-handlers.ts')
  const { handlers } = createHandlers({
    version: '0',
    dataFolder: await folder(),
    printFolder: () => '',
    archiveFolder: () => '',
    reveal: null,
    openFile: null,
    emit: () => {},
  })
  const stop = vi.fn(async () => {})
  vi.doMock('#electron/host/create-handlers.ts', () => ({
    createHandlers: () => ({ handlers, busy: () => true, stop }),
  }))
  onTestFinished(() => {
    vi.doUnmock('#electron/host/create-handlers.ts')
  })
  return { ...(await startMain({ answer })), stop }
}

// Catches: a window closed over an open round without a question, one that cannot be closed at all, a station that is cut off
// instead of stopped.
test.each([
  { answer: 0, closed: false },
  { answer: 1, closed: true },
])('closing while something runs asks first (answer $answer)', async ({ answer, closed }) => {
  const { electron, windows, stop } = await startBusy(answer)
  const [window] = windows()
  window?.close()
  window?.close()
  expect(electron.dialog.showMessageBox).toHaveBeenCalledTimes(1)
  expect(window?.isDestroyed()).toBe(false)
  await vi.waitFor(() => expect(electron.app.exit).toHaveBeenCalledTimes(closed ? 1 : 0))
  expect(window?.isDestroyed()).toBe(closed)
  expect(stop).toHaveBeenCalledTimes(closed ? 1 : 0)
})

// Catches: a big screen that goes dark because somebody pressed Quit and then thought better of it.
test('quitting asks before any window goes', async () => {
  const { electron, windows } = await startBusy(0)
  electron.app.quit()
  expect(electron.dialog.showMessageBox).toHaveBeenCalledTimes(1)
  expect(windows()).toHaveLength(1)
  expect(windows()[0]?.close).not.toHaveBeenCalled()
})

// Catches: Windows shut down over an open round without a word.
test('the system is not shut down over an open round', async () => {
  const { windows } = await startBusy(0)
  const preventDefault = vi.fn()
  windows()[0]?.emit('query-session-end', { preventDefault })
  expect(preventDefault).toHaveBeenCalledTimes(1)
})

// Catches: a crash that leaves a white window; a page that hangs and cannot be got rid of.
test('a window that crashed or hangs is opened anew, and it is noted why', async () => {
  const crashed = await startMain({ answer: 0 })
  crashed.windows()[0]?.webContents.emit('render-process-gone', {}, { reason: 'oom' })
  await vi.waitFor(() => expect(crashed.windows()[0]?.loadURL).toHaveBeenCalledTimes(2))
  expect(await readFile(join(crashed.data, 'logs', 'crash.log'), 'utf8')).toContain('page gone: oom')

  const hanging = await startMain({ answer: 1 })
  const [window] = hanging.windows()
  window?.emit('unresponsive')
  await vi.waitFor(() => expect(window?.loadURL).toHaveBeenCalledTimes(2))
  // The crash was ours: it is not told a second time.
  window?.webContents.emit('render-process-gone', {}, { reason: 'killed' })
  expect(hanging.electron.dialog.showMessageBox).toHaveBeenCalledTimes(1)
})

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
  expect(log).toMatch(/windows\.test\.ts:\d+:\d+/)
  for (const secret of ['王晓明', 'abc123', '口令', import.meta.dirname, tmpdir()]) expect(log).not.toContain(secret)
  expect(crashLines('一段文字')).toEqual(['string'])
  noteGone(file, new Date('2026-12-10T08:00:00Z'), 'GPU', 'crashed')
  expect(await readFile(file, 'utf8')).toContain('GPU gone: crashed')
})
