import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import type { Browser, Download, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructor, buildInstructors } from '#tests/fixtures/build-instructor.ts'
import { cellOfLabel, fillForm, type Typed } from '#tests/fixtures/filled-form.ts'
import { chooseFile, goTo, openApp, shown } from './app.ts'
import { openBrowser } from './open-browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const SOON = { timeout: 30_000 }

const PEOPLE = [
  buildInstructor({ id: 'i01', name: '王晓明', sources: ['district'] }),
  buildInstructor({ id: 'i02', name: '李刚', sources: ['district'] }),
  buildInstructor({ id: 'i03', name: '赵敏', sources: ['district'] }),
]
const EMPTY_YEAR = buildEvaluation({ instructors: PEOPLE, self: [], meetings: [], ratings: [] })

const SCORES = {
  政策宣传与法律咨询: 14,
  '指导建制与要约、协商准备': 18,
  参与协商与签约: 19,
  培训协商代表: 9,
  备案与履约监督: 9,
  '走访、台账与总结': 9,
  服务态度与沟通: 9,
  纪律廉洁: 5,
}

async function openYear(step: string, name: string, year = EMPTY_YEAR) {
  const { page, context, complaints } = await openApp(browser)
  await chooseFile(page, '2026.pingyi.json', JSON.stringify(year))
  await shown(page, 'overview')
  await goTo(page, step, name)
  return { page, context, complaints }
}

async function bytesOf(download: Download): Promise<Uint8Array> {
  return new Uint8Array(await readFile(await download.path()))
}

/** What 发表 hands out for everybody: files by name. */
async function sent(page: Page, item: RegExp): Promise<Record<string, Uint8Array>> {
  await page.getByRole('button', { name: '发表' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: item }).click()
  return unzipSync(await bytesOf(await download))
}

type GivenFile = { readonly name: string; readonly buffer: Buffer }

