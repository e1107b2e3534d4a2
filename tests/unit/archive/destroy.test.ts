import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { destroyDocuments, finishDestruction } from '#electron/host/archive/destroy-documents.ts'
import { dueArchives } from '#electron/host/archive/due-archives.ts'
import { keptDocuments } from '#electron/host/archive/kept-documents.ts'
import { sha256 } from '#electron/host/archive/sha256.ts'
import { verifyArchive } from '#electron/host/archive/verify-archive.ts'
import { CATALOGUE_XLSX } from '#shared/domain/archive/archive-paths.ts'
import { readDestruction, writeDestruction } from '#shared/domain/archive/destruction.ts'
import { documentDue } from '#shared/domain/archive/due-documents.ts'
import { failure } from '#shared/lib/result.ts'
import { buildYear } from '#tests/unit/sheets/build-year.ts'
import { pdfPages, textOf } from '#tests/unit/sheets/pdf-text.ts'
import { filesUnder, temporaryFolder } from '#tests/unit/sheets/temporary-folder.ts'
import { buildArchive, findingLines, sharedArchive } from './build-archive.ts'

const archive = sharedArchive(buildYear(2))
const RECORD = '销毁-1/销毁记录.json'
const REGISTER = '销毁-1/档案销毁清册.pdf'

const decision = (date: string) => ({
  date,
  opinion: '保管期限已满，无继续保存价值，同意销毁。',
  appraisers: ['钱一鸣', '孙立'],
  approver: '李卫东',
  supervisors: ['周宁', '吴敏'] as [string, string],
})

const verify = async (folder: string) => {
  const verified = await verifyArchive(folder)
  return verified.ok ? verified : failure({ code: verified.error })
}

/** Numbers of the documents of an archive that are due on a day and not destroyed yet. */
async function dueOn(folder: string, date: string): Promise<string[]> {
  const kept = await keptDocuments(folder)
  return (kept ?? []).filter(entry => (documentDue(entry)?.due ?? '9999') <= date).map(({ number }) => number)
}

async function destroy(folder: string, date: string, numbers?: readonly string[]) {
  return await destroyDocuments({
    folder,
    verify,
    numbers: numbers ?? (await dueOn(folder, date)),
    decision: decision(date),
  })
}

/** Replaces a record's destruction by another, its seal made anew: what a forger does who knows the format. */
async function forgeRecord(
  folder: string,
  change: (record: Parameters<typeof writeDestruction>[0]) => Parameters<typeof writeDestruction>[0],
): Promise<void> {
  const read = readDestruction(await readFile(join(folder, RECORD), 'utf8'), sha256)
  if (!read.ok) throw new Error(read.error)
  await writeFile(join(folder, RECORD), writeDestruction(change(read.value), sha256))
}

