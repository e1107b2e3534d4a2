import { EventEmitter } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { crashLines, noteCrash } from '#electron/main/crash-log.ts'
import { createKeepAwake } from '#electron/main/keep-awake.ts'
import { menuTemplate } from '#electron/main/menu.ts'
import { createOpenedFiles, fileArgument } from '#electron/main/opened-files.ts'
import { keepWindowState, readWindowState, usableBounds } from '#electron/main/window-state.ts'
import { fakeElectron } from '#tests/fixtures/fake-electron.ts'

afterEach(() => {
  vi.doUnmock('electron')
})

async function startMain(options?: { answer: number }) {
  const fake = fakeElectron(options)
  vi.resetModules()
  vi.doMock('electron', () => fake.electron)
  await import('#electron/main/main.ts')
  fake.becomeReady()
  return fake
}

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
  await vi.waitFor(() => expect(readWindowState(file)).toEqual(kept))
  await writeFile(file, '{"bounds":{"x":"left"}}')
  expect(readWindowState(file)).toBeNull()
})

// Catches: the operator's own view on the big screen; a projector window left on a display that went.
test('the projector follows the second display', async () => {
  const { electron, windows } = await startMain()
  const { createProjector } = await import('#electron/main/projector.ts')
  const projector = createProjector({
    screen: electron.screen as never,
    open: options => new electron.BrowserWindow(options) as never,
    options: () => ({}),
  })
  projector.show(2026)
  const window = windows().at(-1)
  expect(window?.loadURL).toHaveBeenCalledWith('app://pingyi/#/2026/projector')
  expect(window?.setFullScreen).toHaveBeenLastCalledWith(false)
  const bounds = { x: 1366, y: 0, width: 1024, height: 768 }
  electron.screen.displays.push({ id: 2, bounds, workArea: bounds })
  electron.screen.emit('display-added')
  expect(window?.setBounds).toHaveBeenLastCalledWith(bounds)
  expect(window?.setFullScreen).toHaveBeenLastCalledWith(true)
  electron.screen.displays.pop()
  electron.screen.emit('display-removed')
  expect(window?.setFullScreen).toHaveBeenLastCalledWith(false)
  projector.hide()
  expect(window?.isDestroyed()).toBe(true)
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

// Catches: a window closed over an open round without a question, or one that cannot be closed at all.
test.each([
  { answer: 0, closed: false },
  { answer: 1, closed: true },
])('closing while something runs asks first (answer $answer)', async ({ answer, closed }) => {
  const createHandlers = await import('#electron/host/create-handlers.ts')
  const { handlers } = createHandlers.createHandlers({
    version: '0',
    dataFolder: await folder(),
    printFolder: () => '',
    archiveFolder: () => '',
    reveal: null,
    openFile: null,
    emit: () => {},
  })
  vi.doMock('#electron/host/create-handlers.ts', () => ({
    createHandlers: () => ({ handlers, busy: () => true, stop: async () => {} }),
  }))
  onTestFinished(() => {
    vi.doUnmock('#electron/host/create-handlers.ts')
  })
  const { electron, windows } = await startMain({ answer })
  const [window] = windows()
  window?.close()
  expect(electron.dialog.showMessageBoxSync).toHaveBeenCalledTimes(1)
  expect(window?.isDestroyed()).toBe(closed)
})

// Catches: developer tools or a reload in the menu of a program in a conference room; English in it.
test('the menu holds what users need, in Chinese', () => {
  const chosen: number[] = []
  const template = menuTemplate('win32', {
    years: [2026, 2025],
    openYear: year => chosen.push(year),
    hideProjector: () => {},
    showData: () => {},
  })
  const items = template.flatMap(menu => (Array.isArray(menu.submenu) ? [menu, ...menu.submenu] : [menu]))
  const roles = items.map(item => item.role)
  for (const unwanted of ['reload', 'forceReload', 'toggleDevTools']) expect(roles).not.toContain(unwanted)
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
  expect(fileArgument(['electron', '.', '--lang=zh', path])).toBe(path)
  expect(fileArgument(['/opt/评议.pingyi', '--x'])).toBeNull()
  const told = vi.fn()
  const files = createOpenedFiles(told)
  files.offer(null)
  expect(told).not.toHaveBeenCalled()
  files.offer(path)
  expect(told).toHaveBeenCalledTimes(1)
  expect(await files.take()).toEqual({ name: '评议备份-2026.pingyi', bytes: new Uint8Array([0x50, 0x4b]) })
  expect(await files.take()).toBeNull()
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
})
