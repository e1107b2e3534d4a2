import type { BrowserWindow, BrowserWindowConstructorOptions, Display, Screen } from 'electron'
import { APP_ORIGIN } from './app-protocol.ts'

type Window = Pick<
  BrowserWindow,
  'loadURL' | 'close' | 'isDestroyed' | 'on' | 'setBounds' | 'setFullScreen' | 'show' | 'removeMenu'
>

type ProjectorDeps = {
  readonly screen: Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay' | 'on'>
  readonly open: (options: BrowserWindowConstructorOptions) => Window
  readonly options: () => BrowserWindowConstructorOptions
}

export type Projector = {
  readonly show: (year: number) => void
  readonly hide: () => void
}

/**
 * The big screen's own window: the projector's page and nothing else, full screen on the second display, and following it
 * when it is plugged in or out. With one display it is an ordinary window that leaves the operator's alone.
 */
export function createProjector({ screen, open, options }: ProjectorDeps): Projector {
  let window: Window | null = null
  const place = () => {
    if (!window || window.isDestroyed()) return
    const second = secondDisplay(screen)
    if (second) window.setBounds(second.bounds)
    window.setFullScreen(second !== null)
  }
  screen.on('display-added', place)
  screen.on('display-removed', place)
  screen.on('display-metrics-changed', place)
  return {
    show: year => {
      if (!window || window.isDestroyed()) {
        window = open({ ...options(), width: 1024, height: 768, show: false })
        window.removeMenu()
        window.on('closed', () => {
          window = null
        })
      }
      place()
      window.loadURL(`${APP_ORIGIN}/#/${year}/projector`)
      window.show()
    },
    hide: () => {
      window?.close()
      window = null
    },
  }
}

/** The first display that is not the operator's. */
export function secondDisplay(screen: Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay'>): Display | null {
  const primary = screen.getPrimaryDisplay().id
  return screen.getAllDisplays().find(display => display.id !== primary) ?? null
}
