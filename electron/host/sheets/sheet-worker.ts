import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { type MessagePort, workerData } from 'node:worker_threads'
import { placeWholeFile } from '#electron/host/write-whole-file.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { finishSheet } from '#shared/sheets/finish-sheet.ts'
import { forms } from '#shared/sheets/forms.ts'
import type { Definition } from '#shared/sheets/paper/definition.ts'
import { type YearData, yearData } from '#shared/sheets/year-data.ts'
import { definitionOf } from './definition-of.ts'
import { type DiskFailure, diskFailure } from './disk-failure.ts'
import type { PlannedSheet } from './plan-sheets.ts'
import type { PlannedVolume } from './plan-volumes.ts'
import { type RenderedSheet, renderSheet } from './render-sheet.ts'
import { renderVolume } from './render-volume.ts'

/** A year to print sheets of; `folder` is where its files go. A printing worker gets one when it starts. */
export type SheetJob = { readonly evaluation: Evaluation; readonly folder: string; readonly sample: boolean }

export type SheetOutcome =
  | { readonly ok: true; readonly pages: number; readonly sha256: string }
  | { readonly ok: false; readonly code: DiskFailure }

/** A page of a preview; the job comes with the first of them that a worker gets. */
export type PreviewPage = {
  readonly preview: string
  readonly sheet: PlannedSheet
  readonly job: SheetJob | null
}

type Scored = { readonly job: SheetJob; readonly year: YearData }

// V8 sees what outlives the first, small young generations and from then on makes its like among the long-lived things: it
// takes the sheets' lines for such. There they kept whole sheets from being collected as the young garbage that they are; to
// copy those about was a quarter of the computing.
setFlagsFromString('--no-allocation-site-pretenuring')

// print-sheets.ts starts this file with a SheetJob, previews.ts with nothing.
const given = workerData as SheetJob | null | undefined
const begun = given ? scored(given) : null
let shown: (Scored & { readonly preview: string }) | null = null

/** A sheet's PDF as it is written, for a preview; null where this worker was not given the preview's job yet. */
export async function renderPreview({ preview, sheet, job }: PreviewPage): Promise<Uint8Array | null> {
  if (job) shown = { ...scored(job), preview }
  return shown?.preview === preview ? new Uint8Array((await rendered(sheet, shown)).bytes) : null
}

/** Builds, renders and writes one sheet. Only its page count goes back, so that a thousand sheets need no more memory than one. */
export async function printSheet(sheet: PlannedSheet): Promise<SheetOutcome> {
  const from = printing()
  return written(from.job.folder, sheet.file, await rendered(sheet, from))
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

function printing(): Scored {
  if (!begun) throw new Error('something to print, and no job')
  return begun
}

function scored(job: SheetJob): Scored {
  return { job, year: yearData(job.evaluation) }
}

function rendered(sheet: PlannedSheet, from: Scored): Promise<RenderedSheet> {
  return renderSheet(finished(sheet, from))
}

function finished(sheet: PlannedSheet, { job, year }: Scored): Definition {
  const { evaluation, sample } = job
  return finishSheet(definitionOf(year, sheet), { ...sheet, year: evaluation.year, sample })
}

export type VolumeOutcome = SheetOutcome | { readonly ok: false; readonly code: 'cancelled' }

/** What goes to a worker for one volume: it tells of each sheet by `port`, and stops when anything is said there. */
export type VolumeTask = { readonly volume: PlannedVolume; readonly port: MessagePort }

/** Builds, renders and writes many sheets as one file. */
export async function printVolume({ volume, port }: VolumeTask): Promise<VolumeOutcome> {
  const from = printing()
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
