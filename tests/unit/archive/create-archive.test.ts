import { execFile } from 'node:child_process'
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { archivedForms } from '#electron/host/archive/archived-forms.ts'
import { createArchive } from '#electron/host/archive/create-archive.ts'
import { readWorkbookFile } from '#electron/host/workbook/read-workbook-file.ts'
import { unpack, zipEntries } from '#electron/host/workbook/zip-parts.ts'
import { CATALOGUE_HEADS } from '#shared/domain/archive/catalogue.ts'
import { readCatalogue } from '#shared/domain/archive/catalogue-file.ts'
import { resultsOf, writeResults } from '#shared/domain/score/results.ts'
import { scoreYear } from '#shared/domain/score/score-year.ts'
import { forms } from '#shared/sheets/forms.ts'
import type { EvaluationFile } from '#tests/fixtures/evaluation-file.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'
import { buildYear } from '#tests/unit/sheets/build-year.ts'
import { pdfPages, textOf } from '#tests/unit/sheets/pdf-text.ts'
import { filesUnder, temporaryFolder } from '#tests/unit/sheets/temporary-folder.ts'
import { archiveRequest, buildArchive, contentsOf, findingLines, sharedArchive } from './build-archive.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')

/** Three people: one with a name that Windows forbids, one with a formula for a name, one who is to be dismissed. */
function buildOddYear(): EvaluationFile {
  const year = buildYear(3)
  const names = ['王/\\:*?"<>|', '=HYPERLINK("x")', '张志强']
  const decision = { kind: 'confirm', by: '考评小组', date: '2026-12-20' } as const
  return {
    ...year,
    organiser: '@SUM(A1)',
    instructors: year.instructors.map((person, index) => ({
      ...person,
      name: names[index] ?? '',
      ...(index === 2 ? { history: [{ year: 2025, grade: 'incompetent' }] } : {}),
    })),
    decisions: [
      { ...decision, instructor: 'i01', final: 'incompetent' },
      { ...decision, instructor: 'i03', final: 'incompetent' },
    ],
  }
}

async function catalogueIn(folder: string) {
  const read = readCatalogue(await readFile(join(folder, 'data/catalogue.json'), 'utf8'))
  if (!read.ok) throw new Error(read.error)
  return read.value.entries
}

