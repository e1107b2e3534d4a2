import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWholeFile } from '#electron/host/write-whole-file.ts'
import { gapLine } from '#shared/domain/archive/archive-gap.ts'
import { archiveNote } from '#shared/domain/archive/archive-note.ts'
import * as PATHS from '#shared/domain/archive/archive-paths.ts'
import { writeCatalogue } from '#shared/domain/archive/catalogue-file.ts'
import { writeManifest } from '#shared/domain/archive/manifest.ts'
import { retentionWords } from '#shared/domain/archive/retention.ts'
import { writeSupplement } from '#shared/domain/archive/supplement.ts'
import { writeEvaluation } from '#shared/domain/evaluation/write-evaluation.ts'
import { resultsOf, writeResults } from '#shared/domain/score/results.ts'
import { archiveCatalogue } from '#shared/sheets/archive-catalogue/archive-catalogue.ts'
import type { ArchiveBox, BoxSeries } from '#shared/sheets/archive-papers/archive-box.ts'
import { boxSpine } from '#shared/sheets/archive-papers/box-spine.ts'
import { handoverList } from '#shared/sheets/archive-papers/handover-list.ts'
import { reviewNote } from '#shared/sheets/archive-papers/review-note.ts'
import { sampleMarked } from '#shared/sheets/finish-sheet.ts'
import type { Definition } from '#shared/sheets/paper/definition.ts'
import type { YearData } from '#shared/sheets/year-data.ts'
import { catalogueWorkbook } from './catalogue-workbook.ts'
import type { ArchiveRequest } from './create-archive.ts'
import { renderPapers } from './render-papers.ts'
import { hashFile, sha256 } from './sha256.ts'
import type { NumberedDocument } from './write-documents.ts'
import { writeScheme } from './write-scheme.ts'

/** Writes all that is no document: catalogue, papers, data, script, note; resolves to their paths. */
export async function writeArchiveFiles(
  part: string,
  request: ArchiveRequest,
  year: YearData,
  numbered: readonly NumberedDocument[],
): Promise<readonly string[]> {
  const { evaluation, settings, date, gaps, files, supplement, sample } = request
  const { title, organiser } = evaluation
  const entries = numbered.map(({ entry }) => entry)
  const documents = numbered.map(({ document }) => document)
  const { paths, contents } = await renderedPapers(request, year, numbered)
  const script = files?.recount ?? (await readFile(new URL('../../../resources/recount/recount.mjs', import.meta.url)))
  const written: readonly (readonly [string, string | Uint8Array])[] = [
    ...contents,
    [PATHS.CATALOGUE_XLSX, catalogueWorkbook(entries, sample)],
    [PATHS.EVALUATION_JSON, writeEvaluation(evaluation)],
    [PATHS.RESULTS_JSON, writeResults(resultsOf(year.score))],
    [PATHS.SCHEME_JSON, writeScheme(evaluation)],
    [PATHS.CATALOGUE_JSON, writeCatalogue(evaluation.year, { entries, papers: paths, sample })],
    ...(supplement ? [[PATHS.SUPPLEMENT_JSON, writeSupplement(supplement)] as const] : []),
    [PATHS.RECOUNT_SCRIPT, script],
    [
      PATHS.NOTE,
      archiveNote({ title, organiser, date, settings, documents, gaps, supplement: supplement ?? null, sample }),
    ],
  ]
  for (const [path, content] of written) await writeWholeFile(join(part, path), Buffer.from(content))
  return written.map(([path]) => path)
}

/** The catalogue and the papers around the documents as PDF; `paths` are those that are no fixed path. */
async function renderedPapers(
  { evaluation, settings, gaps, sample, files, supplement }: ArchiveRequest,
  year: YearData,
  numbered: readonly NumberedDocument[],
): Promise<{ readonly paths: readonly string[]; readonly contents: readonly (readonly [string, Uint8Array])[] }> {
  const { title, organiser } = evaluation
  const about = { year: evaluation.year, title, organiser, fonds: settings.fonds, body: settings.body, date: year.date }
  const box: ArchiveBox = { ...about, series: seriesOf(numbered, settings.retention), gaps: gaps.map(gapLine) }
  const papers: readonly (readonly [string, Definition])[] = [
    [PATHS.CATALOGUE_PDF, archiveCatalogue({ ...about, rows: numbered.map(({ entry }) => entry) })],
    [PATHS.PAPERS.reviewNote, reviewNote(box)],
    [PATHS.PAPERS.boxSpine, boxSpine(box)],
    [PATHS.PAPERS.handoverList, handoverList(box)],
  ]
  const rendered = await renderPapers(
    papers.map(([, definition]) => sampleMarked(definition, sample)),
    files?.papersWorker,
  )
  const own = papers.map(([path]) => path).filter(path => path !== PATHS.CATALOGUE_PDF)
  return {
    paths: supplement ? [...own, PATHS.SUPPLEMENT_JSON] : own,
    contents: papers.map(([path], index) => {
      const bytes = rendered[index]?.bytes
      if (!bytes) throw new Error(`${path} was not rendered`)
      return [path, bytes] as const
    }),
  }
}

function seriesOf(
  numbered: readonly NumberedDocument[],
  retention: ArchiveRequest['settings']['retention'],
): BoxSeries[] {
  const series = Map.groupBy(numbered, ({ document }) => retention[document.kind])
  return [...series].map(([kept, own]) => ({
    retention: retentionWords(kept),
    from: own[0]?.entry.number ?? '',
    to: own.at(-1)?.entry.number ?? '',
    documents: own.length,
    pages: own.reduce((total, { entry }) => total + entry.pages, 0),
  }))
}

/** Hashes what really lies on the disk, not what was meant to be written; a file that is not there rejects. */
export async function writeManifestFile(part: string, paths: readonly string[]): Promise<string> {
  const hashes = new Map<string, string>()
  for (const path of paths) hashes.set(path, (await hashFile(join(part, path))).hash)
  const manifest = writeManifest(hashes, sha256)
  await writeWholeFile(join(part, PATHS.MANIFEST), Buffer.from(manifest))
  return sha256(manifest)
}
