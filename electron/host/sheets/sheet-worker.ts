import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { workerData } from 'node:worker_threads'
import { writeWholeFile } from '#electron/host/write-whole-file.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { finishSheet } from '#shared/sheets/finish-sheet.ts'
import { yearData } from '#shared/sheets/year-data.ts'
import { definitionOf } from './definition-of.ts'
import { type DiskFailure, diskFailure } from './disk-failure.ts'
import type { PlannedSheet } from './plan-sheets.ts'
import { type RenderedSheet, renderSheet } from './render-sheet.ts'

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
  const { bytes, pages } = await rendered(sheet)
  try {
    await writeWholeFile(join(job.folder, sheet.file), bytes)
  } catch (error) {
    const code = diskFailure(error)
    if (!code) throw error
    return { ok: false, code }
  }
  return { ok: true, pages, sha256: createHash('sha256').update(bytes).digest('hex') }
}

function rendered(sheet: PlannedSheet): Promise<RenderedSheet> {
  const { evaluation, sample } = job
  return renderSheet(finishSheet(definitionOf(year, sheet), { ...sheet, year: evaluation.year, sample }))
}
