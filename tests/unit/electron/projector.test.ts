import type { Rectangle } from 'electron'
import { expect, test } from 'vitest'
import { startMain } from '#tests/fixtures/start-main.ts'

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
