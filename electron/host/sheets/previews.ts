import { randomUUID } from 'node:crypto'
import type { Piscina } from 'piscina'
import { refuse } from '#electron/host/answer-call.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import type { PlannedSheet } from './plan-sheets.ts'
import type { PreviewPage, SheetJob } from './sheet-worker.ts'
import { WORKER_LIMITS, workerFile } from './worker-file.ts'

export type Previews = {
  readonly handlers: Pick<Handlers, 'sheets.preview' | 'sheets.previewed'>
  readonly stop: () => Promise<void>
}

type Preview = {
  readonly id: string
  readonly plan: readonly PlannedSheet[]
  readonly job: SheetJob
  isKnown: boolean
}

/** After so long without a page asked for, in milliseconds, the worker's memory is given back; the next page starts it anew. */
const IDLE = 60_000

/** Sheets laid out for the eye, one when it is asked for; the latest choice only. `worker`: where a bundler moved it. */
export function createPreviews(worker: string | URL | undefined): Previews {
  let current: Preview | null = null
  // One for all previews: to start a worker takes longer than forty of its pages.
  let pool: Piscina<PreviewPage, Uint8Array | null> | null = null
  return {
    handlers: {
      'sheets.preview': async input => {
        // pdfmake's fonts and the worker pool are fetched when something is to be laid out.
        const { askedSheets } = await import('./asked-sheets.ts')
        const asked = await askedSheets(input)
        if (!asked.ok) return asked
        const { evaluation, plan } = asked.data
        const { Piscina } = await import('piscina')
        pool ??= new Piscina({
          filename: workerFile(worker),
          name: 'renderPreview',
          minThreads: 0,
          maxThreads: 1,
          idleTimeout: IDLE,
          resourceLimits: WORKER_LIMITS,
        })
        const job: SheetJob = { evaluation, folder: '', sample: input.sample ?? false }
        current = { id: randomUUID(), plan, job, isKnown: false }
        const sheets = plan.map(({ form, instructor, file }) => ({ form, instructor, file }))
        return { ok: true, data: { preview: current.id, sheets } }
      },
      'sheets.previewed': async ({ preview, index }) => {
        const own = current?.id === preview ? current : null
        const sheet = own?.plan[index]
        if (!own || !sheet || !pool) return refuse('not-found')
        const page = { preview: own.id, sheet }
        try {
          const first = own.isKnown ? null : own.job
          own.isKnown = true
          const bytes = await pool.run({ ...page, job: first })
          // A preview that was replaced meanwhile takes its waiting pages along.
          if (own !== current) return refuse('not-found')
          // The worker that knew the year was given back to the system; this is another.
          const shown = bytes ?? (await pool.run({ ...page, job: own.job }))
          return shown && own === current ? { ok: true, data: new Uint8Array(shown) } : refuse('not-found')
        } catch (error) {
          if (own !== current) return refuse('not-found')
          return refuse('internal', [error instanceof Error ? error.message : String(error)])
        }
      },
    },
    stop: async () => {
      current = null
      const ended = pool
      pool = null
      await ended?.destroy()
    },
  }
}
