import { EventEmitter } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createKeepAwake } from '#electron/main/keep-awake.ts'
import { fittedSize } from '#electron/main/window-options.ts'
import { keepWindowState, readWindowState, usableBounds } from '#electron/main/window-state.ts'
import { startMain } from '#tests/fixtures/start-main.ts'
import { temporaryFolder as folder } from './temporary-folder.ts'

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

// Catches: a crash that leaves a white window; a first page that fails and no window at all; a page that hangs and cannot be got rid of.
test('a window that crashed or hangs is opened anew, and it is noted why', async () => {
  const crashed = await startMain({ answer: 0 })
  crashed.windows()[0]?.webContents.emit('render-process-gone', {}, { reason: 'oom' })
  await vi.waitFor(() => expect(crashed.windows()[0]?.loadURL).toHaveBeenCalledTimes(2))
  expect(await readFile(join(crashed.data, 'logs', 'crash.log'), 'utf8')).toContain('page gone: oom')

  const unloaded = await startMain({ answer: 0 })
  const [first] = unloaded.windows()
  first?.webContents.emit('did-fail-load', {}, -3, 'ERR_ABORTED', 'app://pingyi/', true)
  first?.webContents.emit('did-fail-load', {}, -2, 'ERR_FAILED', 'blob:app://pingyi/x', false)
  expect(unloaded.electron.dialog.showMessageBox).not.toHaveBeenCalled()
  first?.webContents.emit('did-fail-load', {}, -6, 'ERR_FILE_NOT_FOUND', 'app://pingyi/', true)
  await vi.waitFor(() => expect(first?.loadURL).toHaveBeenCalledTimes(2))
  expect(await readFile(join(unloaded.data, 'logs', 'crash.log'), 'utf8')).toContain('page gone: load -6')

  const hanging = await startMain({ answer: 1 })
  const [window] = hanging.windows()
  window?.emit('unresponsive')
  await vi.waitFor(() => expect(window?.loadURL).toHaveBeenCalledTimes(2))
  // The crash was ours: it is not told a second time.
  window?.webContents.emit('render-process-gone', {}, { reason: 'killed' })
  expect(hanging.electron.dialog.showMessageBox).toHaveBeenCalledTimes(1)
})
