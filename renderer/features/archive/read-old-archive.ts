import { sha256 as hashOf } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import {
  CATALOGUE_JSON,
  DESTRUCTION_RECORD,
  destructionOf,
  EVALUATION_JSON,
  MANIFEST,
} from '#shared/domain/archive/archive-paths.ts'
import type { CatalogueEntry } from '#shared/domain/archive/catalogue.ts'
import { readCatalogue } from '#shared/domain/archive/catalogue-file.ts'
import { compareFiles } from '#shared/domain/archive/compare-files.ts'
import { findingLine } from '#shared/domain/archive/finding.ts'
import { withoutDestroyed } from '#shared/domain/archive/without-destroyed.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'

/** An archive that is looked at. */
export type OldArchive = {
  readonly name: string
  readonly evaluation: Evaluation
  readonly entries: readonly CatalogueEntry[]
  /** What its files are against the manifest; null where that was not looked at (the host checks its own). */
  readonly checked: { readonly files: number; readonly lines: readonly string[] } | null
}

/** The texts of an archive's data as an archive. */
export function oldArchive(
  name: string,
  { evaluation, catalogue }: { readonly evaluation: string; readonly catalogue: string },
  checked: OldArchive['checked'],
): Result<OldArchive, 'unreadable'> {
  const [read, listed] = [readEvaluation(evaluation), readCatalogue(catalogue)]
  if (!read.ok || !listed.ok) return failure('unreadable')
  return success({ name, evaluation: read.value, entries: listed.value.entries, checked })
}

/** A folder that a person chose, as an archive, with every file held against the manifest. Rejects where a file cannot be read. */
export async function readOldArchive(
  chosen: readonly File[],
): Promise<Result<OldArchive, 'unreadable' | 'not-archive'>> {
  const files = new Map(chosen.map(file => [file.webkitRelativePath.split('/').slice(1).join('/'), file]))
  const name = chosen[0]?.webkitRelativePath.split('/')[0] ?? ''
  const [evaluation, catalogue] = [files.get(EVALUATION_JSON), files.get(CATALOGUE_JSON)]
  if (!evaluation || !catalogue) return failure('not-archive')
  const texts = { evaluation: await evaluation.text(), catalogue: await catalogue.text() }
  const hashes = new Map<string, string>()
  for (const [path, file] of files)
    if (path !== MANIFEST)
      hashes.set(path, bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))))
  const listed = readCatalogue(texts.catalogue)
  const known = listed.ok
    ? [...listed.value.entries.flatMap(entry => [entry.file, ...(entry.signed ?? [])]), ...listed.value.papers]
    : null
  const content = {
    hashes,
    unreadable: new Map<string, string>(),
    oddities: [],
    emptyFolders: [],
    emptyFiles: new Set([...files].filter(([, file]) => file.size === 0).map(([path]) => path)),
  }
  const manifest = (await files.get(MANIFEST)?.text()) ?? null
  const sha256 = (text: string) => bytesToHex(hashOf(utf8ToBytes(text)))
  const entries = listed.ok ? listed.value.entries : null
  const kept = withoutDestroyed({ content, manifest, records: await recordsIn(files), entries }, sha256)
  const findings = [...compareFiles(manifest, kept.content, known, sha256), ...kept.destructions.findings]
  return oldArchive(name, texts, { files: files.size, lines: findings.map(findingLine) })
}

/** The texts of the destruction records, by sequence. */
async function recordsIn(files: ReadonlyMap<string, File>): Promise<ReadonlyMap<number, string>> {
  const records = new Map<number, string>()
  for (const [path, file] of files) {
    const sequence = destructionOf(path)
    if (sequence !== null && path.endsWith(`/${DESTRUCTION_RECORD}`)) records.set(sequence, await file.text())
  }
  return records
}
