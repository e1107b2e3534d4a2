import type { EventName, EventPayload, Handlers } from '#shared/contract/contract.ts'
import { createPrintJobs } from './print-jobs.ts'

/** What a shell (Electron or browser mode) lends the host. */
export type HostServices = {
  readonly version: string
  /** The sheet worker's file, where a bundler moved it. */
  readonly sheetWorker?: string | URL
  /** The folder that a year's sheets are printed to. */
  readonly printFolder: (year: number) => string
  /** Shows a folder in the system's file manager, resolving to whether it could; null where there is no desktop. */
  readonly reveal: ((folder: string) => Promise<boolean>) | null
  /** Opens a file in the system's own program for it; null where the page shows files itself. */
  readonly openFile: ((file: string) => Promise<boolean>) | null
  readonly emit: <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void
}

export type Host = {
  readonly handlers: Handlers
  /** Whether something runs that must not be stopped by closing a window. */
  readonly busy: () => boolean
  /** Ends what still runs. */
  readonly stop: () => Promise<void>
}

/** Every call of the contract, the same in every shell. */
export function createHandlers(services: HostServices): Host {
  const printJobs = createPrintJobs(services)
  return {
    handlers: {
      'app.capabilities': () => ({
        ok: true,
        data: {
          version: services.version,
          can: { reveal: services.reveal !== null, open: services.openFile !== null },
        },
      }),
      ...printJobs.handlers,
    },
    busy: printJobs.running,
    stop: printJobs.stop,
  }
}
