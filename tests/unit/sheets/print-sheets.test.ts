import { execFile } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { diskFailure } from '#electron/host/sheets/disk-failure.ts'
import { printSheets } from '#electron/host/sheets/print-sheets.ts'
import { forms } from '#shared/sheets/forms.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'
import { buildYear } from './build-year.ts'
import { pdfPages, textOf } from './pdf-text.ts'
import { filesUnder, temporaryFolder } from './temporary-folder.ts'

const all = forms.map(form => form.id)
const RECORD = '年度考评登记表'

describe('printSheets', () => {
  // A file missing, under another name, of another person, or with a page count that is not its own.
  it('writes every form of everybody and says what it wrote', async () => {
    const folder = await temporaryFolder()
    const evaluation = readBuilt(buildYear(3))
    const progress: string[] = []
    const printed = await printSheets({
      evaluation,
      forms: all,
      instructors: null,
      folder: join(folder, '新建', '2026'),
      onProgress: ({ done, total, file }) => progress.push(`${done}/${total} ${file}`),
    })
    if (!printed.ok) throw new Error(JSON.stringify(printed.error))
    const people = ['001 王建国 i01', '002 李玉兰 i02', '003 张志强 i03']
    const everybodys = (title: string) => people.map(person => `${title}/${person}.pdf`)
    expect(printed.value.map(sheet => sheet.file)).toEqual([
      '年度考评方案(通知).pdf',
      '花名册(登记表).pdf',
      ...everybodys('个人总结自评表'),
      ...everybodys('区(产业)综合评定表'),
      '主持词.pdf',
      '发票收票清点单.pdf',
      '民主测评汇总表.pdf',
      '计票结果报告单.pdf',
      '电子选票销毁记录.pdf',
      '意见建议办理台账.pdf',
      ...everybodys(RECORD),
      ...everybodys('续聘(解聘)审批表'),
      '结果名册.pdf',
      '评优推荐名册.pdf',
      '公示.pdf',
      '公示情况报告.pdf',
      ...everybodys('结果通知书'),
    ])
    expect(await filesUnder(join(folder, '新建', '2026'))).toEqual(printed.value.map(sheet => sheet.file).sort())
    for (const sheet of printed.value) {
      const pages = await pdfPages(await readFile(join(folder, '新建', '2026', sheet.file)))
      expect(pages).toHaveLength(sheet.pages)
      const person = evaluation.instructors.find(each => each.id === sheet.instructor)
      if (person) expect(textOf(pages[0])).toContain(person.name)
    }
    expect(progress).toHaveLength(27)
    expect(progress.at(-1)).toMatch(/^27\/27 /)
  }, 90_000)

  // A chosen few whose numbers are counted anew, so that the same person's file has another name; a form of the year cut down.
  it('keeps the roster’s numbers for a chosen few, and everybody on the year’s forms', async () => {
    const folder = await temporaryFolder()
    const printed = await printSheets({
      evaluation: readBuilt(buildYear(4)),
      forms: ['evaluation-record', 'result-list'],
      instructors: ['i04', 'i02'],
      folder,
    })
    expect(printed.ok && printed.value.map(sheet => sheet.file)).toEqual([
      `${RECORD}/002 李玉兰 i02.pdf`,
      `${RECORD}/004 刘雪梅 i04.pdf`,
      '结果名册.pdf',
    ])
    const list = textOf((await pdfPages(await readFile(join(folder, '结果名册.pdf'))))[0])
    for (const name of ['王建国', '李玉兰', '张志强', '刘雪梅']) expect(list).toContain(name)
  })

  // Two workers, another order of finishing, a second run: the bytes must not tell.
  it('writes the same bytes again, over the files of before, with one worker or two', async () => {
    const [one, two] = [await temporaryFolder(), await temporaryFolder()]
    const job = { evaluation: readBuilt(buildYear(1)), forms: all, instructors: null }
    await printSheets({ ...job, folder: one, workers: 1 })
    await printSheets({ ...job, folder: two, workers: 2 })
    await printSheets({ ...job, folder: two, workers: 2 })
    const files = await filesUnder(one)
    expect(await filesUnder(two)).toEqual(files)
    for (const file of files) expect(await readFile(join(two, file))).toEqual(await readFile(join(one, file)))
  }, 90_000)

  // A cancelled job that goes on, takes finished sheets away, or leaves half a file.
  it('ends soon when it is cancelled, and leaves whole files only', async () => {
    const folder = await temporaryFolder()
    const cancel = new AbortController()
    const printed = await printSheets({
      evaluation: readBuilt(buildYear(60)),
      forms: ['evaluation-record'],
      instructors: null,
      folder,
      workers: 2,
      signal: cancel.signal,
      onProgress: ({ done }) => {
        if (done === 3) cancel.abort()
      },
    })
    if (printed.ok) throw new Error('it was not cancelled')
    expect(printed.error.code).toBe('cancelled')
    expect(printed.error.printed.length).toBeGreaterThanOrEqual(3)
    expect(printed.error.printed.length).toBeLessThanOrEqual(3 + 4)
    const files = await filesUnder(folder)
    expect(files).toEqual(printed.error.printed.map(sheet => sheet.file).sort())
    for (const file of files) expect((await readFile(join(folder, file))).subarray(-6).toString()).toBe('%%EOF\n')
  })

  it('prints nothing when it is cancelled before it begins', async () => {
    const folder = await temporaryFolder()
    const printed = await printSheets({
      evaluation: readBuilt(buildYear(2)),
      forms: all,
      instructors: null,
      folder,
      signal: AbortSignal.abort(),
    })
    expect(printed).toMatchObject({ ok: false, error: { code: 'cancelled', printed: [] } })
    expect(await filesUnder(folder)).toEqual([])
  })

  // One sheet that cannot be made takes its worker, and with it the other sheets, down.
  it('prints the others where one fails, and names it', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, RECORD, '002 李玉兰 i02.pdf', 'in the way'), { recursive: true })
    const printed = await printSheets({
      evaluation: readBuilt(buildYear(5)),
      forms: ['evaluation-record'],
      instructors: null,
      folder,
      workers: 1,
    })
    if (printed.ok) throw new Error('it did not fail')
    expect(printed.error.code).toBe('internal')
    expect(printed.error.details).toEqual([expect.stringContaining('002 李玉兰 i02.pdf：')])
    expect(printed.error.printed.map(sheet => sheet.instructor)).toEqual(['i01', 'i03', 'i04', 'i05'])
    expect((await filesUnder(folder)).filter(file => file.endsWith('.part'))).toEqual([])
  })

  // A missing character that is found when the first hundred sheets are signed already.
  it('prints nothing where the font lacks a character', async () => {
    const folder = await temporaryFolder()
    const year = buildYear(2)
    const evaluation = readBuilt({
      ...year,
      instructors: year.instructors.map(person => ({ ...person, name: '王𮬀' })),
    })
    const printed = await printSheets({ evaluation, forms: all, instructors: null, folder: join(folder, 'out') })
    expect(printed).toEqual({
      ok: false,
      error: {
        code: 'missing-glyphs',
        details: ['王𮬀（i01）：字体缺“𮬀”(U+2EB00)', '王𮬀（i02）：字体缺“𮬀”(U+2EB00)'],
        printed: [],
      },
    })
    expect(await filesUnder(folder)).toEqual([])
  })

  // A worker that does not start (a bundle without it) must be told, not waited for.
  it.each([1, 2])('fails where the worker cannot be started, with %i of them', async workers => {
    const folder = await temporaryFolder()
    const printed = await printSheets({
      evaluation: readBuilt(buildYear(2)),
      forms: ['evaluation-record'],
      instructors: null,
      folder,
      workers,
      worker: join(folder, 'no-worker.js'),
    })
    expect(printed).toMatchObject({ ok: false, error: { code: 'internal', printed: [] } })
  })
})

