import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type PrintFailure, printSheets } from '#electron/host/sheets/print-sheets.ts'
import { writeWholeFile } from '#electron/host/write-whole-file.ts'
import * as PATHS from '#shared/domain/archive/archive-paths.ts'
import type { CatalogueEntry } from '#shared/domain/archive/catalogue.ts'
import { retentionWords } from '#shared/domain/archive/retention.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { sampleMarked } from '#shared/sheets/finish-sheet.ts'
import type { ArchiveStamp, Definition } from '#shared/sheets/paper/definition.ts'
import type { SourcedDocument } from './archive-document.ts'
import type { ArchiveRequest } from './create-archive.ts'
import { renderPapers } from './render-papers.ts'

/** A document with its row of the catalogue. */
export type NumberedDocument = { readonly entry: CatalogueEntry; readonly document: SourcedDocument }

/**
 * Prints, renders or copies every document to its place in the unfinished archive, stamped with its number; resolves to
 * the same with their pages.
 */
export async function writeDocuments(
  part: string,
  numbered: readonly NumberedDocument[],
  request: ArchiveRequest,
): Promise<Result<readonly NumberedDocument[], Pick<PrintFailure, 'code' | 'details'>>> {
  await mkdir(join(part, PATHS.DOCUMENTS_FOLDER))
  const sheets = await printAll(part, numbered, request)
  if (!sheets.ok) return sheets
  const papers = await renderAll(part, numbered, request)
  for (const { entry, document } of numbered) {
    if (document.source.kind === 'file')
      await writeWholeFile(join(part, entry.file), await readFile(document.source.path))
    for (const [index, path] of (document.copies ?? []).entries())
      await writeWholeFile(join(part, entry.signed?.[index] ?? ''), await readFile(path))
  }
  return success(
    numbered.map(({ entry, document }) => {
      const pages = sheets.value.get(entry.file) ?? papers.get(entry.file) ?? document.pages
      return { entry: { ...entry, pages }, document: { ...document, pages } }
    }),
  )
}

type Pages = ReadonlyMap<string, number>

/** The sheets, printed in the workers and moved to their places; their pages by the entry's file. */
async function printAll(
  part: string,
  numbered: readonly NumberedDocument[],
  request: ArchiveRequest,
): Promise<Result<Pages, PrintFailure>> {
  const { evaluation, sample, signal, files } = request
  const workshop = join(part, '印制')
  const sheets = numbered.flatMap(({ entry, document }) =>
    document.source.kind === 'sheet'
      ? [{ entry, sheet: { ...document.source.sheet, stamp: stampOf(entry, document, request) } }]
      : [],
  )
  const printed = await printSheets({
    evaluation,
    plan: sheets.map(({ sheet }) => sheet),
    sample,
    folder: workshop,
    signal,
    worker: files?.sheetWorker,
    ...(request.onProgress ? { onProgress: request.onProgress } : {}),
  })
  if (!printed.ok) return failure(printed.error)
  const pages = new Map(printed.value.map(sheet => [sheet.file, sheet.pages]))
  for (const { entry, sheet } of sheets) await rename(join(workshop, sheet.file), join(part, entry.file))
  await rm(workshop, { recursive: true, force: true })
  return success(new Map(sheets.map(({ entry, sheet }) => [entry.file, pages.get(sheet.file) ?? 0])))
}

async function renderAll(part: string, numbered: readonly NumberedDocument[], request: ArchiveRequest): Promise<Pages> {
  const papers = numbered.flatMap(({ entry, document }): { entry: CatalogueEntry; definition: Definition }[] =>
    document.source.kind === 'paper'
      ? [{ entry, definition: { ...document.source.definition, stamp: stampOf(entry, document, request) } }]
      : [],
  )
  const rendered = await renderPapers(
    papers.map(({ definition }) => sampleMarked(definition, request.sample)),
    request.files?.papersWorker,
  )
  const pages = new Map<string, number>()
  for (const [index, { entry }] of papers.entries()) {
    const own = rendered[index]
    if (!own) throw new Error(`${entry.file} was not rendered`)
    await writeWholeFile(join(part, entry.file), own.bytes)
    pages.set(entry.file, own.pages)
  }
  return pages
}

function stampOf(
  entry: CatalogueEntry,
  { kind }: SourcedDocument,
  { evaluation, settings }: ArchiveRequest,
): ArchiveStamp {
  return {
    fonds: settings.fonds,
    year: evaluation.year,
    item: entry.number.slice(entry.number.lastIndexOf(settings.separator) + 1),
    body: settings.body,
    retention: retentionWords(settings.retention[kind]),
  }
}
