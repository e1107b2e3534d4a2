import type { BrowserWindowConstructorOptions, Rectangle } from 'electron'

/** The main window: every setting that keeps the page away from the machine is stated, defaults or not. */
export function windowOptions(preload: string): BrowserWindowConstructorOptions {
  return {
    show: false,
    title: '评议',
    backgroundColor: '#ffffff',
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      safeDialogs: true,
      // No tool in a conference room opens a window over the page; browser mode is there for developers.
      devTools: false,
      plugins: false,
      // The mirror is written, and the count shown, behind another window too.
      backgroundThrottling: false,
    },
  }
}

/** The first size: as designed, or what an old laptop at 125 % has, which is less than the window's usual least. */
export function fittedSize(area: Pick<Rectangle, 'width' | 'height'>): BrowserWindowConstructorOptions {
  return {
    width: Math.min(1366, area.width),
    height: Math.min(768, area.height),
    minWidth: Math.min(1024, area.width),
    minHeight: Math.min(640, area.height),
  }
}
