import { createHash } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { attachedFiles, scanFile } from '#electron/host/archive/attached-files.ts'
import { gapsOfArchive } from '#electron/host/archive/gaps-of-archive.ts'
import { readAttached } from '#electron/host/archive/read-attached.ts'
import { gapDetail } from '#shared/domain/archive/archive-gap.ts'
import { readCatalogue } from '#shared/domain/archive/catalogue-file.ts'
import { yearData } from '#shared/sheets/year-data.ts'
import type { EvaluationFile } from '#tests/fixtures/evaluation-file.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'
import { buildYear } from '#tests/unit/sheets/build-year.ts'
import { pdfPages, textOf } from '#tests/unit/sheets/pdf-text.ts'
import { temporaryFolder } from '#tests/unit/sheets/temporary-folder.ts'
import { buildArchive, findingLines } from './build-archive.ts'

const MINUTES = { file: '纪要.docx', title: '考评小组会议纪要', date: '2026-12-20', pages: 3 }

async function folderWith(documents: readonly object[]): Promise<string> {
  const folder = await temporaryFolder()
  await writeFile(join(folder, '纪要.docx'), 'PK\u0003\u0004 not really')
  await writeFile(join(folder, '空.pdf'), '')
  await writeFile(join(folder, '程序.exe'), 'MZ')
  await writeFile(join(folder, '扫描.pdf'), '%PDF-1.7\nno page tree that can be read\n%%EOF\n')
  await writeFile(join(folder, 'list.json'), JSON.stringify({ documents }))
  return folder
}

describe('documents from elsewhere', () => {
  // Minutes that get no number, or a scan that is not the file any more.
  test('take numbers after the year’s own, byte for byte, and are verified', async () => {
    const home = await folderWith([
      { ...MINUTES, responsible: '考评小组', documentNumber: '云工办〔2026〕8号' },
      { file: '扫描.pdf', title: '签字的登记表扫描件', kind: 'result', date: '2026-12-28', pages: 2 },
    ])
    const attached = await readAttached(join(home, 'list.json'))
    if (!attached.ok) throw new Error(attached.error.join())
    const folder = join(home, '归档')
    await buildArchive(buildYear(1), folder, { attached: attached.value.documents })
    const read = readCatalogue(await readFile(join(folder, 'data/catalogue.json'), 'utf8'))
    const entries = read.ok ? read.value.entries.filter(entry => entry.attached) : []
    expect(entries).toEqual([
      expect.objectContaining({ title: '签字的登记表扫描件', pages: 2, date: '20261228' }),
      expect.objectContaining({ title: '考评小组会议纪要', pages: 3, documentNumber: '云工办〔2026〕8号' }),
    ])
    expect(entries.map(entry => entry.number.split('-')[2])).toEqual(['D30', 'D10'])
    expect(entries.map(entry => entry.file.split('.').at(-1))).toEqual(['pdf', 'docx'])
    expect(await readFile(join(folder, entries[1]?.file ?? ''))).toEqual(await readFile(join(home, '纪要.docx')))
    expect(await findingLines(folder)).toEqual([])
    await writeFile(join(folder, entries[1]?.file ?? ''), 'changed')
    expect(await findingLines(folder)).toEqual([`已改动：${entries[1]?.file}`])
  }, 60_000)

  test.each([
    ['a file that is not there', { ...MINUTES, file: '没有.docx' }, /没有\.docx：没有这个文件/],
    ['an empty file', { ...MINUTES, file: '空.pdf' }, /空\.pdf：没有这个文件，或是空文件/],
    ['a program', { ...MINUTES, file: '程序.exe' }, /程序\.exe：这种文件不能归档/],
    ['pages that nobody knows', { ...MINUTES, pages: undefined }, /纪要\.docx：看不出页数/],
    ['no title', { ...MINUTES, title: ' ' }, /documents\[0\]\.title：不能为空/],
    ['an unknown key', { ...MINUTES, paegs: 3 }, /documents\[0\]\.paegs/],
    ['an unknown kind', { ...MINUTES, kind: 'secret' }, /documents\[0\]\.kind/],
  ])('are refused for %s, each named', async (_, document, line) => {
    const read = await readAttached(join(await folderWith([document]), 'list.json'))
    if (read.ok) throw new Error('it was taken')
    expect(read.error).toHaveLength(1)
    expect(read.error[0]).toMatch(line)
  })
})

