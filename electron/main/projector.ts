import type { BrowserWindow, BrowserWindowConstructorOptions, Display, Rectangle, Screen } from 'electron'
import { APP_ORIGIN } from './app-protocol.ts'

type Window = Pick<
  BrowserWindow,
  | 'loadURL'
  | 'destroy'
  | 'isDestroyed'
  | 'isFullScreen'
  | 'on'
  | 'getBounds'
  | 'setBounds'
  | 'setFullScreen'
  | 'showInactive'
  | 'removeMenu'
> & { readonly webContents: Pick<BrowserWindow['webContents'], 'on'> }

type ProjectorDeps = {
  readonly screen: Pick<Screen, 'getAllDisplays' | 'getDisplayMatching' | 'getPrimaryDisplay' | 'on'>
  readonly open: (options: BrowserWindowConstructorOptions) => Window
  readonly options: () => BrowserWindowConstructorOptions
  /** Where the operator's window stands. */
  readonly operator: () => Rectangle | null
}

export type Projector = {
  readonly show: (year: number) => void
  readonly hide: () => void
}

/**
 * The big screen's own window: the projector's page and nothing else, full screen on the second display, and following it
 * when it is plugged in or out. With one display it is an ordinary window that leaves the operator's alone.
 */
export function createProjector({ screen, open, options, operator }: ProjectorDeps): Projector {
  let window: Window | null = null
  let shown: string | null = null
  const place = () => {
    if (!window || window.isDestroyed()) return
    const second = secondDisplay(screen, operator())
    if (!second) {
      window.setFullScreen(false)
      return
    }
    // Asked again for what it is already, a full screen flickers before the whole room.
    if (window.isFullScreen() && screen.getDisplayMatching(window.getBounds()).id === second.id) return
    // A full screen stays on its display whatever bounds it is given.
    window.setFullScreen(false)
    window.setBounds(second.bounds)
    window.setFullScreen(true)
  }
  screen.on('display-added', place)
  screen.on('display-removed', place)
  screen.on('display-metrics-changed', place)
  const load = (opened: Window, url: string) => {
    shown = url
    // One page taken over by the next, or closed while it loads, is no error.
    opened.loadURL(url).catch(() => undefined)
  }
  const create = (): Window => {
    // As small as the oldest projector, and never slowed down behind another window: the count must move.
    const opened = open({ ...options(), ...SMALL, show: false })
    opened.removeMenu()
    opened.on('closed', () => {
      if (window === opened) window = null
    })
    // A crashed page would stand white before the whole room.
    opened.webContents.on('render-process-gone', (_event, { reason }) => {
      if (window === opened && reason !== 'clean-exit' && shown !== null) load(opened, shown)
    })
    return opened
  }
  return {
    show: year => {
      const url = `${APP_ORIGIN}/#/${year}/projector`
      const before = window && !window.isDestroyed() ? window : null
      window = before ?? create()
      place()
      if (!before || shown !== url) load(window, url)
      // The keyboard stays with the operator.
      window.showInactive()
    },
    hide: () => {
      // Not asked: nothing on it can be lost, and a page that hangs must go as well.
      if (window && !window.isDestroyed()) window.destroy()
      window = null
    },
  }
}

const SMALL: BrowserWindowConstructorOptions = {
  width: 1024,
  height: 768,
  minWidth: 640,
  minHeight: 480,
}

/** The first display that is not the operator's, which need not be the system's first: many projectors are made that. */
export function secondDisplay(
  screen: Pick<Screen, 'getAllDisplays' | 'getDisplayMatching' | 'getPrimaryDisplay'>,
  operator: Rectangle | null,
): Display | null {
  const own = operator ? screen.getDisplayMatching(operator) : screen.getPrimaryDisplay()
  return screen.getAllDisplays().find(display => display.id !== own.id) ?? null
}
