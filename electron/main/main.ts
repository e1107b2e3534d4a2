import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  screen,
  session,
  shell,
} from 'electron'
import checkWorker from '#electron/host/archive/check-worker.ts?modulePath'
import papersWorker from '#electron/host/archive/papers-worker.ts?modulePath'
import { createHandlers } from '#electron/host/create-handlers.ts'
import { dataFolder, printedFolder } from '#electron/host/data-folder.ts'
import definitionWorker from '#electron/host/meeting/definition-worker.ts?modulePath'
import sheetWorker from '#electron/host/sheets/sheet-worker.ts?modulePath'
import diskWorker from '#electron/host/urn/disk-worker.ts?modulePath'
import workbookWorker from '#electron/host/workbook/workbook-worker.ts?modulePath'
import yearWorker from '#electron/host/years/checked-year.ts?modulePath'
import recountScript from '#resources/recount/recount.mjs?raw'
import { APP_ID } from './app-id.ts'
import { APP_SCHEME, serveApp } from './app-protocol.ts'
import { createAsks } from './ask.ts'
import { contextTemplate } from './context-menu.ts'
import { noteCrash, noteGone } from './crash-log.ts'
import { answerIpc, emitTo } from './ipc.ts'
import { createKeepAwake } from './keep-awake.ts'
import { denyBackgroundNetwork, denyNavigation, denyNetwork, denyPermissions } from './lock-down.ts'
import { createMainWindow } from './main-window.ts'
import { menuTemplate } from './menu.ts'
import { createOpenedFiles, fileArgument } from './opened-files.ts'
import { createProjector } from './projector.ts'
import { recentYears } from './recent-years.ts'
import { windowOptions } from './window-options.ts'
import { ASK } from './words.ts'

const out = join(import.meta.dirname, '..')
const data = dataFolder(process.platform, process.env, homedir())
const profile = join(data, 'profile')
const options = () => windowOptions(join(out, 'preload', 'preload.cjs'))
const asks = createAsks({ dialog, data, now: () => new Date() })
let started = false
let telling = false

process.on('uncaughtException', failed)
process.on('unhandledRejection', failed)

// IndexedDB lies in the profile, and Electron's own place for it hangs on the program's name: renamed, the years would vanish.
mkdirSync(profile, { recursive: true, mode: 0o700 })
app.setPath('userData', profile)
app.enableSandbox()
app.commandLine.appendSwitch('lang', 'zh-CN')
// As the installer's shortcut names it: pinned to the taskbar, the program is one button and not two.
if (process.platform === 'win32') app.setAppUserModelId(APP_ID)
denyBackgroundNetwork(app.commandLine)
protocol.registerSchemesAsPrivileged([APP_SCHEME])
denyNavigation(app)

const emit = emitTo(() => BrowserWindow.getAllWindows().map(window => window.webContents))
const openedFiles = createOpenedFiles(() => emit('app.file', {}))

// Never awaited at the top level: Electron becomes ready only when this module has been evaluated, so each would wait for
// the other for ever.
if (app.requestSingleInstanceLock()) {
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openedFiles.offer(path)
  })
  openedFiles.offer(fileArgument(process.argv, process.cwd()))
  app.once('ready', start)
} else app.quit()

function start(): void {
  denyPermissions(session.defaultSession)
  denyNetwork(session.defaultSession)
  serveApp(protocol, join(out, 'renderer'))
  const projector = createProjector({
    screen,
    open: given => new BrowserWindow(given),
    options,
    operator: () => mainWindow.bounds(),
  })
  const keepAwake = createKeepAwake(powerSaveBlocker)
  const host = createHandlers({
    version: app.getVersion(),
    sheetWorker,
    papersWorker,
    checkWorker,
    recountScript,
    definitionWorker,
    diskWorker,
    ballotPage: join(out, 'ballot-page', 'index.html'),
    workbookWorker,
    yearWorker,
    dataFolder: data,
    printFolder: year => join(printedFolder(app.getPath('documents')), `${year}年度表格`),
    archiveFolder: year => join(printedFolder(app.getPath('documents')), `${year}年度归档`),
    reveal: openInSystem,
    // A window that shows a PDF would be one more to lock down; every desktop has a viewer.
    openFile: openInSystem,
    projector: (year, shown) => (shown ? projector.show(year) : projector.hide()),
    takeFile: openedFiles.take,
    emit: (name, payload) => {
      emit(name, payload)
      keepAwake(host.busy())
    },
  })
  const mainWindow = createMainWindow({
    open: given => new BrowserWindow(given),
    options,
    platform: process.platform,
    screen,
    stateFile: join(data, 'window.json'),
    asks,
    busy: host.busy,
    closed: projector.hide,
    quit: () => app.quit(),
    note: reason => noteGone(crashFile(), new Date(), 'page', reason),
  })
  const showMenu = createMenu(projector.hide)
  answerIpc(ipcMain, host.handlers, () => {
    keepAwake(host.busy())
    showMenu()
  })
  // The display may have gone off all the same (a closed lid): the block is asked for anew.
  powerMonitor.on('resume', () => {
    keepAwake(false)
    keepAwake(host.busy())
  })
  app.on('second-instance', (_event, args: string[], folder: string) => {
    openedFiles.offer(fileArgument(args, folder))
    mainWindow.show()
  })
  app.on('activate', mainWindow.show)
  app.on('web-contents-created', (_event, contents) => {
    contents.on('context-menu', (_click, place) => {
      const template = contextTemplate(place)
      if (template.length > 0) Menu.buildFromTemplate(template).popup()
    })
  })
  app.on('child-process-gone', (_event, { type, reason }) => {
    if (reason !== 'clean-exit') noteGone(crashFile(), new Date(), type, reason)
  })
  app.on('before-quit', event => {
    // Asked here too: the big screen would be closed before the operator's window is asked.
    if (!mainWindow.mayLeave()) event.preventDefault()
  })
  app.on('window-all-closed', () => app.quit())
  let stopped = false
  app.on('will-quit', event => {
    if (stopped) return
    // The station says goodbye and a sheet in work is finished; then the program ends.
    event.preventDefault()
    stopped = true
    host.stop().finally(() => app.exit())
  })
  showMenu()
  mainWindow.show()
  started = true
}

/** Puts the menu up, and up again when a year was begun or taken away. */
function createMenu(hideProjector: () => void): () => void {
  let shown: string | null = null
  return () => {
    const years = recentYears(data)
    if (shown === years.join()) return
    shown = years.join()
    const actions = {
      years,
      openYear: (year: number) => emit('app.year', { year }),
      hideProjector,
      showData: () => openInSystem(data),
    }
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, actions)))
  }
}

async function openInSystem(path: string): Promise<boolean> {
  return (await shell.openPath(path)) === ''
}

function crashFile(): string {
  return join(data, 'logs', 'crash.log')
}

/** A bug: noted and told once, however often it comes. Before there is a window the program cannot go on. */
function failed(error: unknown): void {
  noteCrash(crashFile(), new Date(), error)
  if (!started) {
    dialog.showErrorBox(ASK.failedTitle, `${ASK.startFailedText}\n${data}`)
    app.exit(1)
    return
  }
  if (telling) return
  telling = true
  asks.failed().finally(() => {
    telling = false
  })
}