describe('a signed copy in the list', () => {
  const copy = { file: 'scan.pdf', signs: 'evaluation-record', instructor: 'i01', date: '2026-12-28', pages: 2 }

  // A signed page that a clerk names by its form and person, archived as a stranger beside its own number.
  test('lies under its form’s number', async () => {
    const folder = await folderWith([copy, { ...MINUTES, pages: 3 }])
    await writeFile(join(folder, 'scan.pdf'), '%PDF-1.4 signed')
    const read = await readAttached(join(folder, 'list.json'))
    if (!read.ok) throw new Error(read.error.join())
    expect(read.value.documents).toHaveLength(1)
    const scans = read.value.signed.map(signed => scanFile(yearData(readBuilt(buildYear(1))), signed))
    await buildArchive(buildYear(1), join(folder, '归档'), { scans, attached: read.value.documents })
    const catalogue = readCatalogue(await readFile(join(folder, '归档', 'data/catalogue.json'), 'utf8'))
    const entries = catalogue.ok ? catalogue.value.entries : []
    const record = entries.find(entry => entry.title.includes('登记表（王建国）'))
    if (!record?.signed) throw new Error('no signed copy')
    expect(record.note).toBe('编号 i01，附签字件')
    expect(await readFile(join(folder, '归档', record.signed[0] ?? ''), 'utf8')).toBe('%PDF-1.4 signed')
    expect(await findingLines(join(folder, '归档'))).toEqual([])
  }, 60_000)

  test.each([
    ['a form that is none', { ...copy, signs: 'nothing' }, /signs/],
    ['no person of a personal form', { ...copy, instructor: undefined }, /instructor/],
    ['no pages', { ...copy, pages: undefined }, /页数/],
  ])('is refused for %s', async (_, document, line) => {
    const folder = await folderWith([document])
    await writeFile(join(folder, 'scan.pdf'), '%PDF-1.4 signed')
    const read = await readAttached(join(folder, 'list.json'))
    expect(read.ok ? [] : read.error).toEqual([expect.stringMatching(line)])
  })
})

describe('the papers around the documents', () => {
  // A spine or a hand-over list with other numbers than the catalogue's.
  test('have the first and last number of each retention, and their sums', async () => {
    const folder = join(await temporaryFolder(), '归档')
    await buildArchive(buildYear(2), folder)
    const read = readCatalogue(await readFile(join(folder, 'data/catalogue.json'), 'utf8'))
    if (!read.ok) throw new Error(read.error)
    expect(read.value.papers).toEqual(['备考表.pdf', '盒脊.pdf', '移交清册.pdf'])
    const textIn = async (name: string) => (await pdfPages(await readFile(join(folder, name)))).map(textOf).join('')
    const [review, spine, handover] = await Promise.all(read.value.papers.map(textIn))
    for (const kept of ['Y', 'D30', 'D10']) {
      const own = read.value.entries.filter(entry => entry.number.includes(`-${kept}-`))
      const [first, last] = [own[0]?.number ?? '', own.at(-1)?.number ?? '']
      for (const number of [first, last]) expect(handover).toContain(number)
      for (const number of [first, last]) expect(spine).toContain(number.slice(-4))
      expect(review).toContain(`${own.length}件${own.reduce((sum, entry) => sum + entry.pages, 0)}页`)
    }
    expect(review).toContain('缺个人总结：1人（王建国）')
    // The stamp on a document has its own number and page count.
    const record = read.value.entries.find(entry => entry.title.includes('登记表（王建国）'))
    const [page] = await pdfPages(await readFile(join(folder, record?.file ?? '')), 2)
    const top = (page?.lines ?? []).filter(line => line.y > (page?.height ?? 0) - 56).map(line => line.text.trim())
    expect(top.sort()).toEqual(
      ['J001', '2026', record?.number.slice(-4) ?? '', 'JTXS', '30 年', String(record?.pages)].sort(),
    )
  }, 60_000)
})

