import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWholeFile } from '#electron/host/write-whole-file.ts'
import type { MirroredYear, MirrorVersion } from '#shared/contract/years.ts'
import { versionMoment, versionName, versionsToDrop } from './version-names.ts'

const SUFFIX = '.pingyi.json'

/** How long one state stands before the next replaces it in the history too, in milliseconds: a day of typing is not kept letter by letter. */
const HISTORY_EVERY = 10 * 60 * 1000

export type Mirrored = { readonly text: string; readonly digest: string }

export type MirrorStore = {
  readonly list: () => Promise<MirroredYear[]>
  /** Today's state or an earlier one; null where there is none. */
  readonly read: (year: number, version: string | null) => Promise<Mirrored | null>
  /** Replaces today's state. Rejects with the system's error; then the old state stands. */
  readonly write: (year: number, text: string) => Promise<string>
  readonly versions: (year: number) => Promise<MirrorVersion[]>
  readonly remove: (year: number) => Promise<void>
}

/** The mirror's files: `<year>.pingyi.json`, and their earlier states in `history/<year>/`. */
export function createMirrorStore(folder: string, now: () => Date): MirrorStore {
  const fileOf = (year: number) => join(folder, `${year}${SUFFIX}`)
  const historyOf = (year: number) => join(folder, 'history', String(year))
  const versionsOf = async (year: number) =>
    (await readdir(historyOf(year)).catch(noEntries))
      .filter(name => name.endsWith(SUFFIX))
      .map(name => name.slice(0, -SUFFIX.length))
      .toSorted()
      .toReversed()

  /** Copies what is about to be replaced, unless the history has a state that is young enough. */
  const keepOld = async (year: number) => {
    const old = await readFile(fileOf(year)).catch(() => null)
    if (!old) return
    const [latest] = await versionsOf(year)
    const age = latest === undefined ? HISTORY_EVERY : now().getTime() - Date.parse(versionMoment(latest).savedAt)
    // A latest one from the future: the clock was wrong then, or is now.
    if (age >= 0 && age < HISTORY_EVERY) return
    await mkdir(historyOf(year), { recursive: true })
    await writeFile(join(historyOf(year), `${versionName(now(), false)}${SUFFIX}`), old)
    for (const name of versionsToDrop(await versionsOf(year)))
      await rm(join(historyOf(year), `${name}${SUFFIX}`), { force: true })
  }

  return {
    list: async () => {
      const years = (await readdir(folder).catch(noEntries)).flatMap(name => {
        const match = /^(\d{4})\.pingyi\.json$/.exec(name)
        return match ? [Number(match[1])] : []
      })
      const listed = await Promise.all(
        years.map(async year => {
          const [bytes, status] = await Promise.all([readFile(fileOf(year)), stat(fileOf(year))])
          const title = titleOf(bytes)
          if (title === null) return []
          return [{ year, title, digest: digestOf(bytes), savedAt: status.mtime.toISOString(), bytes: status.size }]
        }),
      )
      return listed.flat().toSorted((a, b) => b.year - a.year)
    },
    read: async (year, version) => {
      const file = version === null ? fileOf(year) : join(historyOf(year), `${version}${SUFFIX}`)
      const text = await readFile(file, 'utf8').catch(() => null)
      return text === null ? null : { text, digest: digestOf(text) }
    },
    write: async (year, text) => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await keepOld(year)
      await writeWholeFile(fileOf(year), new TextEncoder().encode(text), 0o600)
      return digestOf(text)
    },
    versions: async year =>
      await Promise.all(
        (await versionsOf(year)).map(async version => ({
          version,
          ...versionMoment(version),
          bytes: (await stat(join(historyOf(year), `${version}${SUFFIX}`))).size,
        })),
      ),
    remove: async year => {
      await mkdir(historyOf(year), { recursive: true })
      await rename(fileOf(year), join(historyOf(year), `${versionName(now(), true)}${SUFFIX}`)).catch(noFile)
    },
  }
}

function digestOf(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('hex')
}

/** An evaluation file begins with these (`evaluationSchema`); a title is at most some hundred bytes. */
const HEAD =
  /^\{\s*"format"\s*:\s*"[^"]*"\s*,\s*"version"\s*:\s*\d+\s*,\s*"year"\s*:\s*\d+\s*,\s*"title"\s*:\s*("(?:[^"\\]|\\.)*")/
const HEAD_BYTES = 4096

/** The title, found without reading megabytes: the first page of a start waits for the list. */
function titleOf(bytes: Buffer): string | null {
  const [, quoted] = HEAD.exec(bytes.toString('utf8', 0, HEAD_BYTES)) ?? []
  const ended = bytes
    .toString('utf8', Math.max(0, bytes.length - 8))
    .trimEnd()
    .endsWith('}')
  return quoted !== undefined && ended ? titleIn(`{"title":${quoted}}`) : titleIn(bytes.toString('utf8'))
}

function titleIn(text: string): string | null {
  try {
    const { title } = JSON.parse(text) as { readonly title?: unknown }
    return typeof title === 'string' ? title : null
  } catch {
    return null
  }
}

function noEntries(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return []
  throw error
}

function noFile(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