describe('the archive of a year', () => {
  const archive = sharedArchive(buildOddYear())

  test('holds every form of everybody under its number, the permanent ones first', async () => {
    const files = await filesUnder(archive.path())
    const record = (item: string, name: string, kept: string) =>
      `归档文件/J001-WS·2026-${kept}-JTXS-${item} 2026年度集体协商指导员${name}.pdf`
    const numbered = (kept: string, ...names: readonly string[]) =>
      names.map((name, index) => record(String(index + 1).padStart(4, '0'), name, kept))
    expect(files).toEqual(
      [
        'data/catalogue.json',
        'data/evaluation.json',
        'data/results.json',
        'data/scheme.json',
        'recount.mjs',
        '归档文件目录.pdf',
        '归档文件目录.xlsx',
        '备考表.pdf',
        '盒脊.pdf',
        '移交清册.pdf',
        '清单.sha256',
        '说明文件.txt',
        record('0001', '评优推荐名册', 'Y'),
        record('0002', '续聘（解聘）审批表（张志强）', 'Y'),
        ...numbered(
          'D30',
          '年度考评方案',
          '考评结果名册',
          '花名册',
          '民主测评汇总表',
          '民主测评计票结果报告单',
          '考评登记表（王_________）',
          '考评登记表（=HYPERLINK(_x_)）',
          '考评登记表（张志强）',
          '续聘（解聘）审批表（王_________）',
          '续聘（解聘）审批表（=HYPERLINK(_x_)）',
          // Decided to their disadvantage.
          '考评计分说明单（王_________）',
          '考评计分说明单（张志强）',
          '考评结果通知书（王_________）',
          '考评结果通知书（张志强）',
          '个人总结自评表（王_________）',
          '个人总结自评表（=HYPERLINK(_x_)）',
          '个人总结自评表（张志强）',
        ),
        // Not everybody is decided on, so there is no public notice yet.
        ...numbered(
          'D10',
          '综合评定表（王_________）',
          '综合评定表（=HYPERLINK(_x_)）',
          '综合评定表（张志强）',
          '民主测评发票收票清点单',
          '民主测评电子选票销毁记录',
        ),
      ].sort(),
    )
  })

  // A sheet filed under another person's number; a page count that is not the file's.
  test('files each sheet under its own row, with its pages', async () => {
    for (const entry of await catalogueIn(archive.path())) {
      const pages = await pdfPages(await readFile(join(archive.path(), entry.file)))
      expect(pages).toHaveLength(entry.pages)
      const whose = /（([^（）]*(?:\([^()]*\))?[^（）]*)）$/.exec(entry.title)?.[1]
      if (whose !== undefined) expect(textOf(pages[0])).toContain(whose.replace(/\s/g, ''))
    }
  })

  test('prints the catalogue with every number and title', async () => {
    const pages = await pdfPages(await readFile(join(archive.path(), '归档文件目录.pdf')))
    const text = pages.map(textOf).join('')
    expect(text).toContain('归档文件目录')
    for (const head of CATALOGUE_HEADS) expect(text).toContain(head)
    for (const entry of await catalogueIn(archive.path())) {
      expect(text).toContain(entry.number)
      expect(text).toContain(entry.title.replace(/\s/g, ''))
    }
  })

  // What the meeting counted dated like the last decision: the catalogue and the paper itself would say two days.
  test('dates each document by the day on which it came about', async () => {
    const dates = new Map((await catalogueIn(archive.path())).map(entry => [entry.title, entry.date]))
    const of = (title: string) => dates.get(`2026年度集体协商指导员${title}`)
    expect(of('民主测评计票结果报告单')).toBe('20261210')
    expect(of('民主测评发票收票清点单')).toBe('20261210')
    expect(of('考评结果名册')).toBe('20261220')
    expect(of('考评登记表（张志强）')).toBe('20261220')
  })

  // A name that begins with = is computed by whoever opens the workbook.
  test('writes the workbook’s words as text', async () => {
    const path = join(archive.path(), '归档文件目录.xlsx')
    const sheets = await readWorkbookFile(path)
    if (!sheets.ok) throw new Error(sheets.error.code)
    const rows = sheets.value[0]?.rows ?? []
    expect(rows).toHaveLength(1 + 24)
    const texts = rows.flatMap(row => row.cells.flatMap(cell => (cell?.kind === 'text' ? [cell.text] : [])))
    expect(texts).toContain('@SUM(A1)')
    expect(texts).toContain('20261220')
    const xml = await partOf(path, 'xl/worksheets/sheet1.xml')
    expect(xml).not.toContain('<f>')
    // Words have a style with the text format (@, 49), so that editing a cell does not make a formula of it.
    const styles = await partOf(path, 'xl/styles.xml')
    const formats = [...(styles.split('<cellXfs')[1]?.matchAll(/<xf numFmtId="(\d+)"/g) ?? [])].map(([, id]) => id)
    const words = [...xml.matchAll(/<c r="[A-Z]+(\d+)" s="(\d+)" t="inlineStr"/g)].filter(([, row]) => row !== '1')
    expect(words.length).toBeGreaterThan(24 * 4)
    expect(new Set(words.map(([, , style]) => formats[Number(style)]))).toEqual(new Set(['49']))
    // Printed without a set-up, nine columns fall apart over two portrait pages each.
    expect(xml).toContain('orientation="landscape" fitToWidth="1" fitToHeight="0"')
    expect(await partOf(path, 'xl/workbook.xml')).toContain('_xlnm.Print_Titles')
  })

  test('holds the data from which everything follows', async () => {
    const evaluation = readBuilt(buildOddYear())
    const data = async (name: string) => JSON.parse(await readFile(join(archive.path(), 'data', name), 'utf8'))
    expect(await data('evaluation.json')).toEqual(evaluation)
    expect(await data('scheme.json')).toEqual(evaluation.scheme)
    expect(await readFile(join(archive.path(), 'data/results.json'), 'utf8')).toBe(
      writeResults(resultsOf(scoreYear(evaluation))),
    )
  })

  test('says what is here, how to check it and what is missing, for any notepad', async () => {
    const note = await readFile(join(archive.path(), '说明文件.txt'), 'utf8')
    expect(note.startsWith('\uFEFF')).toBe(true)
    expect(note.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const words of [
      'sha256sum -c 清单.sha256',
      'node recount.mjs',
      '缺 个人总结：1 人（王建国）',
      '归档日期：2027-01-05',
    ])
      expect(note).toContain(words)
    for (const path of await filesUnder(archive.path())) expect(note).toContain(path.split('/')[0])
  })

  // The promise to whoever does not trust the app: standard tools check it, and the script runs by itself.
  test('is checked without the app', async () => {
    const run = (command: string, ...args: string[]) => promisify(execFile)(command, args, { cwd: archive.path() })
    const checked =
      process.platform === 'darwin'
        ? await run('shasum', '-a', '256', '-c', '清单.sha256')
        : await run('sha256sum', '-c', '--strict', '清单.sha256')
    expect(checked.stdout.trim().split('\n')).toHaveLength(24 + 11)
    expect(checked.stderr).toBe('')
    const recounted = await run(process.execPath, 'recount.mjs', 'data/evaluation.json', 'data/results.json')
    expect(recounted.stdout).toBe('复算一致：3 人\n')
  })

  test('passes its own check', async () => {
    expect(await findingLines(archive.path())).toEqual([])
  })

  // A folder, a user or a machine that a file names is nobody's business in ten years.
  test('names no path, user or machine', async () => {
    const contents = await contentsOf(archive.path())
    const secrets = [archive.path(), ROOT, process.cwd(), userInfo().homedir, hostname(), `${userInfo().username}@`]
    for (const [path, bytes] of contents) {
      const text = path.endsWith('.pdf') ? inflated(bytes) : bytes.toString('latin1')
      for (const secret of secrets.filter(each => each.length > 3))
        expect(text.includes(Buffer.from(secret).toString('latin1')), `${path} names ${secret}`).toBe(false)
    }
  })
})