describe('signed scans that the year names', () => {
  const bytes = Buffer.from('%PDF-1.4 a scan of a signed page')
  const sha = createHash('sha256').update(bytes).digest('hex')
  const file = { sha256: sha, name: '签字.pdf', size: bytes.length }
  const about = { file, pages: 2, date: '2026-12-28' } as const
  const attached: EvaluationFile['attached'] = [
    { ...about, id: 'a1', as: 'signed', form: 'evaluation-record', instructor: 'i01' },
    { ...about, id: 'a2', as: 'signed', form: 'evaluation-record', instructor: 'i01' },
    { ...about, id: 'a3', as: 'signed', form: 'service-receipt', instructor: 'i01' },
    { ...about, id: 'a4', as: 'document', title: '考评小组会议纪要', kind: 'summary' },
    {
      ...about,
      id: 'a5',
      as: 'document',
      title: '丢失的批件',
      kind: 'process',
      file: { ...file, sha256: 'b'.repeat(64) },
    },
  ]

  // A signed page under another person's number, left out in silence, or a damaged file archived as if it were whole.
  test('lie under their form’s number, or take one; what is lost is listed and not archived', async () => {
    const home = await temporaryFolder()
    await writeFile(join(home, sha), bytes)
    const evaluation = readBuilt({ ...buildYear(2), attached })
    const year = yearData(evaluation)
    const files = await attachedFiles(year, home)
    expect(files.lost).toEqual(['签字.pdf'])
    const gaps = gapsOfArchive(year, null, files.lost).map(gapDetail)
    expect(gaps).toContain('缺 附件文件：1 份（签字.pdf）')
    expect(gaps).toContain('缺 考评登记表的签字扫描件：1 份（李玉兰）')
    const folder = join(home, '归档')
    await buildArchive(buildYear(2), folder, { evaluation, gaps: [], scans: files.scans, attached: files.documents })
    const read = readCatalogue(await readFile(join(folder, 'data/catalogue.json'), 'utf8'))
    const entries = read.ok ? read.value.entries : []
    const record = entries.find(entry => entry.title.endsWith('考评登记表（王建国）'))
    expect(record?.note).toBe('编号 i01，附签字件')
    expect(record?.signed?.map(path => path.slice(-9))).toEqual(['签字件1）.pdf', '签字件2）.pdf'])
    for (const path of record?.signed ?? []) {
      expect(path.startsWith(`归档文件/${record?.number} `)).toBe(true)
      expect(await readFile(join(folder, path))).toEqual(bytes)
    }
    const own = entries.filter(entry => entry.attached).map(entry => [entry.title, entry.pages])
    expect(own).toEqual([
      ['2026年度集体协商指导员送达回证（王建国）', 2],
      ['考评小组会议纪要', 2],
    ])
    expect(await findingLines(folder)).toEqual([])
    for (const path of [...(record?.signed ?? []), ...entries.flatMap(entry => (entry.attached ? entry.file : []))])
      for (const place of [0, bytes.length >> 1, bytes.length - 1]) {
        const changed = Buffer.from(bytes)
        changed[place] = (changed[place] ?? 0) ^ 1
        await writeFile(join(folder, path), changed)
        expect(await findingLines(folder)).toEqual([`已改动：${path}`])
        await writeFile(join(folder, path), bytes)
      }
    const [first = ''] = record?.signed ?? []
    await rm(join(folder, first))
    expect(await findingLines(folder)).toEqual([`缺失：${first}`])
  }, 60_000)
})
