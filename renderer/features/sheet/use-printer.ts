import { useSyncExternalStore } from 'react'
import { useHost } from '#renderer/host/use-host.ts'
import type { PrintJob } from './print-job.ts'
import { type Printer, printerOf } from './printer.ts'

/** The printer and where it stands. */
export function usePrinter(): { readonly printer: Printer; readonly job: PrintJob } {
  const printer = printerOf(useHost().client)
  return { printer, job: useSyncExternalStore(printer.subscribe, printer.state) }
}
