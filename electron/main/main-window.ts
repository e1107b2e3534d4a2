import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle, Screen } from 'electron'
import { APP_ORIGIN } from './app-protocol.ts'
import type { Asks } from './ask.ts'
import { fittedSize } from './window-options.ts'
import { keepWindowState, readWindowState, usableBounds } from './window-state.ts'

type Deps = {
  readonly open: (options: BrowserWindowConstructorOptions) => BrowserWindow
  readonly options: () => BrowserWindowConstructorOptions
  readonly platform: NodeJS.Platform
  readonly screen: Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay'>
  readonly stateFile: string
  readonly asks: Asks
  /** Whether something runs that closing would stop. */
  readonly busy: () => boolean
  readonly closed: () => void
  readonly quit: () => void
  /** Notes a page that went, by its reason. */
  readonly note: (reason: string) => void
}

export type MainWindow = {
  /** Opens the window, or brings it to the front. */
  readonly show: () => void
  /** Where the window stands; null where there is none. */
  readonly bounds: () => Rectangle | null
  /** Whether the program may end now; where it may not yet, the operator is asked and it is ended by their answer. */
  readonly mayLeave: () => boolean
}

/** Chromium's ERR_ABORTED: a reload or the end came before the page. */
const CUT_SHORT = -3

/** The operator's window: one, where it was before, asking before it goes while something runs. */
export function createMainWindow(deps: Deps): MainWindow {
  let window: BrowserWindow | null = null
  let leaving = false
  let asking = false
  const here = () => (window && !window.isDestroyed() ? window : null)
  const load = (opened: BrowserWindow) => {
    // A load cut short by a reload or the end is no error; a page that cannot be shown is told of below.
    opened.loadURL(`${APP_ORIGIN}/`).catch(() => undefined)
  }
  const ask = async (opened: BrowserWindow) => {
    if (asking) return
    asking = true
    const sure = await deps.asks.leaving(opened)
    asking = false
    if (!sure) return
    leaving = true
    deps.quit()
  }
  const mayLeave = () => {
    const opened = here()
    if (leaving || !opened || !deps.busy()) return true
    ask(opened)
    return false
  }
  const guard = (opened: BrowserWindow) => {
    let restarting = false
    opened.on('close', event => {
      if (!mayLeave()) event.preventDefault()
    })
    // Windows is being shut down: it shows the program by name, as one that is not finished.
    opened.on('query-session-end', event => {
      if (deps.busy()) event.preventDefault()
    })
    opened.on('unresponsive', async () => {
      if ((await deps.asks.hanging(opened)) === 'wait' || opened.isDestroyed()) return
      restarting = true
      opened.webContents.forcefullyCrashRenderer()
      load(opened)
    })
    const gone = async (reason: string) => {
      deps.note(reason)
      const answer = await deps.asks.crashed()
      if (opened.isDestroyed()) return
      if (answer === 'reopen') load(opened)
      else deps.quit()
    }
    opened.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit' || restarting) restarting = false
      else void gone(reason)
    })
    // A first page that cannot be loaded would leave a program that runs and shows nothing.
    opened.webContents.on('did-fail-load', (_event, code, _words, _url, isMainFrame) => {
      if (isMainFrame && code !== CUT_SHORT) void gone(`load ${code}`)
    })
  }
  const show = () => {
    const before = here()
    if (before) {
      if (before.isMinimized()) before.restore()
      before.focus()
      return
    }
    const state = readWindowState(deps.stateFile)
    const opened = deps.open({
      ...deps.options(),
      ...fittedSize(deps.screen.getPrimaryDisplay().workArea),
      ...usableBounds(state, deps.screen.getAllDisplays()),
    })
    window = opened
    revealWhenReady(opened, deps.platform, state?.maximised ?? false)
    guard(opened)
    keepWindowState(opened, deps.stateFile)
    opened.on('closed', () => {
      window = null
      deps.closed()
    })
    load(opened)
  }
  return { show, mayLeave, bounds: () => here()?.getBounds() ?? null }
}

/**
 * Shows a window, once, when its page has been drawn. On Wayland a hidden window is never drawn, and Electron waits for ever to
 * say so (electron/electron#48859): on Linux a loaded page is enough.
 */
function revealWhenReady(opened: BrowserWindow, platform: NodeJS.Platform, maximised: boolean): void {
  let shown = false
  const reveal = () => {
    if (shown || opened.isDestroyed()) return
    shown = true
    if (maximised) opened.maximize()
    opened.show()
  }
  opened.once('ready-to-show', reveal)
  if (platform === 'linux') opened.webContents.once('did-finish-load', reveal)
}
