import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { type MessagePort, workerData } from 'node:worker_threads'
import { writeWholeFile } from '#electron/host/write-whole-file.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { finishSheet } from '#shared/sheets/finish-sheet.ts'
import { forms } from '#shared/sheets/forms.ts'
import type { Definition } from '#shared/sheets/paper/definition.ts'
import { yearData } from '#shared/sheets/year-data.ts'
import { definitionOf } from './definition-of.ts'
import { type DiskFailure, diskFailure } from './disk-failure.ts'
import type { PlannedSheet } from './plan-sheets.ts'
import type { PlannedVolume } from './plan-volumes.ts'
import { type RenderedSheet, renderSheet } from './render-sheet.ts'
import { renderVolume } from './render-volume.ts'

/** What a worker gets once, when it starts. */
export type SheetJob = { readonly evaluation: Evaluation; readonly folder: string; readonly sample: boolean }

export type SheetOutcome =
  | { readonly ok: true; readonly pages: number; readonly sha256: string }
  | { readonly ok: false; readonly code: DiskFailure }

// print-sheets.ts starts this file with a SheetJob and nothing else.
const job = workerData as SheetJob
const year = yearData(job.evaluation)

/** A sheet's PDF as it is written, for a preview. */
export async function renderPlanned(sheet: PlannedSheet): Promise<Uint8Array> {
  return new Uint8Array((await rendered(sheet)).bytes)
}

/** Builds, renders and writes one sheet. Only its page count goes back, so that a thousand sheets need no more memory than one. */
export async function printSheet(sheet: PlannedSheet): Promise<SheetOutcome> {
  return written(sheet.file, await rendered(sheet))
}

async function written(file: string, { bytes, pages }: RenderedSheet): Promise<SheetOutcome> {
  try {
    await writeWholeFile(join(job.folder, file), bytes)
  } catch (error) {
    const code = diskFailure(error)
    if (!code) throw error
    return { ok: false, code }
  }
  return { ok: true, pages, sha256: createHash('sha256').update(bytes).digest('hex') }
}

function rendered(sheet: PlannedSheet): Promise<RenderedSheet> {
  return renderSheet(finished(sheet))
}

function finished(sheet: PlannedSheet): Definition {
  const { evaluation, sample } = job
  return finishSheet(definitionOf(year, sheet), { ...sheet, year: evaluation.year, sample })
}

export type VolumeOutcome = SheetOutcome | { readonly ok: false; readonly code: 'cancelled' }

/** What goes to a worker for one volume: it tells of each sheet by `port`, and stops when anything is said there. */
export type VolumeTask = { readonly volume: PlannedVolume; readonly port: MessagePort }

/** Builds, renders and writes many sheets as one file. */
export async function printVolume({ volume, port }: VolumeTask): Promise<VolumeOutcome> {
  let stopped = false
  port.on('message', () => {
    stopped = true
  })
  const names = new Map<string | null, string>(job.evaluation.instructors.map(({ id, name }) => [id, name]))
  const sheets = function* () {
    for (const sheet of volume.sheets) {
      yield {
        definition: finished(sheet),
        form: formTitle(sheet.form),
        person: names.get(sheet.instructor) ?? null,
      }
      port.postMessage(sheet.file)
    }
  }
  const { title, file } = volume
  const info = { title, author: job.evaluation.organiser, creationDate: year.date }
  const rendered = await renderVolume(info, sheets(), () => !stopped).finally(() => port.close())
  return rendered ? written(file, rendered) : { ok: false, code: 'cancelled' }
}

function formTitle(id: string): string {
  return forms.find(form => form.id === id)?.title ?? id
}