describe('a disk that cannot be written', () => {
  const job = { evaluation: readBuilt(buildYear(2)), forms: ['evaluation-record'], instructors: null }

  it('is told where a file stands in the folder’s place', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'file'), '')
    const under = join(folder, 'file', 'out')
    expect(await printSheets({ ...job, folder: under })).toEqual({
      ok: false,
      error: { code: 'no-folder', details: [under], printed: [] },
    })
  })

  // Found in the worker: its error must come back as a code, and end the job instead of failing for each sheet.
  it('is told where a file stands in the form’s folder’s place', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, RECORD), '')
    const printed = await printSheets({ ...job, folder })
    expect(printed).toMatchObject({ ok: false, error: { code: 'no-folder', printed: [] } })
    expect(await filesUnder(folder)).toEqual([RECORD])
  })

  // The kernel's own folder: nobody may write there, not even root.
  it('is told where it is read-only', async () => {
    expect(await printSheets({ ...job, folder: '/sys/pingyi' })).toEqual({
      ok: false,
      error: { code: 'read-only', details: ['/sys/pingyi'], printed: [] },
    })
  })

  it.each([
    ['ENOSPC', 'no-space'],
    ['EDQUOT', 'no-space'],
    ['EROFS', 'read-only'],
    ['EACCES', 'read-only'],
    ['ENOENT', 'no-folder'],
    ['EISDIR', null],
  ])('%s is %s', (code, failure) => {
    expect(diskFailure(Object.assign(new Error(code), { code }))).toBe(failure)
  })
})

describe('the main thread', () => {
  // pdfmake in the window's process: a second of a frozen window for every ten sheets.
  it('prints without loading pdfmake', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'year.json'), JSON.stringify(buildYear(1)))
    const script = `
      import { createRequire } from 'node:module'
      import { readFileSync } from 'node:fs'
      const root = ${JSON.stringify(join(import.meta.dirname, '..', '..', '..'))}
      const { printSheets } = await import(root + '/electron/host/sheets/print-sheets.ts')
      const { readEvaluation } = await import(root + '/shared/domain/evaluation/read-evaluation.ts')
      const read = readEvaluation(readFileSync('year.json', 'utf8'))
      const printed = await printSheets({ evaluation: read.value, forms: ['result-list'], instructors: null, folder: 'out' })
      const loaded = () => Object.keys(createRequire(import.meta.url).cache).filter(file => /pdfmake|pdfkit/.test(file)).length > 0
      const printing = loaded()
      createRequire(root + '/package.json')('pdfmake')
      console.log(JSON.stringify({ printed: printed.value.length, printing, control: loaded() }))
    `
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: folder,
    })
    expect(JSON.parse(stdout)).toEqual({ printed: 1, printing: false, control: true })
  })
})
