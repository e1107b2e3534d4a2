import { lstat, readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { MadeArchive } from '#shared/contract/archive.ts'
import { CATALOGUE_JSON, MANIFEST, SUPPLEMENT_JSON } from '#shared/domain/archive/archive-paths.ts'
import { readCatalogue } from '#shared/domain/archive/catalogue-file.ts'
import { readSupplement } from '#shared/domain/archive/supplement.ts'
import { isTaken } from './build-folder.ts'
import { readArchivedText } from './read-archived-text.ts'

// A year's archives lie side by side: `2026年度归档`, `2026年度归档（2）`, `2026年度归档（3）补充卷` … `first` is always the path
// of the first.

const SUPPLEMENT = '补充卷'

/** The folder that a year's archive is made as, by its number, from 1; a 补充卷 says so in its name. */
export function archiveFolderOf(first: string, number: number, supplement = false): string {
  return `${number === 1 ? first : `${first}（${number}）`}${supplement ? SUPPLEMENT : ''}`
}

/** The first number under which nothing lies yet: no archive is ever written over, and no half of one filled up. */
export async function freeNumber(first: string): Promise<number> {
  let number = 1
  // A folder holds finitely many names: the walk ends.
  while ((await isTaken(archiveFolderOf(first, number))) || (await isTaken(archiveFolderOf(first, number, true))))
    number += 1
  return number
}

/** The year's archives that lie there, oldest first; a folder of that name that holds something else is none. */
export async function madeArchives(first: string, year: number): Promise<MadeArchive[]> {
  const found = await archiveFolders(first)
  const made = await Promise.all(found.map(({ number, folder }) => madeArchive(folder, year, number)))
  return made.filter(archive => archive !== null)
}

/** Null where the folder is no archive. */
async function madeArchive(folder: string, year: number, number: number): Promise<MadeArchive | null> {
  const text = await readArchivedText(join(folder, CATALOGUE_JSON))
  const isArchive = text.ok || (await lstat(join(folder, MANIFEST)).catch(() => null)) !== null
  if (!isArchive) return null
  const supplementText = await readArchivedText(join(folder, SUPPLEMENT_JSON))
  const supplement = supplementText.ok ? readSupplement(supplementText.value) : null
  const catalogue = text.ok ? readCatalogue(text.value) : null
  const entries = catalogue?.ok ? catalogue.value.entries : null
  return {
    year,
    number,
    name: basename(folder),
    folder,
    documents: entries?.length ?? null,
    pages: entries?.reduce((pages, entry) => pages + entry.pages, 0) ?? null,
    continues: supplement?.ok ? supplement.value.continues.folder : null,
  }
}

/** The years of which archives lie in the documents' folder; `folderOf` gives the path of a year's first. */
export async function archivedYears(folderOf: (year: number) => string): Promise<number[]> {
  const names = await readdir(dirname(folderOf(2000))).catch(() => [])
  const years = new Set(names.map(name => Number(/^\d{4}/.exec(name)?.[0] ?? Number.NaN)))
  return [...years].filter(year => year >= 1900 && names.some(name => name.startsWith(basename(folderOf(year))))).sort()
}

type Found = { readonly number: number; readonly folder: string }

async function archiveFolders(first: string): Promise<Found[]> {
  const start = basename(first)
  // Links are not followed: an archive that lies elsewhere was not made here.
  const entries = await readdir(dirname(first), { withFileTypes: true }).catch(() => [])
  return entries
    .filter(entry => entry.isDirectory() && entry.name.startsWith(start))
    .flatMap(({ name }): Found[] => {
      const folder = join(dirname(first), name)
      if (name === start) return [{ number: 1, folder }]
      const number = /^（([1-9]\d{0,2})）(?:补充卷)?$/.exec(name.slice(start.length))?.[1]
      return number === undefined || number === '1' ? [] : [{ number: Number(number), folder }]
    })
    .sort((a, b) => a.number - b.number)
}
