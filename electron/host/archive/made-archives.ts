import { lstat, readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { MadeArchive } from '#shared/contract/archive.ts'
import { CATALOGUE_JSON, MANIFEST } from '#shared/domain/archive/archive-paths.ts'
import { readCatalogue } from '#shared/domain/archive/catalogue-file.ts'
import { isTaken } from './build-folder.ts'
import { readArchivedText } from './read-archived-text.ts'

// A year's archives lie side by side: `2026年度归档`, `2026年度归档（2）` … `first` is always the path of the first.

/** The folder of a year's archive by its number, from 1. */
export function archiveFolderOf(first: string, number: number): string {
  return number === 1 ? first : `${first}（${number}）`
}

/** The first number under which nothing lies yet: no archive is ever written over, and no half of one filled up. */
export async function freeNumber(first: string): Promise<number> {
  let number = 1
  // A folder holds finitely many names: the walk ends.
  while (await isTaken(archiveFolderOf(first, number))) number += 1
  return number
}

/** The year's archives that lie there, oldest first; a folder of that name that holds something else is none. */
export async function madeArchives(first: string, year: number): Promise<MadeArchive[]> {
  const numbers = await archiveNumbers(first)
  const made = await Promise.all(numbers.map(number => madeArchive(first, year, number)))
  return made.filter(archive => archive !== null)
}

/** Null where no archive lies under the number. */
async function madeArchive(first: string, year: number, number: number): Promise<MadeArchive | null> {
  const folder = archiveFolderOf(first, number)
  const text = await readArchivedText(join(folder, CATALOGUE_JSON))
  const isArchive = text.ok || (await lstat(join(folder, MANIFEST)).catch(() => null)) !== null
  if (!isArchive) return null
  const catalogue = text.ok ? readCatalogue(text.value) : null
  const entries = catalogue?.ok ? catalogue.value.entries : null
  return {
    year,
    number,
    name: basename(folder),
    folder,
    documents: entries?.length ?? null,
    pages: entries?.reduce((pages, entry) => pages + entry.pages, 0) ?? null,
  }
}

async function archiveNumbers(first: string): Promise<number[]> {
  const start = basename(first)
  // Links are not followed: an archive that lies elsewhere was not made here.
  const entries = await readdir(dirname(first), { withFileTypes: true }).catch(() => [])
  return entries
    .filter(entry => entry.isDirectory() && entry.name.startsWith(start))
    .flatMap(({ name }) => {
      if (name === start) return [1]
      const number = /^（([1-9]\d{0,2})）$/.exec(name.slice(start.length))?.[1]
      return number === undefined || number === '1' ? [] : [Number(number)]
    })
    .sort((a, b) => a - b)
}
