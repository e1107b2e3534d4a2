import type { EventName, EventPayload, Handlers } from '#shared/contract/contract.ts'
import { refuse } from './answer-call.ts'
import { createArchiveJobs } from './archive/archive-handlers.ts'
import { createAttachmentsHandlers } from './attachments/attachments-handlers.ts'
import { createBackupsHandlers } from './backup/backups-handlers.ts'
import { createMeetingHandlers } from './meeting/create-meeting-handlers.ts'
import { createPrintJobs } from './print-jobs.ts'
import { createReportingHandlers } from './report/office/reporting-handlers.ts'
import { createPreviews } from './sheets/previews.ts'
import { createSheetWorkers } from './sheets/sheet-workers.ts'
import { createWorkbookCalls } from './workbook/workbook-calls.ts'
import { createYearChecker } from './years/year-checker.ts'
import { createYearsHandlers } from './years/years-handlers.ts'

/** What a shell (Electron or browser mode) lends the host. */
export type HostServices = {
  readonly version: string
  /** The sheet worker's file, where a bundler moved it. */
  readonly sheetWorker?: string | URL
  /** The workbook worker's file, likewise. */
  readonly workbookWorker?: string | URL
  /** The file of the thread that writes the box in use, likewise. */
  readonly diskWorker?: string | URL
  /** Where the app keeps its own files: the mirror, attachments, boxes. */
  readonly dataFolder: string
  /** The meeting's sheet worker's file, and the built ballot page, likewise. */
  readonly definitionWorker?: string | URL
  readonly ballotPage?: string
  /** The folder that a year's sheets are printed to. */
  readonly printFolder: (year: number) => string
  /** The folder that a year's archive is made as; a later archive of the same year gets a number behind it. */
  readonly archiveFolder: (year: number) => string
  /** The archive papers' worker's file, likewise, and the text of the recount script that an archive holds. */
  readonly papersWorker?: string | URL
  /** The worker that checks archives, likewise. */
  readonly checkWorker?: string | URL
  /** The file of `year-checker.ts`'s thread, likewise. */
  readonly yearWorker?: string | URL
  readonly recountScript?: string
  /** Shows a folder in the system's file manager, resolving to whether it could; null where there is no desktop. */
  readonly reveal: ((folder: string) => Promise<boolean>) | null
  /** Opens a file in the system's own program for it; null where the page shows files itself. */
  readonly openFile: ((file: string) => Promise<boolean>) | null
  /** Puts the projector's page on the second display, or takes it away; null where the page opens its own window. */
  readonly projector?: ((year: number, shown: boolean) => void) | null
  /** The file that the system opened the app with, once. */
  readonly takeFile?: () => Promise<OpenedFile | null>
  readonly emit: <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void
}

export type OpenedFile = { readonly name: string; readonly bytes: Uint8Array }

export type Host = {
  readonly handlers: Handlers
  /** Whether something runs that must not be stopped by closing a window. */
  readonly busy: () => boolean
  /** Ends what still runs. */
  readonly stop: () => Promise<void>
}

/** Every call of the contract, the same in every shell. */
export function createHandlers(services: HostServices): Host {
  const sheetWorkers = createSheetWorkers(services.sheetWorker)
  const printJobs = createPrintJobs(services, sheetWorkers)
  const archiveJobs = createArchiveJobs(services, () => new Date())
  const meetings = createMeetingHandlers(services)
  const workbooks = createWorkbookCalls(services)
  const years = createYearChecker(services.yearWorker)
  return {
    handlers: {
      'app.capabilities': () => ({
        ok: true,
        data: {
          version: services.version,
          can: {
            reveal: services.reveal !== null,
            open: services.openFile !== null,
            projector: Boolean(services.projector),
          },
        },
      }),
      'app.projector': ({ year, shown }) => {
        if (!services.projector) return refuse('not-found')
        services.projector(year, shown)
        return { ok: true, data: {} }
      },
      'app.takeFile': async () => {
        const file = (await services.takeFile?.()) ?? null
        const base64 = file && Buffer.from(file.bytes).toString('base64')
        return { ok: true, data: { file: file && base64 !== null ? { name: file.name, base64 } : null } }
      },
      ...printJobs.handlers,
      ...createPreviews(sheetWorkers),
      ...archiveJobs.handlers,
      ...meetings.handlers,
      ...workbooks.handlers,
      ...createAttachmentsHandlers(services.dataFolder),
      ...createYearsHandlers(services.dataFolder, () => new Date(), years.check),
      ...createBackupsHandlers(services.dataFolder),
      ...createReportingHandlers(services.dataFolder, () => new Date()),
    },
    busy: () => printJobs.running() || archiveJobs.running() || meetings.running(),
    stop: async () => {
      workbooks.stop()
      await printJobs.stop()
      await archiveJobs.stop()
      await sheetWorkers.stop()
      await meetings.stop()
      await years.stop()
    },
  }
}
