import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, expect, test, vi } from 'vitest'
import { type FakeElectron, fakeElectron } from '#tests/fixtures/fake-electron.ts'

/**
 * Runs electron/main against the fake, from the start. Electron is ready only when the main module has been evaluated: a
 * top-level await of it, which once stood there, would hang here as it would on a user's desk.
 */
async function startMain(options?: { lock: boolean }): Promise<FakeElectron> {
  const fake = fakeElectron(options)
  vi.resetModules()
  vi.doMock('electron', () => fake.electron)
  await import('#electron/main/main.ts')
  fake.becomeReady()
  return fake
}

afterEach(() => {
  vi.doUnmock('electron')
})

test('the shell is locked before its first page opens', async () => {
  const { order, windows, electron } = await startMain()
  const before = (first: string, second: string) => {
    expect(order, first).toContain(first)
    expect(order.indexOf(first), `${first} before ${second}`).toBeLessThan(order.indexOf(second))
  }
  // Sandbox and scheme count only before `ready`; the rest only before a page runs.
  before('enableSandbox', 'ready')
  before('registerSchemesAsPrivileged', 'ready')
  for (const lock of [
    'setPermissionRequestHandler',
    'setPermissionCheckHandler',
    'setDevicePermissionHandler',
    'onBeforeRequest',
    'protocol.handle',
    'ipcMain.handle',
  ])
    before(lock, 'BrowserWindow')
  expect(electron.app.listenerCount('web-contents-created')).toBe(1)
  expect(windows()).toHaveLength(1)
  expect(windows()[0]?.loadURL).toHaveBeenCalledExactlyOnceWith('app://pingyi/')
})

test('the window shows itself when its page is ready, not white before', async () => {
  const { windows, order } = await startMain()
  expect(order).not.toContain('show')
  windows()[0]?.emit('ready-to-show')
  expect(order).toContain('show')
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
