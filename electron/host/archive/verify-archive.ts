import { join } from 'node:path'
import { CATALOGUE_JSON, EVALUATION_JSON, MANIFEST, SUPPLEMENT_JSON } from '#shared/domain/archive/archive-paths.ts'
import { type CatalogueFile, readCatalogue } from '#shared/domain/archive/catalogue-file.ts'
import type { DestructionsChecked } from '#shared/domain/archive/check-destructions.ts'
import { compareFiles } from '#shared/domain/archive/compare-files.ts'
import type { Finding } from '#shared/domain/archive/finding.ts'
import { withoutDestroyed } from '#shared/domain/archive/without-destroyed.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { checkCatalogue } from './check-catalogue.ts'
import { checkResults } from './check-results.ts'
import { checkSupplement } from './check-supplement.ts'
import { readArchivedText } from './read-archived-text.ts'
import { readDestructions } from './read-destructions.ts'
import { type FolderProgress, readFolder } from './read-folder.ts'
import { sha256 } from './sha256.ts'

export type Verified = {
  /** None: everything is as it was made. */
  readonly findings: readonly Finding[]
  /** Files looked at, the manifest among them. */
  readonly files: number
  /** Documents in the catalogue; null where it was not checked, being damaged or missing itself. */
  readonly documents: number | null
  /** People scored anew; null where the evaluation is damaged or missing itself. */
  readonly people: number | null
  /** For a 补充卷: the archive that it continues, and whether it was there to be checked against; null for others. */
  readonly supplement: { readonly folder: string; readonly found: boolean } | null
  /** What was destroyed by its own records; null where nothing was. */
  readonly destroyed: Destroyed | null
  /** The manifest's own hash, to be held against one written down elsewhere; null without a manifest. */
  readonly digest: string | null
}

export type VerifyOptions = {
  readonly onProgress?: FolderProgress
  readonly signal?: AbortSignal
  /** The workbook worker's file, where a bundler moved it: a catalogue of another version is read in it. */
  readonly workbookWorker?: string | URL | undefined
}

export type Destroyed = {
  /** Reference numbers. */
  readonly numbers: readonly string[]
  /** The year's data went with its last document: nothing can be scored anew. */
  readonly data: boolean
  /** How many times something was destroyed. */
  readonly times: number
  /** Files that the records say are gone and that lie there: an interruption left them, or somebody put them back. */
  readonly left: readonly string[]
  /** SHA-256 of the last record, to be held against the one on the signed register. */
  readonly digest: string | null
}

/**
 * Checks an archive: every file against the manifest, the catalogue against the documents, the results against two
 * tallies. `not-an-archive` where the folder holds neither manifest nor catalogue. Rejects where it cannot be read.
 */
export async function verifyArchive(
  folder: string,
  { onProgress, signal, workbookWorker }: VerifyOptions = {},
): Promise<Result<Verified, 'not-an-archive'>> {
  const read = await readFolder(folder, onProgress, signal)
  const present = new Set(read.files)
  if (!present.has(MANIFEST) && !present.has(CATALOGUE_JSON)) return failure('not-an-archive')
  const catalogue = await readCatalogueFile(folder, present)
  const { manifest } = read
  const entries = catalogue.ok ? catalogue.value.entries : null
  const known = catalogue.ok
    ? [...catalogue.value.entries.flatMap(entry => [entry.file, ...(entry.signed ?? [])]), ...catalogue.value.papers]
    : null
  const records = await readDestructions(folder, read.files)
  const { content, destructions } = withoutDestroyed({ content: read, manifest, records, entries }, sha256)
  const findings = [...compareFiles(manifest, content, known, sha256), ...destructions.findings]
  // A renamed file is told under both its names.
  const told = new Set(findings.flatMap(({ kind, path, detail }) => (kind === 'renamed' ? [path, detail] : [path])))
  const isSound = (path: string) => !told.has(path) && !destructions.gone.has(path)
  const chain =
    present.has(SUPPLEMENT_JSON) && isSound(SUPPLEMENT_JSON) ? await checkSupplement(folder, entries ?? []) : null
  findings.push(...(chain?.findings ?? []))
  // What follows from a file that is damaged itself says nothing of the others.
  if (isSound(CATALOGUE_JSON)) {
    if (entries)
      findings.push(
        ...(await checkCatalogue(
          folder,
          entries,
          read.files,
          isSound,
          chain?.supplement?.lastItems ?? (present.has(SUPPLEMENT_JSON) ? null : {}),
          { ...(signal && { signal }), ...(workbookWorker && { worker: workbookWorker }) },
        )),
      )
    else if (!catalogue.ok) findings.push({ kind: 'catalogue', path: CATALOGUE_JSON, detail: catalogue.error })
  }
  const results = isSound(EVALUATION_JSON) ? await checkResults(folder, path => present.has(path)) : null
  return success({
    findings: [...findings, ...(results?.findings ?? [])],
    files: read.files.length,
    documents: entries && isSound(CATALOGUE_JSON) ? entries.length : null,
    people: results?.people ?? null,
    supplement: chain?.supplement ? { folder: chain.supplement.continues.folder, found: chain.found } : null,
    destroyed: destroyedBy(destructions),
    digest: manifest === null ? null : sha256(manifest),
  })
}

function destroyedBy({ records, left, digest }: DestructionsChecked): Destroyed | null {
  if (digest === null) return null
  return {
    numbers: records.flatMap(({ documents }) => documents.map(({ number }) => number)),
    data: records.some(({ data }) => data.length > 0),
    times: records.length,
    left,
    digest,
  }
}

async function readCatalogueFile(folder: string, present: ReadonlySet<string>): Promise<Result<CatalogueFile, string>> {
  if (!present.has(CATALOGUE_JSON)) return failure('没有目录数据')
  const text = await readArchivedText(join(folder, CATALOGUE_JSON))
  if (!text.ok) return text
  const read = readCatalogue(text.value)
  if (read.ok) return read
  return failure(read.error === 'newer-version' ? '由更新版本的评议生成，请升级后再核验' : '不是目录数据')
}
