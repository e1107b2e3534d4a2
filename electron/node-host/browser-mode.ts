import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createHandlers } from '#electron/host/create-handlers.ts'
import { printedFolder } from '#electron/host/data-folder.ts'
import { forgetAppWindow } from './app-window.ts'
import { documentsFolder } from './documents-folder.ts'
import { createEventStream } from './event-stream.ts'
import { hasDisplay, openInSystem } from './open-in-system.ts'
import { findRunning, forgetRunning, noteRunning } from './running-host.ts'
import { createBrowserModeServer, listenLocally } from './server.ts'

/** A reloading page is back sooner than this. */
const PATIENCE = 10_000

export type BrowserMode = {
  readonly url: string
  /** Whether an earlier start already serves this data folder; then there is nothing to stop. */
  readonly joined: boolean
  /** Calls `left` once, when the last page has been closed and nothing that must not stop is running. */
  readonly whenAllLeft: (left: () => void) => void
  readonly stop: () => Promise<void>
}

export type BrowserModeStart = {
  readonly data: string
  readonly port: number
  readonly version: string
  /** The built renderer. */
  readonly renderer: string
  /** Where sheets are printed to; left out: the user's documents. */
  readonly documents?: string | undefined
}

/** Starts browser mode on 127.0.0.1, or joins the start that already serves the data folder. Rejects: port taken. */
export async function startBrowserMode(start: BrowserModeStart): Promise<BrowserMode> {
  await mkdir(start.data, { recursive: true, mode: 0o700 })
  const running = await findRunning(start.data)
  if (running)
    return {
      url: pageUrl(running.origin, running.token),
      joined: true,
      whenAllLeft: () => {},
      stop: async () => {},
    }
  const token = randomBytes(24).toString('base64url')
  const eventStream = createEventStream()
  const printed = start.documents ?? printedFolder(await documentsFolder())
  const reveal = hasDisplay(process.platform, process.env)
  const host = createHandlers({
    version: start.version,
    dataFolder: start.data,
    printFolder: year => join(printed, `${year}年度表格`),
    archiveFolder: year => join(printed, `${year}年度归档`),
    reveal: reveal ? folder => openInSystem(folder, process.platform) : null,
    openFile: null,
    emit: eventStream.emit,
  })
  const server = createBrowserModeServer({ handlers: host.handlers, eventStream, folder: start.renderer, token })
  const origin = `http://127.0.0.1:${await listenLocally(server, start.port)}`
  await noteRunning(start.data, { origin, token })
  return {
    url: pageUrl(origin, token),
    joined: false,
    whenAllLeft: left => {
      const look = () => (host.busy() ? eventStream.whenAllLeft(PATIENCE, look) : left())
      eventStream.whenAllLeft(PATIENCE, look)
    },
    stop: async () => {
      eventStream.close()
      await host.stop()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
      await forgetRunning(start.data)
      await forgetAppWindow(start.data)
    },
  }
}

/** The token travels in the fragment: it reaches the page and no log, history of requests or referrer. */
function pageUrl(origin: string, token: string): string {
  return `${origin}/#token=${token}`
}
