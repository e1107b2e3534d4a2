import { DATA_PATHS, DESTRUCTION_RECORD, DESTRUCTION_REGISTER, destructionFolder } from './archive-paths.ts'
import type { CatalogueEntry } from './catalogue.ts'
import { type Destruction, decisionFaults, readDestruction } from './destruction.ts'
import { documentDue } from './due-documents.ts'
import type { Finding } from './finding.ts'
import type { Hashes } from './manifest.ts'

export type DestructionsChecked = {
  readonly findings: readonly Finding[]
  /** The records that are whole, oldest first. */
  readonly records: readonly Destruction[]
  /** Files that a record accounts for and that are gone, with the hashes they had. */
  readonly gone: ReadonlyMap<string, string>
  /** Files that a record says are destroyed and that lie there: left by an interruption, or put back. */
  readonly left: readonly string[]
  /** The records and registers themselves, which the manifest does not list. */
  readonly own: ReadonlySet<string>
  /** SHA-256 of the last record, to be held against the one on the signed register; null without one. */
  readonly digest: string | null
}

type Archive = {
  /** What lies there. */
  readonly hashes: Hashes
  /** Texts of the records that lie there, by sequence. */
  readonly texts: ReadonlyMap<number, string>
  /** The manifest's files and digest; null where it is damaged or missing, and then nothing is held against it. */
  readonly manifest: { readonly files: Hashes; readonly digest: string } | null
  /** Null where the catalogue cannot be read. */
  readonly entries: readonly CatalogueEntry[] | null
}

/**
 * Holds an archive's destruction records against the archive: an unbroken chain from the manifest, only documents of the
 * catalogue, whose time was over, with the hashes that the manifest has, under two supervisors; and none of them there. A
 * record that is damaged is the only one named: the files that it still mentions are not told as missing.
 */
export function checkDestructions(archive: Archive, sha256: (text: string) => string): DestructionsChecked {
  const { hashes, texts, manifest } = archive
  const findings: Finding[] = []
  const records: Destruction[] = []
  const listed = new Map<string, string>()
  const own = new Set<string>()
  let before: string | null = manifest?.digest ?? null
  let expected = 1
  for (const [sequence, text] of [...texts].sort(([a], [b]) => a - b)) {
    const path = `${destructionFolder(sequence)}/${DESTRUCTION_RECORD}`
    const register = `${destructionFolder(sequence)}/${DESTRUCTION_REGISTER}`
    own.add(path).add(register)
    const tell = (detail: string) => findings.push({ kind: 'destruction', path, detail })
    const read = readDestruction(text, sha256)
    if (sequence !== expected) tell(`前面缺第 ${expected} 次销毁的记录`)
    if (read.ok) {
      const record = read.value
      records.push(record)
      if (record.sequence !== sequence) tell(`记录写的是第 ${record.sequence} 次`)
      else if (sequence === expected && before !== null && record.continues !== before) tell('与前面的清单或记录接不上')
      for (const detail of forgeries(record, archive, listed)) tell(detail)
      for (const { path: gone, sha256: hash } of filesOf(record)) listed.set(gone, hash)
      if (!hashes.has(register)) findings.push({ kind: 'missing', path: register })
      else if (hashes.get(register) !== record.register) findings.push({ kind: 'changed', path: register })
    } else {
      tell(read.error === 'newer-version' ? '由更新版本的评议生成，请升级后再核验' : '已损坏或被改动')
      for (const [gone, hash] of manifest?.files ?? [])
        if (!hashes.has(gone) && (text.includes(JSON.stringify(gone)) || text.includes(hash))) listed.set(gone, hash)
    }
    // What follows a damaged record cannot be held against it.
    before = read.ok ? sha256(text) : null
    expected = sequence + 1
  }
  const left = [...listed.keys()].filter(path => hashes.has(path))
  findings.push(...left.map((path): Finding => ({ kind: 'destroyed', path })))
  const last = texts.get(Math.max(...texts.keys()))
  return {
    findings,
    records,
    gone: new Map([...listed].filter(([path]) => !hashes.has(path))),
    left,
    own,
    digest: last === undefined ? null : sha256(last),
  }
}

/** All files of a destruction: of its documents, and the data. */
export function filesOf({ documents, data }: Destruction): readonly Destruction['data'][number][] {
  return [...documents.flatMap(document => document.files), ...data]
}

/** In what a record cannot be true. */
function forgeries(
  record: Destruction,
  { manifest, entries }: Archive,
  already: ReadonlyMap<string, string>,
): readonly string[] {
  const found: string[] = []
  if (decisionFaults(record).length > 0) found.push('没有写全鉴定、批准和两名监销人')
  for (const { path, sha256: hash } of filesOf(record)) {
    if (already.has(path)) found.push(`${path}：前面的记录里已销毁`)
    if (manifest && manifest.files.get(path) !== hash) found.push(`${path}：与清单的校验值不一致`)
  }
  if (!entries) return found
  const rows = new Map(entries.map(entry => [entry.number, entry]))
  for (const { number, title, pages, retention, due, files } of record.documents) {
    const row = rows.get(number)
    const own = row ? [row.file, ...(row.signed ?? [])] : []
    const kept = row ? documentDue(row) : null
    if (
      !row ||
      title !== row.title ||
      pages !== row.pages ||
      files.map(({ path }) => path).join('\n') !== own.join('\n')
    )
      found.push(`${number}：与目录不一致`)
    else if (kept?.retention !== retention || kept.due !== due || due > record.date)
      found.push(`${number}：保管期限未满`)
  }
  const destroyed = new Set([...already.keys(), ...filesOf(record).map(({ path }) => path)])
  const remaining = entries.some(entry => !destroyed.has(entry.file))
  if (record.data.some(({ path }) => !DATA_PATHS.includes(path)) || (record.data.length > 0 && remaining))
    found.push('还有文件在保管，考评数据不应销毁')
  return found
}
