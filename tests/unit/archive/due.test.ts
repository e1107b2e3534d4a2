import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '#shared/domain/archive/archive-settings.ts'
import { catalogueOf } from '#shared/domain/archive/catalogue.ts'
import { dueSeries, isDue } from '#shared/domain/archive/due-documents.ts'
import type { DocumentKind } from '#shared/domain/decision/document-kind.ts'
import { buildYear } from '#tests/unit/sheets/build-year.ts'
import { temporaryFolder } from '#tests/unit/sheets/temporary-folder.ts'
import { buildArchive } from './build-archive.ts'

const MAIN = join(import.meta.dirname, '..', '..', '..', 'electron', 'cli', 'main.ts')

function entriesOf(...kinds: readonly DocumentKind[]) {
  const documents = kinds.map(kind => ({ kind, title: 'x', responsible: '', date: '2026-12-20', pages: 1, note: '' }))
  return catalogueOf(documents, DEFAULT_SETTINGS, 2026).map(({ entry }) => entry)
}

describe('what is due', () => {
  // Destroyed a year too early: the time runs from the year after.
  test('is counted from 1 January after the year', () => {
    expect(
      dueSeries(entriesOf('award', 'result', 'list', 'process')).map(({ retention, due }) => [retention, due]),
    ).toEqual([
      ['D10', '2037-01-01'],
      ['D30', '2057-01-01'],
      ['Y', null],
    ])
  })

  test('has the first and last number and how many', () => {
    expect(dueSeries(entriesOf('result', 'list'))).toEqual([
      {
        year: 2026,
        retention: 'D30',
        due: '2057-01-01',
        documents: 2,
        from: 'J001-WS·2026-D30-JTXS-0001',
        to: 'J001-WS·2026-D30-JTXS-0002',
      },
    ])
  })

  test('is nothing before its day, and never what is permanent', () => {
    const [short, permanent] = dueSeries(entriesOf('process', 'award'))
    if (!short || !permanent) throw new Error('no series')
    expect(['2036-12-31', '2037-01-01', '2040-05-05'].map(day => isDue(short, day))).toEqual([false, true, true])
    expect(isDue(permanent, '9998-12-31')).toBe(false)
  })
})

describe('pingyi due', () => {
  test('lists the series of an archive, exit 1 where one is due', async () => {
    const folder = join(await temporaryFolder(), '归档')
    await buildArchive(buildYear(0), folder)
    const run = (...args: string[]) =>
      promisify(execFile)(process.execPath, [MAIN, 'due', ...args]).then(
        ({ stdout }) => ({ code: 0, stdout }),
        (error: { code: number; stdout: string }) => ({ code: error.code, stdout: error.stdout }),
      )
    const before = await run(folder, '--on', '2036-12-31')
    expect(before.code).toBe(0)
    expect(
      before.stdout
        .trim()
        .split('\n')
        .map(line => line.split('\t').slice(0, 3).join(' ')),
    ).toEqual(['2026 D10 2037-01-01', '2026 D30 2057-01-01', '2026 Y 永久'])
    expect((await run(folder, '--on', '2037-01-01')).code).toBe(1)
    expect((await run(folder, '--on', 'soon')).code).toBe(2)
    expect((await run(join(folder, 'data'))).code).toBe(2)
  }, 60_000)
})
