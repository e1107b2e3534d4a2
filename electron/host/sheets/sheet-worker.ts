import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { parentPort } from 'node:worker_threads'
import { placeWholeFile } from '#electron/host/write-whole-file.ts'
import { finishSheet } from '#shared/sheets/finish-sheet.ts'
import { forms } from '#shared/sheets/forms.ts'
import type { Definition } from '#shared/sheets/paper/definition.ts'
import { type YearData, yearData } from '#shared/sheets/year-data.ts'
import { definitionOf } from './definition-of.ts'
import { diskFailure } from './disk-failure.ts'
import { giveWay } from './give-way.ts'
import type { PlannedSheet } from './plan-sheets.ts'
import { type RenderedSheet, renderSheet } from './render-sheet.ts'
import { renderVolume } from './render-volume.ts'
import type {
  AnsweredTask,
  AskedTask,
  SheetAnswers,
  SheetJob,
  SheetOutcome,
  SheetTasks,
  TaskKind,
  VolumeOutcome,
} from './sheet-task.ts'

type Scored = { readonly job: SheetJob; readonly year: YearData }

giveWay()
// V8 sees what outlives the first, small young generations and from then on makes its like among the long-lived things: it
// takes the sheets' lines for such. There they kept whole sheets from being collected as the young garbage that they are; to
// copy those about was a quarter of the computing.
setFlagsFromString('--no-allocation-site-pretenuring')

const jobs = new Map<string, Scored>()
/** Whether something was asked for that is not to wait. */
let isWanted = false

type Workshop = { readonly [Kind in TaskKind]: (task: SheetTasks[Kind]) => Promise<SheetAnswers[Kind]> }

const WORKSHOP: Workshop = {
  job: async ({ job, given }) => {
    jobs.set(job, { job: given, year: yearData(given.evaluation) })
    return null
  },
  forget: async ({ job }) => {
    jobs.delete(job)
    return null
  },
  page: async ({ job, sheet }) => new Uint8Array((await rendered(sheet, known(job))).bytes),
  // Only its page count goes back, so that a thousand sheets need no more memory than one.
  sheet: async ({ job, sheet }) => {
    const from = known(job)
    return written(from.job.folder, sheet.file, await rendered(sheet, from))
  },
  volume: printVolume,
  warm: async () => {
    isWanted = false
    const { warmUp } = await import('./warm-up.ts')
    await warmUp(() => isWanted)
    return null
  },
}

parentPort?.on('message', async ({ id, kind, task }: AskedTask) => {
  if (kind !== 'warm') isWanted = true
  const work = WORKSHOP[kind] as (task: SheetTasks[TaskKind]) => Promise<SheetAnswers[TaskKind]>
  const answered = await work(task).then(
    (answer): AnsweredTask => ({ id, answer }),
    (error: unknown): AnsweredTask => ({ id, error }),
  )
  parentPort?.postMessage(answered)
})

function known(id: string): Scored {
  const job = jobs.get(id)
  if (!job) throw new Error('something to print, and no job')
  return job
}

async function written(folder: string, file: string, { bytes, pages }: RenderedSheet): Promise<SheetOutcome> {
  try {
    await placed(join(folder, file), bytes)
  } catch (error) {
    const code = diskFailure(error)
    if (!code) throw error
    return { ok: false, code }
  }
  return { ok: true, pages, sha256: createHash('sha256').update(bytes).digest('hex') }
}

const made = new Set<string>()

/** Its folder is made once, and again where it went meanwhile. */
async function placed(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path)
  if (!made.has(folder)) await mkdir(folder, { recursive: true })
  made.add(folder)
  try {
    await placeWholeFile(path, bytes)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    await mkdir(folder, { recursive: true })
    await placeWholeFile(path, bytes)
  }
}

function rendered(sheet: PlannedSheet, from: Scored): Promise<RenderedSheet> {
  return renderSheet(finished(sheet, from))
}

function finished(sheet: PlannedSheet, { job, year }: Scored): Definition {
  const { evaluation, sample } = job
  return finishSheet(definitionOf(year, sheet), { ...sheet, year: evaluation.year, sample })
}

/** Builds, renders and writes many sheets as one file. */
async function printVolume({ job: id, volume, port }: SheetTasks['volume']): Promise<VolumeOutcome> {
  const from = known(id)
  const { job, year } = from
  let stopped = false
  port.on('message', () => {
    stopped = true
  })
  const names = new Map<string | null, string>(job.evaluation.instructors.map(({ id, name }) => [id, name]))
  const sheets = function* () {
    for (const sheet of volume.sheets) {
      yield {
        definition: finished(sheet, from),
        form: formTitle(sheet.form),
        person: names.get(sheet.instructor) ?? null,
      }
      port.postMessage(sheet.file)
    }
  }
  const { title, file } = volume
  const info = { title, author: job.evaluation.organiser, creationDate: year.date }
  const made = await renderVolume(info, sheets(), () => !stopped).finally(() => port.close())
  return made ? written(job.folder, file, made) : { ok: false, code: 'cancelled' }
}

function formTitle(id: string): string {
  return forms.find(form => form.id === id)?.title ?? id
}
