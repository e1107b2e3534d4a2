import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createArchive } from '#electron/host/archive/create-archive.ts'
import { prepareSupplement } from '#electron/host/archive/prepare-supplement.ts'
import { verifyArchive } from '#electron/host/archive/verify-archive.ts'
import { DEFAULT_SETTINGS } from '#shared/domain/archive/archive-settings.ts'
import { readCatalogue } from '#shared/domain/archive/catalogue-file.ts'
import type { EvaluationFile } from '#tests/fixtures/evaluation-file.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'
import { buildYear } from '#tests/unit/sheets/build-year.ts'
import { pdfPages, textOf } from '#tests/unit/sheets/pdf-text.ts'
import { filesUnder, temporaryFolder } from '#tests/unit/sheets/temporary-folder.ts'
import { archiveRequest, buildArchive, contentsOf, findingLines } from './build-archive.ts'

const about = { reason: '综合评定录入有误，复核申请成立。', date: '2027-03-01', settings: DEFAULT_SETTINGS }

/** The year with one person's rating corrected, and the review decided. */
function corrected(file: EvaluationFile, instructor: string): EvaluationFile {
  return {
    ...file,
    ratings: file.ratings?.map(rating => (rating.instructor === instructor ? { ...rating, score: '61' } : rating)),
    decisions: [
      ...(file.decisions ?? []),
      { instructor, kind: 'review', final: 'basic', by: '考评小组', date: '2027-02-20', reason: '录入有误' },
    ],
  }
}

async function supplementTo(original: string, file: EvaluationFile, folder: string): Promise<void> {
  const evaluation = readBuilt(file)
  const prepared = await prepareSupplement(original, evaluation, about)
  if (!prepared.ok) throw new Error(prepared.error.code)
  const { supplement, settings } = prepared.value
  const made = await createArchive({ ...archiveRequest(file, folder), date: about.date, supplement, settings })
  if (!made.ok) throw new Error(JSON.stringify(made.error))
}

async function entriesIn(folder: string) {
  const read = readCatalogue(await readFile(join(folder, 'data/catalogue.json'), 'utf8'))
  if (!read.ok) throw new Error(read.error)
  return read.value.entries
}

describe('a 补充卷', () => {
  let home = ''
  const file = buildYear(2)
  const once = corrected(file, 'i01')
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'pingyi-supplement-'))
    await buildArchive(file, join(home, '原卷'))
    await supplementTo(join(home, '原卷'), once, join(home, '补充卷'))
    await supplementTo(join(home, '补充卷'), corrected(once, 'i02'), join(home, '补充卷二'))
  }, 120_000)
  afterAll(() => rm(home, { recursive: true, force: true }))

  test('holds the review’s record with both figures, the corrected sheets of those concerned, and the lists', async () => {
    const entries = await entriesIn(join(home, '补充卷'))
    const titles = entries.map(entry => entry.title)
    expect(titles).toContain('2026年度集体协商指导员考评复核更正说明')
    expect(titles).toContain('2026年度集体协商指导员考评登记表（王建国）')
    expect(titles.some(title => title.includes('李玉兰'))).toBe(false)
    const note = entries.find(entry => entry.title.endsWith('复核更正说明'))
    const text = (await pdfPages(await readFile(join(home, '补充卷', note?.file ?? '')))).map(textOf).join('')
    const supplement = JSON.parse(await readFile(join(home, '补充卷/data/supplement.json'), 'utf8'))
    const [change] = supplement.changes
    expect(supplement.changes).toHaveLength(1)
    expect(change).toMatchObject({ instructor: 'i01', after: { grade: 'basic' } })
    for (const figure of [change.before.total, change.after.total, '基本称职', about.reason])
      expect(text).toContain(figure)
  })

  // A number given twice: two papers that are one to the archive office.
  test('goes on with the numbers, and so does the next one', async () => {
    const chain = await Promise.all(['原卷', '补充卷', '补充卷二'].map(name => entriesIn(join(home, name))))
    const numbers = chain.flat().map(entry => entry.number)
    expect(new Set(numbers).size).toBe(numbers.length)
    const kept30 = numbers.filter(number => number.includes('-D30-')).map(number => Number(number.slice(-4)))
    expect(kept30).toEqual(kept30.map((_, index) => index + 1))
  })

  test('passes, chained to the archive that it continues', async () => {
    for (const [name, continues] of [
      ['补充卷', '原卷'],
      ['补充卷二', '补充卷'],
    ] as const) {
      const verified = await verifyArchive(join(home, name))
      expect(verified).toMatchObject({
        ok: true,
        value: { findings: [], supplement: { folder: continues, found: true } },
      })
    }
  })

  test('leaves the original as it was', async () => {
    const again = join(await temporaryFolder(), '原卷')
    await buildArchive(file, again)
    expect(await contentsOf(join(home, '原卷'))).toEqual(await contentsOf(again))
  })

  test('says so where the original does not lie beside it', async () => {
    const folder = await temporaryFolder()
    await rename(join(home, '补充卷二'), join(folder, '补充卷二'))
    const verified = await verifyArchive(join(folder, '补充卷二'))
    expect(verified).toMatchObject({ ok: true, value: { findings: [], supplement: { found: false } } })
    await rename(join(folder, '补充卷二'), join(home, '补充卷二'))
  })

  // Another original put in its place: the correction would be read against figures that never were.
  test('is told from another original of the same name', async () => {
    const place = join(home, '原卷')
    await rename(place, join(home, '别处'))
    await buildArchive(corrected(file, 'i02'), place)
    expect(await findingLines(join(home, '补充卷'))).toEqual([
      '与原卷不符：data/supplement.json（原卷“原卷”的清单不是当时的清单）',
    ])
    await rm(place, { recursive: true })
    await rename(join(home, '别处'), place)
    expect(await findingLines(join(home, '补充卷'))).toEqual([])
  }, 60_000)

  test('names exactly the file of which any byte is changed, its corrected sheets among them', async () => {
    const folder = join(home, '补充卷')
    for (const [index, path] of (await filesUnder(folder)).entries()) {
      const bytes = await readFile(join(folder, path))
      for (const place of [0, Math.floor((bytes.length * (index + 1)) / 40), bytes.length - 1]) {
        const changed = Buffer.from(bytes)
        changed[place] = (changed[place] ?? 0) ^ (1 << (index % 8))
        await writeFile(join(folder, path), changed)
        const verified = await verifyArchive(folder)
        const named = verified.ok ? [...new Set(verified.value.findings.map(finding => finding.path))] : []
        expect(named, `byte ${place} of ${path}`).toEqual([path])
      }
      await writeFile(join(folder, path), bytes)
    }
    expect(await findingLines(folder)).toEqual([])
  }, 120_000)

  test.each([
    ['nothing was corrected', 'nothing-changed', (year: EvaluationFile) => year],
    ['it is another year', 'other-year', (year: EvaluationFile) => ({ ...corrected(year, 'i01'), year: 2027 })],
  ] as const)('is refused where %s', async (_, code, change) => {
    const prepared = await prepareSupplement(join(home, '原卷'), readBuilt(change(file)), about)
    expect(prepared).toEqual({ ok: false, error: { code } })
  })

  test('is refused where the original is not as it was made', async () => {
    const path = join(home, '原卷', '说明文件.txt')
    const bytes = await readFile(path)
    await writeFile(path, 'x')
    const prepared = await prepareSupplement(join(home, '原卷'), readBuilt(once), about)
    expect(prepared).toEqual({ ok: false, error: { code: 'not-sound', lines: ['已改动：说明文件.txt'] } })
    await writeFile(path, bytes)
  })
})
