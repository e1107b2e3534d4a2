// 清单.sha256: one line a file in sha256sum's format, so that standard tools check it; a last line, which they take for a
// comment, holds the hash of all lines above, so that damage to the manifest is told from damage to a file.

/** Hashes as 64 lower-case hex digits, by path with `/`. */
export type Hashes = ReadonlyMap<string, string>

export type Manifest = {
  readonly files: Hashes
  /** All of the file's lines are a manifest's, and the last one vouches for the others. */
  readonly intact: boolean
}

const LINE = /^([0-9a-f]{64}) {2}(.+)$/
const SELF = '# 以上各行的 SHA-256：'

/** The manifest's lines, without the last; sorted by path, so that the same files give the same text. */
export function manifestBody(files: Hashes): string {
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, hash]) => `${hash}  ${path}\n`)
    .join('')
}

/** The whole manifest; `sha256` gives the hash of a text's UTF-8 bytes in lower-case hex. */
export function writeManifest(files: Hashes, sha256: (text: string) => string): string {
  const body = manifestBody(files)
  return `${body}${SELF}${sha256(body)}\n`
}

/**
 * Reads what can be read: of a damaged manifest the lines that are still lines, other line ends among them, so that what
 * else is wrong is still told. A path out of the archive is none.
 */
export function readManifest(text: string, sha256: (text: string) => string): Manifest {
  const files = new Map<string, string>()
  for (const line of text.split(/\r?\n/)) {
    const [, hash, path] = LINE.exec(line) ?? []
    if (hash !== undefined && path !== undefined && isInside(path)) files.set(path, hash)
  }
  return { files, intact: text === writeManifest(files, sha256) }
}

/**
 * Whether a damaged manifest is all that is damaged: the files as they are give all its lines but the last, or the hash
 * that the last one holds.
 */
export function isOnlyManifestDamaged(text: string, files: Hashes, sha256: (text: string) => string): boolean {
  const body = manifestBody(files)
  const rest = text.slice(body.length)
  const onlyLast = text.startsWith(body) && !rest.split('\n').some(line => LINE.test(line))
  return onlyLast || text.endsWith(`${SELF}${sha256(body)}\n`)
}

function isInside(path: string): boolean {
  return !/[\\\p{Cc}]/u.test(path) && path.split('/').every(part => part !== '' && part !== '.' && part !== '..')
}