async function collect(page: Page, files: readonly GivenFile[], preview: string): Promise<void> {
  await page.getByRole('button', { name: '收表' }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择文件', exact: true }).click()
  await (await chooser).setFiles(files.map(file => ({ ...file, mimeType: 'application/octet-stream' })))
  await shown(page, preview)
}

function filledSelf(form: Uint8Array, cells: Readonly<Record<string, Typed>>, summary: string): Buffer {
  const typed = Object.fromEntries(Object.entries(cells).map(([label, what]) => [cellOfLabel(form, label, 'D'), what]))
  const row = Number(cellOfLabel(form, '签订合同', 'A').slice(1)) + 2
  return fillForm(form, { ...typed, [`A${row}`]: summary })
}

/** Puts a block on the active cell as Excel's clipboard would. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate(block => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', block)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, text)
}

/** Whose cell has the focus. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))

const cell = (page: Page, label: string) => page.getByRole('textbox', { name: label, exact: true })

describe('self-assessments', () => {
  // Catches: a form that the app cannot read back; a file that lands on another person; an import that changes anything
  // before it was looked at; a file that comes back changed.
  test('forms go out, come back filled with other files, are looked at, and make the year complete', async () => {
    const { page, complaints } = await openYear('个人总结自评', 'self')
    const forms = await sent(page, /全部 3 人/)
    expect(Object.keys(forms)).toEqual(
      ['1', '2', '3'].map((number, index) => `${number} ${PEOPLE[index]?.name} 个人总结自评表.xlsx`),
    )
    const [first, second, third] = Object.values(forms)
    if (!first || !second || !third) throw new Error('three forms')
    const pdf = Buffer.from('%PDF-1.4 李刚的总结')
    await collect(
      page,
      [
        { name: '表一.xlsx', buffer: filledSelf(first, { ...SCORES, 走访企业: 46 }, '全年走访四十六家。') },
        { name: '李刚-自评.xlsx', buffer: filledSelf(second, SCORES, '') },
        { name: '李刚 个人总结.pdf', buffer: pdf },
        { name: '表三.xlsx', buffer: filledSelf(third, { ...SCORES, 纪律廉洁: 9 }, '总结。') },
        { name: 'IMG_0001.jpg', buffer: Buffer.from('jpg') },
        { name: 'Thumbs.db', buffer: Buffer.from('x') },
      ],
      'self-preview',
    )
    await page.locator('[data-panel="problems"]').getByText('纪律廉洁：9 超过上限 5').waitFor()
    await page.locator('[data-panel="unknown"]').getByText('IMG_0001.jpg').waitFor()
    expect(await page.locator('[data-panel="unknown"]').getByText('Thumbs.db').count()).toBe(0)
    await page.getByRole('combobox', { name: 'IMG_0001.jpg 是谁的' }).fill('赵')
    await page.getByRole('option', { name: /赵敏/ }).click()
    await page.getByRole('button', { name: '存入 3 人' }).click()
    await shown(page, 'self')
    await page.getByText('2 人交齐（总结和自评分都有），共 3 人').waitFor()
    // The scores beside the one that was wrong are in the list that opens, and in the form.
    await page.getByText('1 人的分数还没有填全').waitFor()
    expect(await cell(page, '赵敏 培训协商代表').inputValue()).toBe('9')
    await page.getByRole('button', { name: '录完了' }).click()

    await page.getByRole('button', { name: '填写 李刚' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '李刚 个人总结.pdf', exact: true }).click()
    expect(Buffer.from(await bytesOf(await download))).toEqual(pdf)
    await page.getByRole('button', { name: '取消' }).click()

    // What was wrong is filled in by hand.
    await page.getByRole('button', { name: '填写 赵敏' }).click()
    await page.getByText('IMG_0001.jpg').waitFor()
    await cell(page, '纪律廉洁').fill('5')
    await page.getByText('合计 92.00').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByText('3 人交齐（总结和自评分都有），共 3 人').waitFor()
    expect(complaints).toEqual([])
  })

  // Catches: a folder as it came by chat whose files lose the names of the folders around them.
  test('a whole folder is taken, and files without a name in theirs go by their folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pingyi-folder-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    await mkdir(join(folder, '群文件', '李刚'), { recursive: true })
    await writeFile(join(folder, '群文件', '李刚', '总结.docx'), 'docx')
    await writeFile(join(folder, '群文件', '.DS_Store'), 'x')
    const { page } = await openYear('个人总结自评', 'self')
    await page.getByRole('button', { name: '收表' }).click()
    await page.locator('[data-choose-folder]').setInputFiles(join(folder, '群文件'))
    await shown(page, 'self-preview')
    await page.locator('[data-panel="people"]').getByText('群文件/李刚/总结.docx').waitFor()
    expect(await page.locator('[data-panel="unknown"]').count()).toBe(0)
    await page.getByRole('button', { name: '存入 1 人' }).click()
    await shown(page, 'self')
    await page.locator('tr[data-row="i02"]').getByText('附件 1 份').waitFor()
  })

  // Catches: a deadline that nobody sees again, and a reminder that leaves people out or names those who are done.
  test('a deadline is set, counts down, and the reminder names who is missing', async () => {
    const { page } = await openYear('个人总结自评', 'self')
    await page.getByRole('button', { name: '定截止日期' }).click()
    await page.getByRole('textbox', { name: '截止日期' }).fill('2020年1月5日')
    await page.getByRole('button', { name: '定为截止日期' }).click()
    await page.getByText(/2020-01-05 截止，已过 \d+ 天/).waitFor()
    await page.getByRole('button', { name: '催交提醒' }).click()
    const reminder = await page.getByRole('textbox', { name: '催交提醒' }).inputValue()
    expect(reminder).toContain('2020-01-05')
    expect(reminder).toContain('还没有交的（3 人）：王晓明、李刚、赵敏。')
  })
})

describe('the table to type into', () => {
  // Catches: keys that lose the focus when a row is saved; half of the scores saved; a block that lands elsewhere.
  test('keys move as in Excel, a block is pasted, and all of it is there after a reload', async () => {
    const { page } = await openYear('个人总结自评', 'self')
    await page.getByRole('button', { name: '列表录入' }).click()
    await cell(page, '王晓明 走访企业').click()
    await page.keyboard.type('４６')
    await page.keyboard.press('Tab')
    await page.keyboard.type('180')
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page), SOON).toBe('李刚 走访企业')
    expect(await cell(page, '王晓明 走访企业').inputValue()).toBe('46')
    await page.keyboard.press('Control+ArrowDown')
    await expect.poll(() => focused(page), SOON).toBe('赵敏 走访企业')

    await cell(page, '王晓明 政策宣传与法律咨询').click()
    const row = Object.values(SCORES).join('\t')
    await paste(page, `${row}\r\n${row.replace(/\t5$/, '\t6')}\r\n${row}\r\n${row}\r\n`)
    await page.getByText('超出表尾的 1 行没有粘贴').waitFor()
    await page.getByText('1 人的分数还没有填全，没有存入').waitFor()
    await cell(page, '李刚 纪律廉洁').click()
    await page.getByText('李刚 · 纪律廉洁：6 超过上限 5').waitFor()
    // What could not be saved is still typed: after the table was left, and after a reload.
    await page.getByRole('button', { name: '录完了' }).click()
    await page.getByRole('button', { name: '列表录入' }).click()
    await expect.poll(() => cell(page, '李刚 纪律廉洁').inputValue(), SOON).toBe('6')
    await page.reload()
    await shown(page, 'self')
    const scores = page.locator('tr[data-row] [data-column="score"]')
    await expect.poll(() => scores.allInnerTexts(), SOON).toEqual(['92.00', '缺', '92.00'])
    await page.getByRole('button', { name: '列表录入' }).click()
    expect(await cell(page, '李刚 纪律廉洁').inputValue()).toBe('6')
    await cell(page, '李刚 纪律廉洁').fill('4.5')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '录完了' }).click()
    await expect.poll(() => scores.allInnerTexts(), SOON).toEqual(['92.00', '91.50', '92.00'])
  })

  // Catches: an Enter that chooses a word of the input method and leaves the cell; text lost by it.
  test('a word being composed keeps its keys', async () => {
    const { page, context } = await openYear('综合评定', 'rating')
    await page.getByRole('button', { name: '列表录入' }).click()
    await cell(page, '王晓明 评语').click()
    const session = await context.newCDPSession(page)
    await session.send('Input.imeSetComposition', { text: 'tashi', selectionStart: 5, selectionEnd: 5 })
    for (const type of ['rawKeyDown', 'keyUp'] as const)
      await session.send('Input.dispatchKeyEvent', { type, key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 })
    expect(await focused(page)).toBe('王晓明 评语')
    await session.send('Input.insertText', { text: '踏实' })
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page), SOON).toBe('李刚 评语')
    expect(await cell(page, '王晓明 评语').inputValue()).toBe('踏实')
    await page.keyboard.press('Escape')
    await cell(page, '李刚 评语').fill('不要这句')
    await page.keyboard.press('Escape')
    expect(await cell(page, '李刚 评语').inputValue()).toBe('')
  })

  // Catches: rows out of sight that no key reaches, and typing that is lost when its row is scrolled away.
  test('a long table is reached to its end, and typing survives being scrolled away', async () => {
    const people = buildInstructors(300)
    const year = buildEvaluation({ instructors: people, self: [], meetings: [], ratings: [] })
    const { page } = await openYear('个人总结自评', 'self', year)
    await page.getByRole('button', { name: '列表录入' }).click()
    await cell(page, '指导员01 走访企业').click()
    await page.keyboard.type('11')
    const scroller = page.getByRole('table', { name: '自评情况' })
    await scroller.hover()
    await page.mouse.wheel(0, 8000)
    await cell(page, '指导员01 走访企业').waitFor({ state: 'detached' })
    await page.mouse.wheel(0, -20_000)
    await expect.poll(() => cell(page, '指导员01 走访企业').inputValue(), SOON).toBe('11')
    await cell(page, '指导员01 走访企业').click()
    await page.keyboard.press('Control+End')
    await expect.poll(() => focused(page), SOON).toBe('指导员300 纪律廉洁')
    await page.keyboard.press('Home')
    await page.keyboard.type('12')
    await page.keyboard.press('Control+Home')
    await expect.poll(() => focused(page), SOON).toBe('指导员01 走访企业')
    await page.keyboard.press('Control+End')
    await expect.poll(() => cell(page, '指导员300 走访企业').inputValue(), SOON).toBe('12')
  })

  // Catches: a block that cannot be taken back to Excel.
  test('a marked block is copied as Excel takes it, and deleted', async () => {
    const { page } = await openYear('个人总结自评', 'self')
    await page.getByRole('button', { name: '列表录入' }).click()
    await cell(page, '王晓明 走访企业').click()
    await paste(page, '1\t2\n3\t4\n')
    await expect.poll(() => cell(page, '李刚 指导人次').inputValue(), SOON).toBe('4')
    await cell(page, '王晓明 走访企业').click()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowRight')
    const copied = await page.evaluate(() => {
      const clipboardData = new DataTransfer()
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }),
      )
      return clipboardData.getData('text/plain')
    })
    expect(copied).toBe('1\t2\r\n3\t4')
    await page.keyboard.press('Delete')
    await expect.poll(() => cell(page, '李刚 指导人次').inputValue(), SOON).toBe('')
  })
})

describe('ratings', () => {
  // Catches: a union's form that does not come back to its union; a posting that changed and cannot be entered.
  test('a form goes out to a union, comes back, and a second union’s rating is weighed by months', async () => {
    const { page, complaints } = await openYear('综合评定', 'rating')
    await page.getByText('已评 0 人次，应评 3 人次').waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载西城区总工会的评定表' }).click()
    const form = await bytesOf(await download)
    const filled = fillForm(form, { E5: 90, F5: 6, E6: 88.5, G6: 2, I6: '优秀案例', E7: 120, K5: '称职' })
    await collect(page, [{ name: '西城.xlsx', buffer: filled }], 'rating-preview')
    await page.locator('[data-panel="problems"]').getByText('第 7 行 · 评分：120 超过上限 100').waitFor()
    await page.getByRole('button', { name: '存入 2 人' }).click()
    await shown(page, 'rating')
    await page.locator('[data-panel="board"]').getByText('差 1 人').waitFor()

    await page.getByRole('button', { name: '列表录入' }).click()
    await cell(page, '赵敏 评分').fill('80')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '录完了' }).click()
    await page.locator('[data-panel="board"]').getByText('报齐').waitFor()
    await page.getByText('已评 3 人次，应评 3 人次').waitFor()

    await page.getByRole('button', { name: '填写 王晓明 的评定' }).click()
    const which = page.getByRole('combobox', { name: '哪一次评定' })
    await which.selectOption({ label: '区总工会 · 另一单位的评定（年中调整派驻）' })
    await page.getByRole('combobox', { name: '评定单位' }).fill('东城区总工会')
    await cell(page, '月数').fill('3')
    await cell(page, '评分').fill('81')
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: '添加附件' }).click()
    await (await chooser).setFiles({ name: '扫描件.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('scan') })
    await page.getByRole('button', { name: '扫描件.jpg', exact: true }).waitFor()
    await page.getByRole('button', { name: '保存' }).click()
    // (90 × 6 + 81 × 3) ÷ 9
    await page.locator('tr[data-row="i01"] [data-column="source:district"]').getByText('87.00').waitFor()
    expect(complaints).toEqual([])
  })
})