async function partOf(path: string, name: string): Promise<string> {
  const bytes = await readFile(path)
  const parts = unpack(bytes, zipEntries(bytes) ?? [])
  if (!parts.ok) throw new Error(parts.error.code)
  return parts.value.get(name)?.toString('utf8') ?? ''
}

function inflated(bytes: Buffer): string {
  const text = bytes.toString('latin1')
  const streams = [...text.matchAll(/stream\r?\n/g)].map(match => {
    try {
      return inflateSync(bytes.subarray(match.index + match[0].length)).toString('latin1')
    } catch {
      return ''
    }
  })
  return [text, ...streams].join('\n')
}

describe('two archives of one year', () => {
  // Enough sheets for two workers.
  const file = buildYear(4)
  const archive = sharedArchive(file)

  // A clock, a random number or an order of workers in the bytes: a hidden channel, and no archive could be compared.
  test('are the same bytes', async () => {
    const again = join(await temporaryFolder(), '二')
    await buildArchive(file, again)
    expect(await differing(archive.path(), again)).toEqual([])
  })

  test('differ with the date in the note and in the manifest only', async () => {
    const later = join(await temporaryFolder(), '二')
    await buildArchive(file, later, { date: '2031-06-30' })
    expect(await differing(archive.path(), later)).toEqual(['清单.sha256', '说明文件.txt'])
  })
})

/** The files that two folders do not have alike. */
async function differing(one: string, two: string): Promise<string[]> {
  const [a, b] = [await contentsOf(one), await contentsOf(two)]
  const paths = new Set([...a.keys(), ...b.keys()])
  return [...paths].filter(path => !a.get(path)?.equals(b.get(path) ?? Buffer.alloc(0)))
}

describe('an archive of nobody', () => {
  test('holds the year’s own forms and passes', async () => {
    const folder = join(await temporaryFolder(), '归档')
    await buildArchive(buildYear(0), folder)
    expect((await catalogueIn(folder)).map(entry => entry.title)).toEqual([
      '2026年度集体协商指导员评优推荐名册',
      '2026年度集体协商指导员年度考评方案',
      '2026年度集体协商指导员考评结果名册',
      '2026年度集体协商指导员花名册',
      '2026年度集体协商指导员民主测评汇总表',
      '2026年度集体协商指导员民主测评计票结果报告单',
      '2026年度集体协商指导员民主测评发票收票清点单',
      '2026年度集体协商指导员民主测评电子选票销毁记录',
    ])
    expect(await findingLines(folder)).toEqual([])
  })
})

describe('the folder', () => {
  test('may exist where it is empty, and its parents need not', async () => {
    const folder = await temporaryFolder()
    const empty = join(folder, '空')
    await mkdir(empty)
    await buildArchive(buildYear(0), `${empty}/`)
    await buildArchive(buildYear(0), join(folder, '新', '更新'))
    expect(await contentsOf(empty)).toEqual(await contentsOf(join(folder, '新', '更新')))
  })

  // Somebody's files, or last year's archive, mixed with this one or gone.
  test.each(['a folder with a file', 'a file', 'a link to a folder with a file'])(
    'is refused untouched: %s',
    async kind => {
      const home = await temporaryFolder()
      const folder = join(home, '归档')
      const full = join(home, '别处')
      await mkdir(full)
      await writeFile(join(full, '重要.txt'), '勿删')
      if (kind === 'a file') await writeFile(folder, '勿删')
      else if (kind.startsWith('a link')) await symlink(full, folder)
      else {
        await mkdir(folder)
        await writeFile(join(folder, '重要.txt'), '勿删')
      }
      const before = await contentsOf(home)
      expect(await createArchive(archiveRequest(buildYear(0), folder))).toEqual({
        ok: false,
        error: { code: 'exists' },
      })
      expect(await contentsOf(home)).toEqual(before)
    },
  )
})

describe('every form', () => {
  // A form that is added to the list and forgotten here would be missing in every archive.
  test('has its place in the archive, but for those that are nothing until they are signed', () => {
    const archived = new Set(archivedForms().map(({ form }) => form.id))
    expect(forms.map(form => form.id).filter(id => !archived.has(id))).toEqual([
      'agenda-script',
      'personal-record',
      'hearing-record',
      'service-receipt',
    ])
  })
})