describe('documents whose time is over', () => {
  let home = ''
  const folder = () => join(home, '归档')
  let gone: readonly string[] = []
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'pingyi-destroyed-'))
    await cp(archive.path(), folder(), { recursive: true })
    gone = await dueOn(folder(), '2037-01-01')
    const destroyed = await destroy(folder(), '2037-01-01')
    if (!destroyed.ok) throw new Error(JSON.stringify(destroyed.error))
  }, 60_000)
  afterAll(() => rm(home, { recursive: true, force: true }))
  const copy = async () => {
    const place = join(await temporaryFolder(), '副本')
    await cp(folder(), place, { recursive: true })
    return place
  }

  // A register of a destruction that never was, which somebody may take for a real one.
  test('of the sample year leave a register that says so', async () => {
    const [real = ''] = (await pdfPages(await readFile(join(folder(), REGISTER)))).map(textOf)
    expect(real).not.toMatch(/示.*例/)
    const sample = join(await temporaryFolder(), '示例归档')
    await buildArchive(buildYear(1), sample, { sample: true })
    expect(await readFile(join(sample, '说明文件.txt'), 'utf8')).toContain('示例数据')
    const workbook = unzipSync(await readFile(join(sample, CATALOGUE_XLSX)))['xl/workbook.xml']
    expect(strFromU8(workbook ?? new Uint8Array())).toContain('示例')
    const destroyed = await destroy(sample, '2037-01-01')
    if (!destroyed.ok) throw new Error(JSON.stringify(destroyed.error))
    const [marked = ''] = (await pdfPages(await readFile(join(sample, REGISTER)))).map(textOf)
    expect(marked).toMatch(/示.*例/)
    expect(await findingLines(sample)).toEqual([])
  })

  test('are gone, with a record and a register, and the archive passes', async () => {
    expect(gone.length).toBeGreaterThan(0)
    const files = await filesUnder(folder())
    expect(files.filter(path => gone.some(number => path.includes(number)))).toEqual([])
    expect(files.filter(path => path.startsWith('销毁'))).toEqual([RECORD, REGISTER].sort())
    const record = await readFile(join(folder(), RECORD), 'utf8')
    expect(await verifyArchive(folder())).toMatchObject({
      ok: true,
      value: {
        findings: [],
        people: 2,
        destroyed: { numbers: gone, data: false, times: 1, left: [], digest: sha256(record) },
      },
    })
    expect(await dueOn(folder(), '2037-01-01')).toEqual([])
  })

  test('stand in the register, with who appraised, approved and saw it done', async () => {
    const text = (await pdfPages(await readFile(join(folder(), REGISTER)))).map(textOf).join('')
    for (const word of [...gone, '钱一鸣、孙立', '李卫东', '周宁', '吴敏', '10年', '无继续保存价值'])
      expect(text).toContain(word)
  })

  test('are no longer counted as due', async () => {
    const at = join(await temporaryFolder(), '2026年度归档')
    await cp(folder(), at, { recursive: true })
    const { series } = await dueArchives(year => join(dirname(at), `${year}年度归档`))
    expect(series.map(({ retention }) => retention)).toEqual(['D30', 'Y'])
  })

  // The promise of `verify` holds on: whatever byte is changed, that file is named and no other.
  test('leave an archive in which any changed byte names exactly its file', async () => {
    const place = await copy()
    for (const [index, path] of (await filesUnder(place)).entries()) {
      const bytes = await readFile(join(place, path))
      const places = path === RECORD ? Array.from(bytes.keys()).filter(at => at % 53 === 0) : [0, bytes.length >> 1, -1]
      for (const at of places) {
        const changed = Buffer.from(bytes)
        const byte = at < 0 ? bytes.length + at : at
        changed[byte] = (changed[byte] ?? 0) ^ (1 << (index % 8))
        await writeFile(join(place, path), changed)
        const verified = await verify(place)
        const named = verified.ok ? [...new Set(verified.value.findings.map(finding => finding.path))] : []
        expect(named, `byte ${byte} of ${path}`).toEqual([path])
      }
      await writeFile(join(place, path), bytes)
    }
    expect(await findingLines(place)).toEqual([])
  }, 240_000)

  test('are named when one comes back, and one that was not destroyed when it goes', async () => {
    const place = await copy()
    const back = (await filesUnder(archive.path())).find(path => path.includes(gone[0] ?? '-')) ?? ''
    await cp(join(archive.path(), back), join(place, back))
    expect(await findingLines(place)).toEqual([`已记为销毁而仍在：${back}`])
    await rm(join(place, back))
    await rm(join(place, '说明文件.txt'))
    expect(await findingLines(place)).toEqual(['缺失：说明文件.txt'])
  })

  test('are named one by one where the record is gone', async () => {
    const place = await copy()
    await rm(join(place, RECORD))
    const lines = await findingLines(place)
    expect(lines.filter(line => line.startsWith('缺失：'))).toHaveLength(gone.length)
    expect(lines).toContain(`多出：${REGISTER}`)
  })

  test('need the register, byte for byte', async () => {
    const place = await copy()
    await rm(join(place, REGISTER))
    expect(await findingLines(place)).toEqual([`缺失：${REGISTER}`])
  })

  test.each([
    [
      'a document whose time is not over',
      (record: Parameters<typeof writeDestruction>[0]) => ({ ...record, date: '2036-12-31' }),
      '保管期限未满',
    ],
    [
      'one supervisor twice',
      (record: Parameters<typeof writeDestruction>[0]) => ({
        ...record,
        supervisors: ['周宁', '周宁'] as [string, string],
      }),
      '没有写全鉴定、批准和两名监销人',
    ],
    [
      'another manifest',
      (record: Parameters<typeof writeDestruction>[0]) => ({ ...record, continues: sha256('x') }),
      '与前面的清单或记录接不上',
    ],
    [
      'the data while documents are kept',
      (record: Parameters<typeof writeDestruction>[0]) => ({
        ...record,
        data: [{ path: 'data/results.json', sha256: sha256('x') }],
      }),
      '还有文件在保管，考评数据不应销毁',
    ],
    [
      'another title',
      (record: Parameters<typeof writeDestruction>[0]) => ({
        ...record,
        documents: record.documents.map(document => ({ ...document, title: '别的' })),
      }),
      '与目录不一致',
    ],
  ])('cannot be hidden behind a forged record of %s', async (_, change, words) => {
    const place = await copy()
    await forgeRecord(place, change)
    const lines = await findingLines(place)
    expect(lines.some(line => line.startsWith(`销毁记录不符：${RECORD}`) && line.includes(words))).toBe(true)
  })

  // A permanent document that somebody wants gone, with a record written for it.
  test('do not explain the absence of what is permanent', async () => {
    const place = await copy()
    const permanent = (await filesUnder(place)).find(path => path.includes('-Y-')) ?? ''
    const number = permanent.slice('归档文件/'.length).split(' ')[0] ?? ''
    const hash = (await readFile(join(place, '清单.sha256'), 'utf8')).split('\n').find(line => line.endsWith(permanent))
    const entry = (await keptDocuments(place))?.find(each => each.number === number)
    if (!entry) throw new Error('no permanent document')
    await rm(join(place, permanent))
    await forgeRecord(place, record => ({
      ...record,
      documents: [
        ...record.documents,
        {
          ...{ number, title: entry.title, pages: entry.pages, retention: 'D10', due: '2037-01-01' },
          files: [{ path: permanent, sha256: hash?.slice(0, 64) ?? '' }],
        },
      ],
    }))
    expect(await findingLines(place)).toEqual([`销毁记录不符：${RECORD}（${number}：保管期限未满）`])
  })

  test('are followed by those due later, chained, and with the last document the data goes', async () => {
    const place = await copy()
    const entries = (await keptDocuments(place)) ?? []
    expect(entries.some(({ number }) => number.includes('-Y-'))).toBe(true)
    const second = await destroy(place, '2057-01-01')
    expect(second).toMatchObject({ ok: true })
    expect(await findingLines(place)).toEqual([])
    const before = await readFile(join(place, RECORD), 'utf8')
    const later = readDestruction(await readFile(join(place, '销毁-2/销毁记录.json'), 'utf8'), sha256)
    expect(later).toMatchObject({ ok: true, value: { sequence: 2, continues: sha256(before), data: [] } })
    // The first record taken away: the second no longer stands on anything.
    await rename(join(place, '销毁-1'), join(dirname(place), '别处'))
    expect(await findingLines(place)).toContainEqual(
      expect.stringContaining('销毁记录不符：销毁-2/销毁记录.json（前面缺第 1 次销毁的记录）'),
    )
  }, 60_000)
})

