import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWholeFile } from '#electron/host/write-whole-file.ts'
import {
  CATALOGUE_JSON,
  DATA_PATHS,
  DESTRUCTION_RECORD,
  DESTRUCTION_REGISTER,
  destructionFolder,
  EVALUATION_JSON,
  MANIFEST,
} from '#shared/domain/archive/archive-paths.ts'
import type { CatalogueEntry } from '#shared/domain/archive/catalogue.ts'
import { readCatalogue } from '#shared/domain/archive/catalogue-file.ts'
import {
  type Destruction,
  type DestructionDecision,
  decisionFaults,
  writeDestruction,
} from '#shared/domain/archive/destruction.ts'
import { documentDue, isDue } from '#shared/domain/archive/due-documents.ts'
import { findingLine } from '#shared/domain/archive/finding.ts'
import { type Hashes, readManifest } from '#shared/domain/archive/manifest.ts'
import { readRetention, retentionWords } from '#shared/domain/archive/retention.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { destructionRegister } from '#shared/sheets/archive-papers/destruction-register.ts'
import { sampleMarked } from '#shared/sheets/finish-sheet.ts'
import { buildFolder } from './build-folder.ts'
import { readArchivedText } from './read-archived-text.ts'
import { renderPapers } from './render-papers.ts'
import { hashFile, sha256 } from './sha256.ts'
import type { Verified } from './verify-archive.ts'

export type DestroyRequest = {
  readonly folder: string
  /** What verifies the archive as it stands. */
  readonly verify: (folder: string) => Promise<Result<Verified, { readonly code: string }>>
  /** Reference numbers of the documents to go. */
  readonly numbers: readonly string[]
  readonly decision: DestructionDecision
  readonly papersWorker?: string | URL | undefined
}

export type Destroyed = {
  readonly documents: number
  /** SHA-256 of the record: what should be written down on the signed register. */
  readonly digest: string
  /** Files that the record tells of and that could not be deleted yet, e.g. because another program holds them open. */
  readonly left: readonly string[]
}

export type DestroyFailure =
  /** The archive is not as it was made: its findings. */
  | { readonly code: 'not-sound'; readonly lines: readonly string[] }
  /** Numbers that are not in the catalogue, gone already, or kept still. */
  | { readonly code: 'not-due'; readonly lines: readonly string[] }
  | { readonly code: 'bad-decision'; readonly lines: readonly string[] }
  | { readonly code: 'unreadable'; readonly lines: readonly string[] }

/**
 * Destroys documents whose time is over. The record and the register are put in place in one step, whole; only then are the
 * files deleted, so that whatever interrupts it leaves either the archive as it was or a record that `finishDestruction`
 * carries out. Rejects with the system's error where the disk fails before the record stands.
 */
export async function destroyDocuments(request: DestroyRequest): Promise<Result<Destroyed, DestroyFailure>> {
  const { folder, decision, numbers } = request
  const faults = decisionFaults(decision)
  if (faults.length > 0) return failure({ code: 'bad-decision', lines: faults })
  const finished = await finishDestruction(request)
  if (!finished.ok) return finished
  const { destroyed } = finished.value.verified
  const read = await readArchive(folder)
  if (!read) return failure({ code: 'not-sound', lines: [CATALOGUE_JSON] })
  const { entries, hashed, manifest } = read
  const before = new Set(destroyed?.numbers)
  const chosen = new Set(numbers)
  const wrong = [...chosen].filter(number => before.has(number) || !isDueOn(entries, number, decision.date))
  if (wrong.length > 0 || chosen.size === 0) return failure({ code: 'not-due', lines: wrong })
  const rows = entries.filter(({ number }) => chosen.has(number))
  const plan: Plan = {
    year: read.evaluation.year,
    sequence: (destroyed?.times ?? 0) + 1,
    continues: destroyed?.digest ?? sha256(manifest),
    ...decision,
    documents: rows.map(row => ({
      ...{ number: row.number, title: row.title, pages: row.pages },
      ...{ retention: documentDue(row)?.retention ?? '', due: documentDue(row)?.due ?? '' },
      files: [row.file, ...(row.signed ?? [])].map(hashed),
    })),
    // A year's data is kept as long as any document that it explains.
    data: rows.length + before.size === entries.length ? DATA_PATHS.map(hashed) : [],
  }
  const digest = await putRecord(request, plan, read)
  if (digest === null) return failure({ code: 'not-sound', lines: [destructionFolder(plan.sequence)] })
  const files = [...plan.documents.flatMap(document => document.files), ...plan.data]
  return success({ documents: rows.length, digest, left: await deleteFiles(folder, files) })
}

