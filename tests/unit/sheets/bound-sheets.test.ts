import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

import { getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { planSheets } from '#electron/host/sheets/plan-sheets.ts'
import { planVolumes } from '#electron/host/sheets/plan-volumes.ts'
import { printVolumes } from '#electron/host/sheets/print-volumes.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'
import { buildYear } from './build-year.ts'
import { pdfPages, textOf } from './pdf-text.ts'
import { filesUnder, temporaryFolder } from './temporary-folder.ts'

const FORMS = ['evaluation-record', 'result-list', 'result-notice']
const evaluation = readBuilt(buildYear(3))
const job = { evaluation, forms: FORMS, instructors: null }
const FILE = '2026年度考评表格（合订）.pdf'

async function printed(request: Partial<Parameters<typeof printVolumes>[0]> = {}) {
  const folder = await temporaryFolder()
  const result = await printVolumes({ ...job, folder, ...request })
  return { folder, result }
}

describe('sheets bound into one file', () => {
  it('hold every sheet in order, each with its own page numbers and its name in the outline', async () => {
    const seen: string[] = []
    const { folder, result } = await printed({ onProgress: ({ done, total }) => seen.push(`${done}/${total}`) })
    expect(result).toEqual({ ok: true, value: [{ form: null, instructor: null, file: FILE, pages: 10 }] })
    expect(await filesUnder(folder)).toEqual([FILE])
    expect(seen).toEqual(['1/7', '2/7', '3/7', '4/7', '5/7', '6/7', '7/7'])
    const bytes = await readFile(join(folder, FILE))
    // Open entries at the top, closed ones below (PDF 1.4, 8.2.2).
    expect(
      bytes
        .toString('latin1')
        .match(/\/Count -?\d+\n/g)
        ?.sort(),
    ).toEqual(['-3', '-3', '10', '3'].map(count => `/Count ${count}\n`))
    const pages = await pdfPages(bytes)
    expect(pages.map(page => /第(\d)页共(\d)页|—(\d)—/.exec(textOf(page))?.slice(1).join(''))).toEqual([
      ...['12', '22', '12', '22', '12', '22'],
      '11',
      '1',
      '1',
      '1',
    ])
    expect(textOf(pages[2])).toContain('李玉兰')
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
    const outline = await document.getOutline()
    expect(outline.map(({ title, items }) => [title, items.map(item => item.title)])).toEqual([
      ['年度考评登记表', ['王建国', '李玉兰', '张志强']],
      ['结果名册', []],
      ['结果通知书', ['王建国', '李玉兰', '张志强']],
    ])
    const target = outline[0]?.items[1]?.dest
    if (!Array.isArray(target)) throw new Error('the outline leads nowhere')
    expect(await document.getPageIndex(target[0])).toBe(2)
    await document.loadingTask.destroy()
  })

  // A clock or a number drawn by chance: what is printed twice could not be compared.
  it('have the same bytes for the same data, and are split where they are many', async () => {
    const [one, two] = [await printed({ mostSheets: 3, workers: 1 }), await printed({ mostSheets: 3, workers: 2 })]
    const files = await filesUnder(one.folder)
    expect(files).toEqual(['第1册', '第2册', '第3册'].map(name => FILE.replace('.pdf', ` ${name}.pdf`)))
    for (const file of files)
      expect((await readFile(join(one.folder, file))).equals(await readFile(join(two.folder, file)))).toBe(true)
  })

  it('take the name of their only form, and keep the order', () => {
    const plan = planSheets(readBuilt(buildYear(10)), ['result-notice'], null)
    const volumes = planVolumes(evaluation, plan, 4)
    expect(volumes.map(({ sheets }) => sheets.length)).toEqual([4, 4, 2])
    expect(volumes[0]?.file).toBe('2026年度结果通知书（合订） 第1册.pdf')
    expect(volumes.flatMap(({ sheets }) => sheets)).toEqual(plan)
  })

  // A half-written file, or one that a cancelled job leaves behind as if it were whole.
  it('stop within a sheet when they are cancelled, and leave no half of a file', async () => {
    const stop = new AbortController()
    const { folder, result } = await printed({
      evaluation: readBuilt(buildYear(60)),
      forms: ['evaluation-record'],
      signal: stop.signal,
      onProgress: () => stop.abort(),
    })
    expect(result).toMatchObject({ ok: false, error: { code: 'cancelled', printed: [] } })
    expect(await filesUnder(folder)).toEqual([])
  })

  it('go on where they were: a volume that is whole is not printed again', async () => {
    const first = await printed({ mostSheets: 4 })
    const [file = ''] = await filesUnder(first.folder)
    const before = (await stat(join(first.folder, file))).mtimeMs
    const whole = { form: null, instructor: null, file, pages: 8 }
    const seen: string[] = []
    const again = await printVolumes({
      ...job,
      folder: first.folder,
      mostSheets: 4,
      finished: new Map([[file, whole]]),
      onProgress: ({ done, total }) => seen.push(`${done}/${total}`),
    })
    expect(again.ok && again.value[0]).toEqual(whole)
    expect(seen).toEqual(['5/7', '6/7', '7/7'])
    expect((await stat(join(first.folder, file))).mtimeMs).toBe(before)
  })

  it('tell a disk that cannot be written', async () => {
    const result = await printVolumes({ ...job, folder: '/sys/pingyi' })
    expect(result).toMatchObject({ ok: false, error: { code: 'read-only' } })
  })
})
