import { randomUUID } from 'node:crypto'
import type { Piscina } from 'piscina'
import { refuse } from '#electron/host/answer-call.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import type { PlannedSheet } from './plan-sheets.ts'
import type { SheetJob } from './sheet-worker.ts'
import { WORKER_LIMITS, workerFile } from './worker-file.ts'

export type Previews = {
  readonly handlers: Pick<Handlers, 'sheets.preview' | 'sheets.previewed'>
  readonly stop: () => Promise<void>
}

type Preview = {
  readonly id: string
  readonly plan: readonly PlannedSheet[]
  readonly pool: Piscina<PlannedSheet, Uint8Array>
}

/** After so long without a page asked for, in milliseconds, the worker's memory is given back; the next page starts it anew. */
const IDLE = 60_000

/** Sheets laid out for the eye, one when it is asked for; the latest choice only. `worker`: where a bundler moved it. */
export function createPreviews(worker: string | URL | undefined): Previews {
  let current: Preview | null = null
  const drop = async () => {
    const gone = current
    current = null
    await gone?.pool.destroy()
  }
  return {
    handlers: {
      'sheets.preview': async input => {
        // pdfmake's fonts and the worker pool are fetched when something is to be laid out.
        const { askedSheets } = await import('./asked-sheets.ts')
        const asked = await askedSheets(input)
        if (!asked.ok) return asked
        const { evaluation, plan } = asked.data
        const { Piscina } = await import('piscina')
        const job: SheetJob = { evaluation, folder: '', sample: input.sample ?? false }
        await drop()
        current = {
          id: randomUUID(),
          plan,
          pool: new Piscina({
            filename: workerFile(worker),
            name: 'renderPlanned',
            minThreads: 0,
            maxThreads: 1,
            idleTimeout: IDLE,
            workerData: job,
            resourceLimits: WORKER_LIMITS,
          }),
        }
        const sheets = plan.map(({ form, instructor, file }) => ({ form, instructor, file }))
        return { ok: true, data: { preview: current.id, sheets } }
      },
      'sheets.previewed': async ({ preview, index }) => {
        const own = current?.id === preview ? current : null
        const sheet = own?.plan[index]
        if (!own || !sheet) return refuse('not-found')
        try {
          return { ok: true, data: new Uint8Array(await own.pool.run(sheet)) }
        } catch (error) {
          // A preview that was replaced meanwhile takes its waiting pages along.
          if (own !== current) return refuse('not-found')
          return refuse('internal', [error instanceof Error ? error.message : String(error)])
        }
      },
    },
    stop: drop,
  }
}
