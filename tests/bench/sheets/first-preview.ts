import { createPreviews } from '#electron/host/sheets/previews.ts'
import { createSheetWorkers } from '#electron/host/sheets/sheet-workers.ts'
import { writeEvaluation } from '#shared/domain/evaluation/write-evaluation.ts'
import { bigYear } from './big-year.ts'

const PEOPLE = 60

/** Milliseconds from asking for a preview of everybody's 登记表 to its first page, the preview's worker being warm. */
export async function firstPreviews(times: number): Promise<readonly number[]> {
  const workers = createSheetWorkers(undefined)
  const handlers = createPreviews(workers)
  const asked = { evaluation: writeEvaluation(bigYear(PEOPLE)), forms: ['evaluation-record'], instructors: null }
  const look = async (index: number): Promise<number> => {
    const began = performance.now()
    const preview = await handlers['sheets.preview'](asked)
    const page = preview.ok
      ? await handlers['sheets.previewed']({ preview: preview.data.preview, index: index % PEOPLE })
      : null
    if (!page?.ok) throw new Error('no preview')
    return performance.now() - began
  }
  try {
    // Somebody has looked at all of them once.
    for (let index = 0; index < PEOPLE; index++) await look(index)
    const took: number[] = []
    for (let index = 0; index < times; index++) took.push(await look(index))
    return took
  } finally {
    await workers.stop()
  }
}
