import { mkdir } from 'node:fs/promises'
import { type DiskFailure, diskFailure } from '#electron/host/sheets/disk-failure.ts'
import type { PrintFailure } from '#electron/host/sheets/print-sheets.ts'
import type { ArchiveGap } from '#shared/domain/archive/archive-gap.ts'
import type { ArchiveSettings } from '#shared/domain/archive/archive-settings.ts'
import { type CatalogueEntry, catalogueOf } from '#shared/domain/archive/catalogue.ts'
import type { Supplement } from '#shared/domain/archive/supplement.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { type YearData, yearData } from '#shared/sheets/year-data.ts'
import type { SourcedDocument } from './archive-document.ts'
import { type ScanFile, withScans } from './attached-files.ts'
import { buildFolder } from './build-folder.ts'
import { yearDocuments } from './documents-of.ts'
import { supplementDocuments } from './supplement-documents.ts'
import { writeArchiveFiles, writeManifestFile } from './write-archive-files.ts'
import { writeDocuments } from './write-documents.ts'

export type ArchiveRequest = {
  readonly evaluation: Evaluation
  readonly settings: ArchiveSettings
  /** The day of archiving, ISO: the only thing in the archive that does not follow from the evaluation and the settings. */
  readonly date: string
  /** What is missing, for 说明文件; whoever archives has been shown them. */
  readonly gaps: readonly ArchiveGap[]
  /** The sample year: every page says so. */
  readonly sample?: boolean | undefined
  /** Documents from elsewhere, which take numbers after the year's own. */
  readonly attached?: readonly SourcedDocument[] | undefined
  /** Signed copies of the year's own documents, which lie under their numbers. */
  readonly scans?: readonly ScanFile[] | undefined
  /** For a 补充卷: what it continues and corrects. */
  readonly supplement?: Omit<Supplement, 'format' | 'version'> | undefined
  /** Must not exist, or be empty. */
  readonly folder: string
  readonly onProgress?: (progress: { readonly done: number; readonly total: number; readonly file: string }) => void
  readonly signal?: AbortSignal | undefined
  /** Where a bundler moved the workers' files, and the recount script's text where it left none. */
  readonly files?: {
    readonly sheetWorker?: string | URL | undefined
    readonly papersWorker?: string | URL | undefined
    readonly recount?: string | undefined
  }
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
 * Makes the complete archive of a year, or a supplement to one: under the folder's name stands a whole archive or
 * nothing. The same evaluation, settings, documents, gaps and date give the same bytes.
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
  const { evaluation, settings, signal, supplement } = request
  const year = yearData(evaluation)
  const documents = [...withScans(ownDocuments(year, request), request.scans ?? []), ...(request.attached ?? [])]
  // Numbers come before pages: the stamp on a page says its document's number.
  const numbered = catalogueOf(documents, settings, evaluation.year, supplement?.lastItems)
  await mkdir(part, { recursive: true })
  const catalogue = await writeDocuments(part, numbered, request)
  if (!catalogue.ok) return failure(printFailure(catalogue.error, request.folder))
  const papers = await writeArchiveFiles(part, request, year, catalogue.value)
  if (signal?.aborted) return failure({ code: 'cancelled' })
  const entries = catalogue.value.map(({ entry }) => entry)
  const paths = [...papers, ...entries.flatMap(entry => [entry.file, ...(entry.signed ?? [])])]
  return success({ entries, digest: await writeManifestFile(part, paths) })
}

/** The year's own documents; of a supplement, those that it corrects. */
function ownDocuments(year: YearData, { supplement }: ArchiveRequest): SourcedDocument[] {
  return supplement ? supplementDocuments(year, supplement) : yearDocuments(year)
}

function printFailure({ code, details }: Pick<PrintFailure, 'code' | 'details'>, folder: string): ArchiveFailure {
  if (code === 'cancelled') return { code }
  // The details of a disk's failure name a file in the folder that is gone.
  return { code, details: code === 'missing-glyphs' || code === 'internal' ? details : [folder] }
}
