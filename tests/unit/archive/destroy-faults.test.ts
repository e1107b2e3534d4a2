import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { destroyDocuments, finishDestruction } from '#electron/host/archive/destroy-documents.ts'
import type * as Papers from '#electron/host/archive/render-papers.ts'
import { verifyArchive } from '#electron/host/archive/verify-archive.ts'
import { failure } from '#shared/lib/result.ts'
import { buildYear } from '#tests/unit/sheets/build-year.ts'
import { filesUnder } from '#tests/unit/sheets/temporary-folder.ts'
import { buildArchive } from './build-archive.ts'

// The disk fails, or the process dies, at the n-th operation of a destruction, for every n: the archive is as it was, or a
// record stands that explains what is gone and lets the rest be deleted later. Nothing is ever gone without a record.

const disk = vi.hoisted(() => ({ operations: 0, failsAt: Number.POSITIVE_INFINITY, isDead: false }))
const papers = vi.hoisted(() => ({ rendered: null as unknown }))

vi.mock('node:fs/promises', async importOriginal => {
  const fs = await importOriginal<typeof import('node:fs/promises')>()
  const guarded =
    <Arguments extends unknown[], Answer>(act: (...args: Arguments) => Promise<Answer>) =>
    async (...args: Arguments): Promise<Answer> => {
      const number = disk.operations++
      if (number === disk.failsAt || (disk.isDead && number > disk.failsAt))
        throw Object.assign(new Error('made by the test'), { code: 'EIO', syscall: 'test' })
      return await act(...args)
    }
  return {
    ...fs,
    mkdir: guarded(fs.mkdir),
    rename: guarded(fs.rename),
    rm: guarded(fs.rm),
    rmdir: guarded(fs.rmdir),
    open: guarded(async (...args: Parameters<typeof fs.open>) => {
      const handle = await fs.open(...args)
      handle.sync = guarded(async () => undefined)
      handle.writeFile = guarded(handle.writeFile.bind(handle))
      return handle
    }),
  }
})

vi.mock('#electron/host/archive/render-papers.ts', async importOriginal => {
  const real = await importOriginal<typeof Papers>()
  return {
    ...real,
    renderPapers: async (...args: Parameters<typeof Papers.renderPapers>) => {
      if (args[0][0]?.info.title !== '档案销毁清册') return await real.renderPapers(...args)
      papers.rendered ??= await real.renderPapers(...args)
      return papers.rendered
    },
  }
})

let home = ''
let numbers: string[] = []
const whole = () => join(home, '原样', '归档')
const verify = async (folder: string) => {
  const verified = await verifyArchive(folder)
  return verified.ok ? verified : failure({ code: verified.error })
}

/** A destruction that the disk ends at the n-th operation; the archive is looked at with a sound disk. */
async function destroyFailing(at: number, isDead: boolean) {
  const folder = join(home, '工作', '归档')
  await cp(whole(), folder, { recursive: true })
  // What was verified before the first operation is the archive as it is.
  const verified = await verify(folder)
  Object.assign(disk, { operations: 0, failsAt: at, isDead })
  const destroyed = await destroyDocuments({
    ...{ folder, numbers, verify: async () => verified },
    decision: {
      ...{ date: '2037-01-01', opinion: '同意销毁。', appraisers: ['钱一鸣'], approver: '李卫东' },
      supervisors: ['周宁', '吴敏'],
    },
  }).catch((error: { code: string }) => error.code)
  const count = disk.operations
  Object.assign(disk, { failsAt: Number.POSITIVE_INFINITY, isDead: false })
  return { folder, destroyed, count }
}

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'pingyi-destroy-faults-'))
  await buildArchive(buildYear(1), whole())
  const names = await readdir(join(whole(), '归档文件'))
  numbers = names.flatMap(name => (name.includes('-D10-') ? (name.split(' ')[0] ?? []) : []))
}, 120_000)
afterAll(() => rm(home, { recursive: true, force: true }))

describe('a destruction that the disk ends at any operation', () => {
  test.each([
    ['once', false],
    ['for good', true],
  ])(
    '%s: the archive is whole, or a record explains it and the rest is deleted later',
    async (_, isDead) => {
      const { count, destroyed, folder: first } = await destroyFailing(Number.POSITIVE_INFINITY, isDead)
      expect(destroyed).toMatchObject({ ok: true, value: { documents: numbers.length, left: [] } })
      await rm(first, { recursive: true })
      expect(count).toBeGreaterThan(15)
      const before = await filesUnder(whole())
      let [asItWas, recorded] = [0, 0]
      for (let at = 0; at < count; at++) {
        const { folder, destroyed: end } = await destroyFailing(at, isDead)
        const operation = `operation ${at}`
        const verified = await verify(folder)
        if (!verified.ok) throw new Error(`${operation}: ${verified.error.code}`)
        const { findings, destroyed: record } = verified.value
        if (record === null) {
          asItWas += 1
          expect(end, operation).toBe('EIO')
          expect(findings, operation).toEqual([])
          expect(await filesUnder(folder), operation).toEqual(before)
        } else {
          recorded += 1
          expect(
            [...new Set(findings.map(({ kind }) => kind))].filter(kind => kind !== 'destroyed'),
            operation,
          ).toEqual([])
          expect(await finishDestruction({ folder, verify }), operation).toMatchObject({
            ok: true,
            value: { left: [] },
          })
          const finished = await verify(folder)
          expect(finished.ok && finished.value.findings, operation).toEqual([])
          expect(
            (await filesUnder(folder)).filter(path => path.includes('-D10-')),
            operation,
          ).toEqual([])
        }
        await rm(join(home, '工作'), { recursive: true })
      }
      expect(asItWas).toBeGreaterThan(5)
      expect(recorded).toBeGreaterThan(numbers.length - 1)
    },
    240_000,
  )
})
