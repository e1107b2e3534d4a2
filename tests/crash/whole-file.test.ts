import { describe, expect, test, vi } from 'vitest'
import { writeWholeFile } from '#electron/host/write-whole-file.ts'
import { record } from '#tests/prove/record.ts'
import { scaled } from './depth.ts'
import { PowerCut } from './memory-disk.ts'
import { MemoryFolder } from './memory-folder.ts'

// PROMISES.md §2: the mirror, the backup and every file of an archive are written whole or not at all. The power goes, or
// the disk fails, at every single operation of the one function that writes them.

const current = vi.hoisted(() => ({ folder: null as MemoryFolder | null, forgetSync: false }))
vi.mock('node:fs/promises', () => {
  const now = () => {
    const functions = current.folder?.promises()
    if (!functions) throw new Error('no folder')
    return functions
  }
  return {
    mkdir: () => now().mkdir(),
    rm: (path: string) => now().rm(path),
    rename: (from: string, to: string) => now().rename(from, to),
    open: async (path: string, flags?: string) => {
      const handle = await now().open(path, flags)
      return current.forgetSync ? { ...handle, sync: async () => undefined } : handle
    },
  }
})

const PATH = '/data/years/2026.pingyi.json'
const OLD = Buffer.from(`old ${'o'.repeat(5_000)}`)
const NEW = Buffer.from(`new ${'n'.repeat(9_000)}`)

type Run = { readonly folder: MemoryFolder; readonly told: boolean }

/** Writes the new text over the old one in trouble; whether it was told that it is written. */
async function writeIn(
  trouble: Parameters<MemoryFolder['trouble']>[0],
  seed: number,
  before: Buffer | null,
): Promise<Run> {
  const folder = new MemoryFolder(seed)
  current.folder = folder
  if (before) {
    await writeWholeFile(PATH, before)
    folder.settle()
  }
  folder.trouble(trouble)
  try {
    await writeWholeFile(PATH, NEW)
    return { folder, told: true }
  } catch (error) {
    if (!(error instanceof PowerCut || (error instanceof Error && 'syscall' in error))) throw error
    return { folder, told: false }
  }
}

const isOneOf = (bytes: Buffer | null, texts: readonly (Buffer | null)[]) =>
  texts.some(text => (text === null ? bytes === null : bytes?.equals(text) === true))

async function operations(): Promise<number> {
  const { folder, told } = await writeIn(null, 1, OLD)
  expect([told, folder.list()]).toEqual([true, [PATH]])
  return folder.operations
}

describe('a whole file', () => {
  // Catches: a file written in place, a rename before the sync: half a year under the year's name after a power cut.
  test.each(['stop', 'tear'] as const)('is the old one or the new one when the power goes (%s)', async kind => {
    const all = await operations()
    expect(all).toBeGreaterThanOrEqual(6)
    let runs = 0
    for (let at = 1; at <= all; at++)
      for (const before of [OLD, null])
        for (let seed = 1; seed <= scaled(40, 400); seed++) {
          const { folder } = await writeIn({ kind, at }, 1_000 * at + seed, before)
          folder.restart()
          runs++
          expect(isOneOf(folder.read(PATH), [before, NEW]), `operation ${at}, seed ${seed}`).toBe(true)
        }
    record('files: one whole file, the power cut at every operation', { interrupted: runs })
  })

  test.each(['ENOSPC', 'EIO', 'EROFS'])('is the old one where it is told that the disk failed (%s)', async code => {
    const all = await operations()
    for (let at = 1; at <= all; at++)
      for (const times of [1, 100]) {
        const { folder, told } = await writeIn({ kind: 'fail', at, code, times }, at, OLD)
        // The last three sync the folder, once the new file stands whole: a disk that refuses that costs nothing.
        const stands = at > all - 3 ? NEW : OLD
        expect([told, folder.read(PATH)?.equals(stands)], `operation ${at}`).toEqual([stands === NEW, true])
        // One failure leaves nothing lying about.
        if (times === 1) expect(folder.list()).toEqual([PATH])
      }
    record('files: one whole file, the disk failing at every operation', { interrupted: 2 * all })
  })

  // The rig itself: without the sync a power cut leaves less than a whole file, and this must be seen.
  test('would be seen half written without its sync', async () => {
    current.forgetSync = true
    let half = 0
    for (let seed = 1; seed <= 60; seed++) {
      const { folder } = await writeIn(null, seed, OLD)
      folder.restart()
      if (!isOneOf(folder.read(PATH), [OLD, NEW])) half++
    }
    current.forgetSync = false
    expect(half).toBeGreaterThan(10)
  })
})