/** Deletes what an archive's own records say is destroyed and an interruption left. The archive must be sound otherwise. */
export async function finishDestruction({
  folder,
  verify,
}: Pick<DestroyRequest, 'folder' | 'verify'>): Promise<
  Result<{ readonly verified: Verified; readonly left: readonly string[] }, DestroyFailure>
> {
  const verified = await verify(folder)
  if (!verified.ok) return failure({ code: 'unreadable', lines: [verified.error.code] })
  const wrong = verified.value.findings.filter(({ kind }) => kind !== 'destroyed')
  if (wrong.length > 0) return failure({ code: 'not-sound', lines: wrong.map(findingLine) })
  const { files } = readManifest(await readFile(join(folder, MANIFEST), 'utf8'), sha256)
  const left = await deleteFiles(folder, (verified.value.destroyed?.left ?? []).map(hashedBy(files)))
  return success({ verified: verified.value, left })
}

type Plan = Omit<Destruction, 'format' | 'version' | 'seal' | 'register'>

function isDueOn(entries: readonly CatalogueEntry[], number: string, day: string): boolean {
  const row = entries.find(entry => entry.number === number)
  const kept = row ? documentDue(row) : null
  return kept !== null && isDue(kept, day)
}

function hashedBy(files: Hashes) {
  return (path: string) => {
    const hash = files.get(path)
    if (hash === undefined) throw new Error(`${path} is not in a manifest that was found sound`)
    return { path, sha256: hash }
  }
}

/** What the record is made of; null where the archive's data cannot be read. */
async function readArchive(folder: string) {
  const [catalogueText, evaluationText, manifest] = await Promise.all(
    [CATALOGUE_JSON, EVALUATION_JSON, MANIFEST].map(path => readArchivedText(join(folder, path))),
  )
  if (!catalogueText?.ok || !evaluationText?.ok || !manifest?.ok) return null
  const catalogue = readCatalogue(catalogueText.value)
  const evaluation = readEvaluation(evaluationText.value)
  if (!catalogue.ok || !evaluation.ok) return null
  return {
    entries: catalogue.value.entries,
    sample: catalogue.value.sample ?? false,
    evaluation: evaluation.value,
    manifest: manifest.value,
    hashed: hashedBy(readManifest(manifest.value, sha256).files),
  }
}

function inWords<Document extends { readonly retention: string }>(document: Document): Document {
  const kept = readRetention(document.retention)
  return kept ? { ...document, retention: retentionWords(kept) } : document
}

/** The record's digest; null where a folder of that name lies there already. */
async function putRecord(
  { folder, papersWorker }: DestroyRequest,
  plan: Plan,
  { evaluation, sample }: { readonly evaluation: Pick<Evaluation, 'title' | 'organiser'>; readonly sample: boolean },
): Promise<string | null> {
  const [rendered] = await renderPapers(
    [sampleMarked(destructionRegister({ ...plan, documents: plan.documents.map(inWords) }, evaluation), sample)],
    papersWorker,
  )
  if (!rendered) throw new Error('the register was not rendered')
  const built = await buildFolder<string, never>(
    join(folder, destructionFolder(plan.sequence)),
    async part => {
      await writeWholeFile(join(part, DESTRUCTION_REGISTER), rendered.bytes)
      const register = (await hashFile(join(part, DESTRUCTION_REGISTER))).hash
      const record = writeDestruction({ ...plan, register }, sha256)
      await writeWholeFile(join(part, DESTRUCTION_RECORD), Buffer.from(record))
      return success(sha256(record))
    },
    folder,
  )
  return built.ok ? built.value : null
}

/** Deletes files that lie there with the bytes they are known by; resolves to those that are still there. */
async function deleteFiles(
  folder: string,
  files: readonly { readonly path: string; readonly sha256: string }[],
): Promise<readonly string[]> {
  const left: string[] = []
  for (const { path, sha256: known } of files) {
    const place = join(folder, path)
    const gone = await hashFile(place)
      .then(
        // Something else under that name is nobody's to delete: `verify` tells it.
        async ({ hash }) => hash === known && (await rm(place).then(() => true)),
        (error: NodeJS.ErrnoException) => error.code === 'ENOENT',
      )
      .catch(() => false)
    if (!gone) left.push(path)
  }
  return left
}