describe('an archive without permanent documents', () => {
  const short = sharedArchive(buildYear(1), { award: 'D10', dismissal: 'D10', process: 'D10' })

  // Whoever reads a result in thirty years must still be able to recount it, and nobody after that.
  test('keeps its data until its last document goes, and says that nothing can be recounted then', async () => {
    const place = await short.copy()
    await destroy(place, '2037-01-01')
    expect(await filesUnder(place)).toContain('data/evaluation.json')
    expect(await destroy(place, '2057-01-01')).toMatchObject({ ok: true, value: { left: [] } })
    const files = await filesUnder(place)
    expect(files.filter(path => path.startsWith('归档文件/') || path === 'data/evaluation.json')).toEqual([])
    expect(await verifyArchive(place)).toMatchObject({
      ok: true,
      value: { findings: [], people: null, destroyed: { data: true, times: 2 } },
    })
  }, 60_000)
})

describe('nothing is destroyed', () => {
  test.each([
    ['before its day', '2036-12-31', undefined, 'not-due'],
    ['of what is permanent', '9000-01-01', ['J001-WS·2026-Y-JTXS-0001'], 'not-due'],
    ['that is not there', '2037-01-01', ['J001-WS·2026-D10-JTXS-9999'], 'not-due'],
    ['where nothing is chosen', '2037-01-01', [], 'not-due'],
  ])('%s', async (_, date, numbers, code) => {
    const place = await archive.copy()
    const before = await filesUnder(place)
    const all = (await keptDocuments(place))
      ?.filter(({ number }) => number.includes('-D10-'))
      .map(({ number }) => number)
    expect(await destroy(place, date, numbers ?? all)).toMatchObject({ ok: false, error: { code } })
    expect(await filesUnder(place)).toEqual(before)
  })

  // Evidence of a change must not be destroyed with the rest.
  test('where the archive is not as it was made', async () => {
    const place = await archive.copy()
    await writeFile(join(place, '说明文件.txt'), 'x')
    const due = await dueOn(place, '2037-01-01')
    const destroyed = await destroy(place, '2037-01-01', due)
    expect(destroyed).toEqual({ ok: false, error: { code: 'not-sound', lines: ['已改动：说明文件.txt'] } })
    expect(await dueOn(place, '2037-01-01')).toEqual(due)
  })

  test('without two different supervisors', async () => {
    const place = await archive.copy()
    const numbers = await dueOn(place, '2037-01-01')
    const destroyed = await destroyDocuments({
      ...{ folder: place, verify, numbers },
      decision: { ...decision('2037-01-01'), supervisors: ['周宁', ' 周宁'] },
    })
    expect(destroyed).toEqual({ ok: false, error: { code: 'bad-decision', lines: ['supervisors'] } })
  })

  test('twice', async () => {
    const place = await archive.copy()
    const numbers = await dueOn(place, '2037-01-01')
    await destroy(place, '2037-01-01', numbers)
    expect(await destroy(place, '2037-01-01', numbers)).toEqual({
      ok: false,
      error: { code: 'not-due', lines: numbers },
    })
  })
})

describe('an interruption', () => {
  test('behind the record is told, and carried out later; something else under the name is left alone', async () => {
    const place = await archive.copy()
    const numbers = await dueOn(place, '2037-01-01')
    const paths = (await filesUnder(place)).filter(path => numbers.some(number => path.includes(number)))
    await destroy(place, '2037-01-01', numbers)
    const [first = '', second = ''] = paths
    for (const path of paths.slice(0, 2)) await cp(join(archive.path(), path), join(place, path))
    expect(await findingLines(place)).toEqual([`已记为销毁而仍在：${first}`, `已记为销毁而仍在：${second}`].sort())
    expect(await finishDestruction({ folder: place, verify })).toMatchObject({ ok: true, value: { left: [] } })
    expect(await findingLines(place)).toEqual([])
    await mkdir(dirname(join(place, first)), { recursive: true })
    await writeFile(join(place, first), '别的')
    const finished = await finishDestruction({ folder: place, verify })
    expect(finished.ok ? finished.value.left : finished.error.lines).toContainEqual(expect.stringContaining(first))
    expect(await readFile(join(place, first), 'utf8')).toBe('别的')
  })
})
