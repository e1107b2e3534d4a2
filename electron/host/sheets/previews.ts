import { randomUUID } from 'node:crypto'
import { refuse } from '#electron/host/answer-call.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import type { PlannedSheet } from './plan-sheets.ts'
import type { JobWorkers, SheetWorkers } from './sheet-workers.ts'

export type Previews = Pick<Handlers, 'sheets.prepare' | 'sheets.preview' | 'sheets.previewed'>

type Preview = { readonly id: string; readonly plan: readonly PlannedSheet[]; readonly workers: JobWorkers }

/** Sheets laid out for the eye, one when it is asked for; the latest choice only. */
export function createPreviews(workers: SheetWorkers): Previews {
  let current: Preview | null = null
  return {
    'sheets.prepare': () => {
      void workers.prepare()
      return { ok: true, data: {} }
    },
    'sheets.preview': async input => {
      // The fonts' tables are fetched when something is to be laid out.
      const { askedSheets } = await import('./asked-sheets.ts')
      const asked = await askedSheets(input)
      if (!asked.ok) return asked
      const { evaluation, plan } = asked.data
      current?.workers.close()
      const job = { evaluation, folder: '', sample: input.sample ?? false }
      current = { id: randomUUID(), plan, workers: workers.open(job, 1) }
      const sheets = plan.map(({ form, instructor, file }) => ({ form, instructor, file }))
      return { ok: true, data: { preview: current.id, sheets } }
    },
    'sheets.previewed': async ({ preview, index }) => {
      const own = current?.id === preview ? current : null
      const sheet = own?.plan[index]
      if (!own || !sheet) return refuse('not-found')
      try {
        const data = await own.workers.ask('page', { sheet })
        // A preview that was replaced meanwhile takes its waiting pages along.
        return own === current ? { ok: true, data } : refuse('not-found')
      } catch (error) {
        if (own !== current) return refuse('not-found')
        return refuse('internal', [error instanceof Error ? error.message : String(error)])
      }
    },
  }
}
