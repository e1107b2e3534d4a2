import { join } from 'node:path'
import { app, BrowserWindow, ipcMain, protocol, session, shell } from 'electron'
import { createHandlers } from '#electron/host/create-handlers.ts'
import { documentsFolder } from '#electron/host/data-folder.ts'
import sheetWorker from '#electron/host/sheets/sheet-worker.ts?modulePath'
import { APP_ORIGIN, APP_SCHEME, serveApp } from './app-protocol.ts'
import { answerIpc, emitTo } from './ipc.ts'
import { denyNavigation, denyNetwork, denyPermissions } from './lock-down.ts'
import { windowOptions } from './window-options.ts'

const out = join(import.meta.dirname, '..')

app.enableSandbox()
protocol.registerSchemesAsPrivileged([APP_SCHEME])
denyNavigation(app)

// Never awaited at the top level: Electron becomes ready only when this module has been evaluated, so each would wait for
// the other for ever. A listener also lets an error in `start` reach Electron's own error dialog.
if (app.requestSingleInstanceLock()) app.once('ready', start)
else app.quit()

function start(): void {
  app.on('second-instance', showWindow)
  app.on('activate', showWindow)
  app.on('window-all-closed', () => app.quit())
  denyPermissions(session.defaultSession)
  denyNetwork(session.defaultSession)
  serveApp(protocol, join(out, 'renderer'))
  const host = createHandlers({
    version: app.getVersion(),
    sheetWorker,
    printFolder: year => join(documentsFolder(), `${year}年度表格`),
    reveal: openInSystem,
    // A window that shows a PDF would be one more to lock down; every desktop has a viewer.
    openFile: openInSystem,
    emit: emitTo(() => BrowserWindow.getAllWindows().map(window => window.webContents)),
  })
  answerIpc(ipcMain, host.handlers)
  app.on('will-quit', () => {
    host.stop()
  })
  showWindow()
}

async function openInSystem(path: string): Promise<boolean> {
  return (await shell.openPath(path)) === ''
}

function showWindow(): void {
  const [open] = BrowserWindow.getAllWindows()
  if (open) {
    if (open.isMinimized()) open.restore()
    open.focus()
    return
  }
  const window = new BrowserWindow(windowOptions(join(out, 'preload', 'preload.cjs')))
  window.once('ready-to-show', () => window.show())
  window.loadURL(`${APP_ORIGIN}/`)
}
