import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { createArchive } from '#electron/host/archive/create-archive.ts'
import type * as Papers from '#electron/host/archive/render-papers.ts'
import { verifyArchive } from '#electron/host/archive/verify-archive.ts'
import type * as Printer from '#electron/host/sheets/print-sheets.ts'
import { buildYear } from '#tests/unit/sheets/build-year.ts'
import { filesUnder } from '#tests/unit/sheets/temporary-folder.ts'
import { archiveRequest, contentsOf } from './build-archive.ts'

// The disk fails at the n-th operation of the archive writer, for every n: under the archive's name stands a whole
// archive or nothing. The sheets are printed for real once; then their bytes are laid down anew each time, so that some
// hundred archives take seconds.

const disk = vi.hoisted(() => ({
  operations: 0,
  failsAt: Number.POSITIVE_INFINITY,
  isGone: false,
  code: 'ENOSPC',
  /** Whether what failed first was the flushing of a folder: a new name's second safety, which no failure takes away. */
  isFlush: false,
}))
const cache = vi.hoisted(() => ({
  printed: null as unknown,
  files: new Map<string, Buffer>(),
  papers: new Map<number, unknown>(),
}))

vi.mock('node:fs/promises', async importOriginal => {
  const fs = await importOriginal<typeof import('node:fs/promises')>()
  const fails = (isFlush: boolean): boolean => {
    const number = disk.operations++
    if (number === disk.failsAt) disk.isFlush = isFlush
    return number === disk.failsAt || (disk.isGone && number > disk.failsAt)
  }
  const fault = () => Object.assign(new Error(`${disk.code}: made by the test`), { code: disk.code, syscall: 'test' })
  const guarded =
    <Arguments extends unknown[], Answer>(
      act: (...args: Arguments) => Promise<Answer>,
      isFlush: (...args: Arguments) => boolean = () => false,
    ) =>
    async (...args: Arguments): Promise<Answer> => {
      if (fails(isFlush(...args))) throw fault()
      return await act(...args)
    }
  return {
    ...fs,
    mkdir: guarded(fs.mkdir),
    readFile: guarded(fs.readFile),
    readdir: guarded(fs.readdir as (...args: unknown[]) => Promise<unknown>),
    rename: guarded(fs.rename),
    rm: guarded(fs.rm),
    rmdir: guarded(fs.rmdir),
    open: guarded(
      async (...args: Parameters<typeof fs.open>) => {
        const handle = await fs.open(...args)
        const write = handle.writeFile.bind(handle)
        // No power is cut here: the disk need not be waited for.
        handle.sync = guarded(
          async () => undefined,
          () => args[1] === 'r',
        )
        handle.writeFile = async data => {
          if (!fails(false)) return await write(data)
          // A full disk takes what still fits.
          if (Buffer.isBuffer(data)) await write(data.subarray(0, data.length / 2))
          throw fault()
        }
        return handle
      },
      (_path, flags) => flags === 'r',
    ),
  }
})

vi.mock('#electron/host/sheets/print-sheets.ts', async importOriginal => {
  const printer = await importOriginal<typeof Printer>()
  const { writeWholeFile } = await import('#electron/host/write-whole-file.ts')
  const { diskFailure } = await import('#electron/host/sheets/disk-failure.ts')
  const printSheets: typeof Printer.printSheets = async request => {
    if (cache.printed === null) {
      const printed = await printer.printSheets(request)
      cache.files = await contentsOf(request.folder)
      cache.printed = printed
    }
    try {
      for (const [path, bytes] of cache.files) await writeWholeFile(join(request.folder, path), bytes)
    } catch (error) {
      const code = diskFailure(error) ?? 'internal'
      return { ok: false, error: { code, details: [request.folder], printed: [] } }
    }
    return cache.printed as Awaited<ReturnType<typeof printer.printSheets>>
  }
  return { ...printer, printSheets }
})

vi.mock('#electron/host/archive/render-papers.ts', async importOriginal => {
  const papers = await importOriginal<typeof Papers>()
  const renderPapers: typeof Papers.renderPapers = async definitions => {
    const rendered = cache.papers.get(definitions.length) ?? (await papers.renderPapers(definitions))
    cache.papers.set(definitions.length, rendered)
    return rendered as Awaited<ReturnType<typeof papers.renderPapers>>
  }
  return { ...papers, renderPapers }
})

let home = ''
let operations = 0
const year = buildYear(1)

/** Makes an archive while the disk fails at the n-th operation; what is left of it is looked at with a sound disk, and goes. */
async function archiveFailing(at: number, isGone = false) {
  const folder = join(home, 'archive')
  Object.assign(disk, { operations: 0, failsAt: at, isGone, isFlush: false })
  const made = await createArchive(archiveRequest(year, folder))
  const { operations: count, isFlush } = disk
  Object.assign(disk, { failsAt: Number.POSITIVE_INFINITY, isGone: false })
  const left = new Set((await filesUnder(home)).map(path => path.split('/')[0] ?? ''))
  const isThere = left.has('archive')
  if (isThere) expect(await isWhole(folder), `operation ${at}`).toBe(true)
  await rm(home, { recursive: true })
  await mkdir(home)
  return { made, folder, count, left, isThere, isFlush }
}

async function isWhole(folder: string): Promise<boolean> {
  const verified = await verifyArchive(folder)
  return verified.ok && verified.value.findings.length === 0
}

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'pingyi-faults-'))
  await archiveFailing(Number.POSITIVE_INFINITY)
  const { made, isThere, count } = await archiveFailing(Number.POSITIVE_INFINITY)
  operations = count
  expect(made).toMatchObject({ ok: true })
  expect(isThere).toBe(true)
}, 120_000)
afterEach(() => Object.assign(disk, { failsAt: Number.POSITIVE_INFINITY, isGone: false, code: 'ENOSPC' }))
afterAll(() => rm(home, { recursive: true, force: true }))

describe('a disk that fails at any operation', () => {
  test('leaves a whole archive or nothing at all, and the failure is told', async () => {
    expect(operations).toBeGreaterThan(60)
    let late = 0
    for (let at = 0; at < operations; at++) {
      const { made, folder, left, isThere, isFlush } = await archiveFailing(at)
      const operation = `operation ${at}`
      if (made.ok) expect(isFlush, operation).toBe(true)
      else expect(made, operation).toEqual({ ok: false, error: { code: 'no-space', details: [folder] } })
      expect(made.ok && !isThere, operation).toBe(false)
      if (!made.ok && isThere) late += 1
      expect(
        [...left].filter(name => name.includes('未完成')),
        operation,
      ).toEqual([])
    }
    // Only flushing the parent comes after the rename.
    expect(late).toBeLessThanOrEqual(3)
  }, 120_000)

  // The disk is pulled out: not even cleaning up is possible, but nothing half-made has the archive's name.
  test('and stays away leaves nothing under the archive’s name', async () => {
    for (let at = 0; at < operations; at++) {
      const { made, isThere } = await archiveFailing(at, true)
      if (!isThere) expect(made.ok, `operation ${at}`).toBe(false)
    }
  }, 120_000)

  test.each([
    ['EROFS', 'read-only'],
    ['ENOENT', 'no-folder'],
    ['EIO', 'disk-error'],
  ])('%s is told as %s', async (code, failure) => {
    disk.code = code
    // Well behind the printing, in the archive's own files.
    const { made } = await archiveFailing(operations - 20)
    expect(made).toMatchObject({ ok: false, error: { code: failure } })
  })
})
