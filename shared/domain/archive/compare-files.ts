import { DOCUMENTS_FOLDER, FIXED_PATHS, MANIFEST } from './archive-paths.ts'
import type { Finding } from './finding.ts'
import { type Hashes, isOnlyManifestDamaged, readManifest } from './manifest.ts'

/** What lies in an archive folder; the manifest is not among the files. */
export type FolderContent = {
  readonly hashes: Hashes
  /** Files that could not be read, with the system's reason. */
  readonly unreadable: ReadonlyMap<string, string>
  /** Links, devices … : what no archive holds. */
  readonly oddities: readonly string[]
  readonly emptyFolders: readonly string[]
  /** Files without a byte, which is what a copy that failed often leaves. */
  readonly emptyFiles: ReadonlySet<string>
}

const EMPTY_HASH = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const NO_MANIFEST: Finding = { kind: 'missing', path: MANIFEST, detail: '无法核对各文件' }
const LEFT_BY_SYSTEMS = /(^|\/)(\.DS_Store|\._[^/]*|Thumbs\.db|desktop\.ini|~\$[^/]*)$/i

/**
 * Names every file that differs from the manifest, is missing, new or renamed, and the manifest itself where it is
 * damaged. `manifest` is its text, null where there is none; `documents` are the paths of the catalogue (null where it
 * cannot be read), which tell what belongs to the archive where the manifest no longer can.
 */
export function compareFiles(
  manifest: string | null,
  content: FolderContent,
  documents: readonly string[] | null,
  sha256: (text: string) => string,
): Finding[] {
  const { hashes, unreadable } = content
  const odd: Finding[] = [
    ...content.oddities.map((path): Finding => ({ kind: 'not-a-file', path })),
    ...content.emptyFolders.map((path): Finding => ({ kind: 'new', path: `${path}/`, detail: '空文件夹' })),
    ...[...unreadable].map(([path, reason]): Finding => ({ kind: 'unreadable', path, detail: reason })),
  ]
  const present = new Set([...hashes.keys(), ...unreadable.keys(), ...content.oddities])
  const known = new Set([...FIXED_PATHS, ...(documents ?? [])])
  const isKnown = (path: string) => known.has(path) || (documents === null && path.startsWith(`${DOCUMENTS_FOLDER}/`))
  const lost = [...known].filter(path => !present.has(path)).map((path): Finding => ({ kind: 'missing', path }))
  const strange = (path: string) => !isKnown(path)
  if (manifest === null)
    return [
      ...(present.has(MANIFEST) ? [] : [NO_MANIFEST]),
      ...odd,
      ...lost,
      ...[...hashes.keys()].filter(strange).map(newFinding),
    ]
  const { files, intact } = readManifest(manifest, sha256)
  if (intact) return [...odd, ...differences(files, content, present)]
  const damaged: Finding = { kind: 'manifest', path: MANIFEST }
  if (lost.length === 0 && isOnlyManifestDamaged(manifest, hashes, sha256)) return [damaged, ...odd]
  // Of a damaged line nothing is known: a file is named where its own line is whole and says otherwise.
  const changed = [...files].filter(([path, hash]) => hashes.has(path) && hashes.get(path) !== hash)
  const added = [...hashes.keys()].filter(path => strange(path) && !files.has(path))
  return [damaged, ...odd, ...changed.map(([path]) => changedFinding(path, content)), ...lost, ...added.map(newFinding)]
}

function differences(files: Hashes, content: FolderContent, present: ReadonlySet<string>): Finding[] {
  const { hashes } = content
  const missing = [...files.keys()].filter(path => !present.has(path))
  const added = [...hashes.keys()].filter(path => !files.has(path))
  const renamed = new Map<string, string>()
  for (const path of missing) {
    const hash = files.get(path)
    const found = added.find(other => hashes.get(other) === hash && ![...renamed.values()].includes(other))
    if (found !== undefined && hash !== EMPTY_HASH) renamed.set(path, found)
  }
  const moved = new Set(renamed.values())
  return [
    ...[...files]
      .filter(([path, hash]) => hashes.has(path) && hashes.get(path) !== hash)
      .map(([path]) => changedFinding(path, content)),
    ...[...renamed].map(([path, detail]): Finding => ({ kind: 'renamed', path, detail })),
    ...missing.filter(path => !renamed.has(path)).map((path): Finding => ({ kind: 'missing', path })),
    ...added.filter(path => !moved.has(path)).map(newFinding),
  ]
}

function newFinding(path: string): Finding {
  return LEFT_BY_SYSTEMS.test(path) ? { kind: 'new', path, detail: '系统自动生成，可以删除' } : { kind: 'new', path }
}

function changedFinding(path: string, { emptyFiles }: FolderContent): Finding {
  return emptyFiles.has(path) ? { kind: 'changed', path, detail: '现为空文件' } : { kind: 'changed', path }
}
