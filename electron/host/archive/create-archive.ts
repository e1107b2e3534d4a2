import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type DiskFailure, diskFailure } from '#electron/host/sheets/disk-failure.ts'
import { type PrintFailure, printSheets } from '#electron/host/sheets/print-sheets.ts'
import { writeWholeFile } from '#electron/host/write-whole-file.ts'
import { archiveNote } from '#shared/domain/archive/archive-note.ts'
import * as PATHS from '#shared/domain/archive/archive-paths.ts'
import type { ArchiveSettings } from '#shared/domain/archive/archive-settings.ts'
import { type CatalogueEntry, catalogueOf } from '#shared/domain/archive/catalogue.ts'
import { writeCatalogue } from '#shared/domain/archive/catalogue-file.ts'
import { writeManifest } from '#shared/domain/archive/manifest.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { writeEvaluation } from '#shared/domain/evaluation/write-evaluation.ts'
import { resultsOf, writeResults } from '#shared/domain/score/results.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { archiveCatalogue } from '#shared/sheets/archive-catalogue/archive-catalogue.ts'
import { type YearData, yearData } from '#shared/sheets/year-data.ts'
import { archivedForms } from './archived-forms.ts'
import { buildFolder } from './build-folder.ts'
import { catalogueWorkbook } from './catalogue-workbook.ts'
import { documentsOf, type PrintedDocument } from './documents-of.ts'
import { renderCatalogue } from './render-catalogue.ts'
import { hashFile, sha256 } from './sha256.ts'
import { writeScheme } from './write-scheme.ts'

export type ArchiveRequest = {
  readonly evaluation: Evaluation
  readonly settings: ArchiveSettings
  /** The day of archiving, ISO: the only thing in the archive that does not follow from the evaluation and the settings. */
  readonly date: string
  /** What is missing, in lines for 说明文件; whoever archives has been shown them. */
  readonly gaps: readonly string[]
  /** Must not exist, or be empty. */
  readonly folder: string
  readonly onProgress?: (progress: { readonly done: number; readonly total: number; readonly file: string }) => void
  readonly signal?: AbortSignal | undefined
  /** Where a bundler moved these files: the workers' and the recount script. */
  readonly files?: { readonly sheetWorker?: string; readonly catalogueWorker?: string; readonly recount?: string }
}

export type ArchiveMade = {
  readonly entries: readonly CatalogueEntry[]
  /** The manifest's own hash: what should be written down elsewhere. */
  readonly digest: string
}

export type ArchiveFailure =
  | { readonly code: 'exists' }
  | { readonly code: 'cancelled' }
  | { readonly code: DiskFailure; readonly details: readonly string[] }
  | { readonly code: 'missing-glyphs' | 'internal'; readonly details: readonly string[] }
  /** Another error of the system, by its name, e.g. `EIO`. */
  | { readonly code: 'disk-error'; readonly details: readonly string[] }

/**
 * Makes the complete archive of a year: under the folder's name stands a whole archive or nothing. The same evaluation,
 * settings, gaps and date give the same bytes.
 */
export async function createArchive(request: ArchiveRequest): Promise<Result<ArchiveMade, ArchiveFailure>> {
  try {
    const built = await buildFolder(request.folder, part => fill(part, request))
    if (built.ok) return built
    return failure(built.error === 'exists' ? { code: 'exists' } : built.error)
  } catch (error) {
    const code = diskFailure(error)
    if (code) return failure({ code, details: [request.folder] })
    if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error
    return failure({ code: 'disk-error', details: [String(error.code)] })
  }
}

async function fill(part: string, request: ArchiveRequest): Promise<Result<ArchiveMade, ArchiveFailure>> {
  const { evaluation, settings, signal, files } = request
  const year = yearData(evaluation)
  const workshop = join(part, '印制')
  const printed = await printSheets({
    evaluation,
    forms: archivedForms().map(({ form }) => form.id),
    instructors: null,
    folder: workshop,
    signal,
    worker: files?.sheetWorker,
    ...(request.onProgress ? { onProgress: request.onProgress } : {}),
  })
  if (!printed.ok) return failure(printFailure(printed.error, request.folder))
  const catalogue = catalogueOf(documentsOf(year, printed.value), settings, evaluation.year)
  const entries = catalogue.map(({ entry }) => entry)
  await mkdir(join(part, PATHS.DOCUMENTS_FOLDER))
  for (const { entry, document } of catalogue) await rename(join(workshop, document.printed), join(part, entry.file))
  await rm(workshop, { recursive: true, force: true })
  await writeFiles(
    part,
    request,
    year,
    entries,
    catalogue.map(({ document }) => document),
  )
  if (signal?.aborted) return failure({ code: 'cancelled' })
  return success({ entries, digest: await writeManifestFile(part, entries) })
}

async function writeFiles(
  part: string,
  request: ArchiveRequest,
  year: YearData,
  entries: readonly CatalogueEntry[],
  documents: readonly PrintedDocument[],
): Promise<void> {
  const { evaluation, settings, date, gaps, files } = request
  const { title, organiser } = evaluation
  const definition = archiveCatalogue({
    year: evaluation.year,
    title,
    organiser,
    fonds: settings.fonds,
    body: settings.body,
    date: year.date,
    rows: entries,
  })
  const script = files?.recount ?? new URL('../../../resources/recount/recount.mjs', import.meta.url)
  const contents: readonly (readonly [string, string | Uint8Array])[] = [
    [PATHS.CATALOGUE_PDF, await renderCatalogue(definition, files?.catalogueWorker)],
    [PATHS.CATALOGUE_XLSX, catalogueWorkbook(entries)],
    [PATHS.EVALUATION_JSON, writeEvaluation(evaluation)],
    [PATHS.RESULTS_JSON, writeResults(resultsOf(year.score))],
    [PATHS.SCHEME_JSON, writeScheme(evaluation)],
    [PATHS.CATALOGUE_JSON, writeCatalogue(evaluation.year, entries)],
    [PATHS.RECOUNT_SCRIPT, await readFile(script)],
    [PATHS.NOTE, archiveNote({ title, organiser, date, settings, documents, gaps })],
  ]
  for (const [path, content] of contents) await writeWholeFile(join(part, path), Buffer.from(content))
}

/** Hashes what really lies on the disk, not what was meant to be written; a file that is not there rejects. */
async function writeManifestFile(part: string, entries: readonly CatalogueEntry[]): Promise<string> {
  const hashes = new Map<string, string>()
  for (const path of [...PATHS.FIXED_PATHS, ...entries.map(entry => entry.file)])
    hashes.set(path, (await hashFile(join(part, path))).hash)
  const manifest = writeManifest(hashes, sha256)
  await writeWholeFile(join(part, PATHS.MANIFEST), Buffer.from(manifest))
  return sha256(manifest)
}

function printFailure({ code, details }: PrintFailure, folder: string): ArchiveFailure {
  if (code === 'cancelled') return { code }
  // The details of a disk's failure name a file in the folder that is gone.
  return { code, details: code === 'missing-glyphs' || code === 'internal' ? details : [folder] }
}
