import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { fakeElectron } from '#tests/fixtures/fake-electron.ts'
import { startMain } from '#tests/fixtures/start-main.ts'

test('the shell is locked before its first page opens', async () => {
  const { order, windows } = await startMain()
  const before = (first: string, second: string) => {
    expect(order, first).toContain(first)
    expect(order.indexOf(first), `${first} before ${second}`).toBeLessThan(order.indexOf(second))
  }
  // Sandbox and scheme count only before `ready`; the rest only before a page runs.
  before('enableSandbox', 'ready')
  before('registerSchemesAsPrivileged', 'ready')
  before('appendSwitch', 'ready')
  // The lock lies in the profile.
  before('setPath', 'requestSingleInstanceLock')
  for (const lock of [
    'setPermissionRequestHandler',
    'setPermissionCheckHandler',
    'setDevicePermissionHandler',
    'setDisplayMediaRequestHandler',
    'onBeforeRequest',
    'protocol.handle',
    'ipcMain.handle',
  ])
    before(lock, 'BrowserWindow')
  expect(windows()[0]?.webContents.setWindowOpenHandler).toHaveBeenCalled()
  expect(windows()[0]?.webContents.listenerCount('will-navigate')).toBe(1)
  expect(windows()).toHaveLength(1)
  expect(windows()[0]?.loadURL).toHaveBeenCalledExactlyOnceWith('app://pingyi/')
})

test('the window shows itself when its page is ready, not white before', async () => {
  const { windows, order } = await startMain()
  expect(order).not.toContain('show')
  windows()[0]?.emit('ready-to-show')
  expect(order).toContain('show')
})

// Catches: a program that runs and shows nothing: on Wayland a hidden window is never drawn, so Electron never says it is ready.
test('on Linux a loaded page is shown although nobody says that it is ready, and once', async () => {
  vi.spyOn(process, 'platform', 'get').mockReturnValue('linux')
  onTestFinished(() => {
    vi.restoreAllMocks()
  })
  const { windows, order } = await startMain()
  windows()[0]?.webContents.emit('did-finish-load')
  windows()[0]?.emit('ready-to-show')
  windows()[0]?.webContents.emit('did-finish-load')
  expect(order.filter(each => each === 'show')).toHaveLength(1)
})

// Catches: two buttons in the taskbar, the pinned one and the running one; a call that other systems do not know.
test.each([
  ['win32', 1],
  ['linux', 0],
] as const)('%s is told the program’s name %i times', async (platform, times) => {
  vi.spyOn(process, 'platform', 'get').mockReturnValue(platform)
  onTestFinished(() => {
    vi.restoreAllMocks()
  })
  const { electron } = await startMain()
  expect(electron.app.setAppUserModelId).toHaveBeenCalledTimes(times)
  if (times > 0) expect(electron.app.setAppUserModelId).toHaveBeenCalledWith('cn.pingyi.app')
})

test('a second start shows the first one’s window and opens no other', async () => {
  const { electron, windows, order } = await startMain()
  electron.app.emit('second-instance', {}, [])
  expect(order).toContain('focus')
  expect(windows()).toHaveLength(1)
})

test('where another start holds the lock, this one leaves without a window', async () => {
  const { windows, order } = await startMain({ lock: false })
  expect(order).toContain('quit')
  expect(windows()).toHaveLength(0)
  expect(order).not.toContain('ipcMain.handle')
})

test('the fake refuses what it does not know, by name', () => {
  const { electron } = fakeElectron()
  expect(() => Reflect.get(electron.app, 'disableHardwareAcceleration')).toThrow(
    'electron.app.disableHardwareAcceleration',
  )
})

// Catches: the years gone because the program was given another name; a second copy of them in a roaming profile.
test('the profile lies in the data folder, whatever the program is called', async () => {
  const { electron, data } = await startMain()
  expect(electron.app.setPath).toHaveBeenCalledExactlyOnceWith('userData', join(data, 'profile'))
})

// Catches: a station that stands still because the shell waits for a button; a vote ended by a stray click.
test('an error is told once and does not stop the program', async () => {
  const { electron, order } = await startMain()
  process.emit('uncaughtException', new Error('first'))
  process.emit('uncaughtException', new Error('second'))
  expect(electron.dialog.showMessageBox).toHaveBeenCalledTimes(1)
  expect(order).not.toContain('showErrorBox')
  expect(order).not.toContain('exit')
  await vi.waitFor(() => {
    process.emit('uncaughtException', new Error('later'))
    expect(electron.dialog.showMessageBox).toHaveBeenCalledTimes(2)
  })
})

// Catches: a program without a window that goes on, unseen, after it could not start.
test('where it cannot start, it says so and ends', async () => {
  const { electron, order } = await startMain()
  const { order: failedOrder, electron: failing } = fakeElectron()
  expect(order).not.toContain('exit')
  failing.protocol.handle.mockImplementation(() => {
    throw new Error('no protocol')
  })
  vi.resetModules()
  vi.doMock('electron', () => failing)
  await import('#electron/main/main.ts')
  // Electron hands what a listener throws to the process.
  expect(() => failing.app.emit('ready')).toThrow()
  process.listeners('uncaughtException').at(-1)?.(new Error('no protocol'), 'uncaughtException')
  expect(failedOrder).toContain('showErrorBox')
  expect(failedOrder.at(-1)).toBe('exit')
  expect(electron.app.exit).not.toHaveBeenCalled()
})

// Catches: a part of Electron that the shell imports and no test has ever run against.
test('every part of Electron that the shell imports is in the fake', () => {
  const folder = new URL('../../../electron/main/', import.meta.url)
  const imported = readdirSync(folder)
    .filter(name => name.endsWith('.ts'))
    .flatMap(name => [...readFileSync(new URL(name, folder), 'utf8').matchAll(/^import \{([^}]*)\} from 'electron'/gm)])
    .flatMap(match => (match[1] ?? '').split(','))
    .map(name => name.trim())
    .filter(name => name !== '')
  expect(imported.length).toBeGreaterThan(5)
  const { electron } = fakeElectron()
  expect(imported.filter(name => !(name in electron))).toEqual([])
})
