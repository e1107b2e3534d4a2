import { readdirSync } from 'node:fs'
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
import papersWorker from '#electron/host/archive/papers-worker.ts?modulePath'
import { createHandlers, type Host } from '#electron/host/create-handlers.ts'
import { dataFolder, documentsFolder } from '#electron/host/data-folder.ts'
import definitionWorker from '#electron/host/meeting/definition-worker.ts?modulePath'
import sheetWorker from '#electron/host/sheets/sheet-worker.ts?modulePath'
import workbookWorker from '#electron/host/workbook/workbook-worker.ts?modulePath'
import recountScript from '#resources/recount/recount.mjs?raw'
import { APP_ORIGIN, APP_SCHEME, serveApp } from './app-protocol.ts'
import { noteCrash } from './crash-log.ts'
import { answerIpc, emitTo } from './ipc.ts'
import { createKeepAwake } from './keep-awake.ts'
import { denyNavigation, denyNetwork, denyPermissions } from './lock-down.ts'
import { menuTemplate } from './menu.ts'
import { createOpenedFiles, fileArgument } from './opened-files.ts'
import { createProjector, type Projector } from './projector.ts'
import { windowOptions } from './window-options.ts'
import { keepWindowState, readWindowState, usableBounds } from './window-state.ts'
import { ASK } from './words.ts'

const out = join(import.meta.dirname, '..')
const data = dataFolder(process.platform, process.env, homedir())
const stateFile = join(data, 'window.json')
const preload = join(out, 'preload', 'preload.cjs')

app.enableSandbox()
protocol.registerSchemesAsPrivileged([APP_SCHEME])
denyNavigation(app)

const emit = emitTo(() => BrowserWindow.getAllWindows().map(window => window.webContents))
const openedFiles = createOpenedFiles(() => emit('app.file', {}))
let main: BrowserWindow | null = null

// Never awaited at the top level: Electron becomes ready only when this module has been evaluated, so each would wait for
// the other for ever. A listener also lets an error in `start` reach Electron's own error dialog.
if (app.requestSingleInstanceLock()) {
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openedFiles.offer(path)
  })
  openedFiles.offer(fileArgument(process.argv))
  app.once('ready', start)
} else app.quit()

function start(): void {
  process.on('uncaughtException', failed)
  process.on('unhandledRejection', failed)
  denyPermissions(session.defaultSession)
  denyNetwork(session.defaultSession)
  serveApp(protocol, join(out, 'renderer'))
  const projector = createProjector({
    screen,
    open: options => new BrowserWindow(options),
    options: () => windowOptions(preload),
  })
  const keepAwake = createKeepAwake(powerSaveBlocker)
  const host = createHandlers({
    version: app.getVersion(),
    sheetWorker,
    papersWorker,
    recountScript,
    definitionWorker,
    ballotPage: join(out, 'ballot-page', 'index.html'),
    workbookWorker,
    dataFolder: data,
    printFolder: year => join(documentsFolder(), `${year}年度表格`),
    archiveFolder: year => join(documentsFolder(), `${year}年度归档`),
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
  answerIpc(ipcMain, host.handlers)
  // The display may have gone off all the same (a closed lid): the block is asked for anew.
  powerMonitor.on('resume', () => {
    keepAwake(false)
    keepAwake(host.busy())
  })
  app.on('second-instance', (_event, args: string[]) => {
    openedFiles.offer(fileArgument(args))
    showWindow(host, projector)
  })
  app.on('activate', () => showWindow(host, projector))
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', () => {
    host.stop()
  })
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuTemplate(process.platform, {
        years: mirroredYears(),
        openYear: year => emit('app.year', { year }),
        hideProjector: projector.hide,
        showData: () => openInSystem(data),
      }),
    ),
  )
  showWindow(host, projector)
}

async function openInSystem(path: string): Promise<boolean> {
  return (await shell.openPath(path)) === ''
}

/** The years that have a mirror, the newest first. */
function mirroredYears(): number[] {
  try {
    const years = readdirSync(join(data, 'years')).map(name => /^(\d{4})\.pingyi\.json$/.exec(name)?.[1])
    return years.flatMap(year => (year === undefined ? [] : [Number(year)])).toSorted((a, b) => b - a)
  } catch {
    return []
  }
}

function showWindow(host: Host, projector: Projector): void {
  if (main && !main.isDestroyed()) {
    if (main.isMinimized()) main.restore()
    main.focus()
    return
  }
  const state = readWindowState(stateFile)
  const window = new BrowserWindow({ ...windowOptions(preload), ...usableBounds(state, screen.getAllDisplays()) })
  main = window
  window.once('ready-to-show', () => {
    if (state?.maximised) window.maximize()
    window.show()
  })
  window.on('close', event => {
    if (host.busy() && !leaveAllTheSame(window)) event.preventDefault()
  })
  keepWindowState(window, stateFile)
  window.on('closed', () => {
    main = null
    projector.hide()
  })
  window.webContents.on('render-process-gone', (_event, details) => {
    noteCrash(crashFile(), new Date(), new Error(details.reason))
    offerReopening(window)
  })
  window.loadURL(`${APP_ORIGIN}/`)
}

function leaveAllTheSame(window: BrowserWindow): boolean {
  return (
    dialog.showMessageBoxSync(window, {
      type: 'warning',
      title: ASK.busyTitle,
      message: ASK.busyText,
      buttons: [ASK.stay, ASK.leave],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    }) === 1
  )
}

function offerReopening(window: BrowserWindow): void {
  const choice = dialog.showMessageBoxSync({
    type: 'error',
    title: ASK.crashTitle,
    message: ASK.crashText,
    buttons: [ASK.reopen, ASK.showData],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  if (choice === 1) openInSystem(data)
  if (!window.isDestroyed()) window.loadURL(`${APP_ORIGIN}/`)
}

function crashFile(): string {
  return join(data, 'logs', 'crash.log')
}

function failed(error: unknown): void {
  noteCrash(crashFile(), new Date(), error)
  dialog.showErrorBox(ASK.failedTitle, ASK.failedText)
}
