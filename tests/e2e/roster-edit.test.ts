import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Download, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chooseFile, goTo, loadSample, openApp, readSample, shown } from './app.ts'
import { barriers } from './barriers.ts'
import { openBrowser } from './open-browser.ts'

const EXAMPLE = join(import.meta.dirname, '..', '..', 'resources', 'templates', '登记表（示例）.xlsx')

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** As patient as playwright's own waiting: a busy machine is no bug. */
const SOON = { timeout: 30_000 }

/** What the next table that is printed says. */
function onPaper(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>(resolve => {
        window.print = () => {
          const sheet = document.body.lastElementChild
          sheet?.remove()
          resolve(sheet?.textContent ?? '')
        }
      }),
  )
}

/** The app with a year whose roster is empty, at the roster. */
async function openEmptyRoster(): Promise<{ page: Page; complaints: readonly string[] }> {
  const { page, complaints } = await openApp(browser)
  const sample = JSON.parse(await readSample())
  const empty = { ...sample, title: '新的一年', instructors: [], self: [], meetings: [], ratings: [], decisions: [] }
  await chooseFile(page, '空.pingyi.json', JSON.stringify(empty))
  await shown(page, 'overview')
  await goTo(page, '花名册', 'roster')
  return { page, complaints }
}

async function importFile(
  page: Page,
  file: string | { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  await page.locator('[data-roster-file]').setInputFiles(file)
}

/** Pastes a block copied from a spreadsheet through the dialog. */
async function pasteRoster(page: Page, block: string): Promise<void> {
  await page.getByRole('button', { name: '导入', exact: true }).click()
  await page.getByRole('menuitem', { name: '粘贴表格…' }).click()
  await page.getByRole('textbox', { name: '粘贴到这里' }).evaluate((box, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, block)
}

function namesShown(page: Page): Promise<string[]> {
  return page.locator('tr[data-row] [data-column="name"] a').allInnerTexts()
}

async function downloaded(page: Page, press: () => Promise<void>): Promise<Download> {
  const download = page.waitForEvent('download')
  await press()
  return await download
}

async function exportAs(page: Page, item: string): Promise<{ name: string; buffer: Buffer }> {
  const download = await downloaded(page, async () => {
    await page.getByRole('button', { name: '导出', exact: true }).click()
    await page.getByRole('menuitem', { name: item }).click()
  })
  return { name: download.suggestedFilename(), buffer: await readFile(await download.path()) }
}

// Catches: a dead end anywhere between an empty roster and one that is right, and an export that does not come back.
test('an empty roster is filled from the example form, mended, edited, undone, exported and read again', async () => {
  const { page, complaints } = await openEmptyRoster()
  await page.getByText('花名册还没有人').waitFor()
  const template = await downloaded(page, () => page.getByRole('button', { name: '下载空白登记表' }).click())
  expect(template.suggestedFilename()).toBe('登记表.xlsx')

  // The preview changes nothing before it is agreed to.
  await importFile(page, EXAMPLE)
  await shown(page, 'roster-import')
  await page.getByRole('button', { name: '取消' }).click()
  await page.getByText('花名册还没有人').waitFor()
  await importFile(page, EXAMPLE)
  await page.getByRole('button', { name: '导入 3 人' }).click()
  await shown(page, 'roster')
  await expect.poll(() => namesShown(page), SOON).toEqual(['王明', '阿依古丽·买买提', '李芳'])

  // A second form, pasted: a cell that needs a person, a kind that nobody wrote, somebody known and a namesake.
  await pasteRoster(
    page,
    [
      '姓名\t性别\t出生年月\t所在单位\t联系电话\t学历',
      '王明\t男\t1964\t示例机械厂工会（退休）\t13800000001\t大学本科',
      '李芳\t女\t\t另一个街道总工会\t13900000009\t',
      '钱进\t男\t四十五左右\t示例钢厂工会\t13900000010\t大专',
    ].join('\n'),
  )
  await shown(page, 'roster-import')
  const problems = page.locator('[data-panel="problems"] tbody tr')
  await expect.poll(() => problems.allInnerTexts(), SOON).toEqual([expect.stringContaining('“四十五左右”看不出年份')])
  await page.getByText('学历：大专 → 大学本科').waitFor()
  await page.getByText('还有 1 人待选').waitFor()
  await page.getByRole('combobox', { name: '怎样处理李芳' }).selectOption({ label: '另加一人（同名）' })
  await page.getByText('请先选专职或兼职').waitFor()
  await page.locator('[data-kind-choice]').getByRole('button', { name: '兼职' }).click()
  await page.getByRole('button', { name: '导入 3 人' }).click()
  await shown(page, 'roster')
  await expect.poll(() => namesShown(page), SOON).toEqual(['王明', '阿依古丽·买买提', '李芳', '李芳', '钱进'])

  // The missing year is typed into the table; one that is none stays in its cell and is told.
  await page.getByRole('button', { name: '整表编辑' }).click()
  const birth = page.getByRole('textbox', { name: '钱进 出生年' })
  await birth.fill('四十五')
  await birth.press('Enter')
  const cell = page.locator('[data-row="i05"] [data-column="birthYear"]')
  await expect.poll(() => cell.getAttribute('data-problem'), SOON).toBe('true')
  await birth.fill('1981')
  await birth.press('Enter')
  await expect.poll(() => cell.getAttribute('data-problem'), SOON).toBeNull()
  await page.getByRole('button', { name: '完成' }).click()
  await expect.poll(() => page.locator('[data-row="i05"] [data-column="birthYear"]').innerText(), SOON).toBe('1981')

  // The form, by keyboard; then taken back.
  await page.getByRole('button', { name: '修改王明' }).click()
  const drawer = page.getByRole('dialog', { name: '修改：王明' })
  await drawer.getByRole('textbox', { name: '姓名' }).fill('王铭')
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => namesShown(page), SOON).toContain('王铭')
  await page.getByRole('alert').filter({ hasText: '修改花名册：王铭' }).getByRole('button', { name: '撤销' }).click()
  await expect.poll(() => namesShown(page), SOON).toContain('王明')

  // What goes out comes in again as the very same people.
  for (const item of ['登记表（Excel）', 'CSV 文件']) {
    const { name, buffer } = await exportAs(page, item)
    await importFile(page, { name, mimeType: 'application/octet-stream', buffer })
    await shown(page, 'roster-import')
    await page.getByText('没有变化 5').waitFor()
    await page.getByText('没有要导入的人').waitFor()
    await page.getByRole('button', { name: '取消' }).click()
    await shown(page, 'roster')
  }
  expect(complaints).toEqual([])
})

// Catches: a person added or removed with no way back, and a form that loses what was typed.
test('people are added and removed in the form, and what was typed survives a closed window', async () => {
  const { page } = await openEmptyRoster()
  await page.getByRole('button', { name: '添加人员' }).click()
  const drawer = page.getByRole('dialog', { name: '添加人员' })
  await drawer.getByRole('textbox', { name: '姓名' }).fill('孙立')
  await drawer.getByRole('textbox', { name: '聘用截止' }).fill('2020.1.1')
  await drawer.getByRole('button', { name: '添加', exact: true }).click()
  await drawer.getByText('请选专职或兼职').waitFor()
  // Kept while it is not saved: a draft reaches the disk within a moment, which nothing on the page shows.
  await expect.poll(() => page.evaluate(draftsKept), SOON).toBe(1)
  await page.reload()
  await shown(page, 'roster')
  await page.getByRole('button', { name: '添加人员' }).click()
  await drawer.getByText('已恢复上次没有保存的内容').waitFor()
  expect(await drawer.getByRole('textbox', { name: '姓名' }).inputValue()).toBe('孙立')
  await drawer.getByRole('combobox', { name: '专职/兼职' }).click()
  await page.getByRole('option', { name: '专职' }).click()
  await drawer.getByRole('button', { name: '添加', exact: true }).click()
  await expect.poll(() => namesShown(page), SOON).toEqual(['孙立'])
  await page.locator('[data-row="i01"]').getByText('已到期').waitFor()

  await page.getByRole('button', { name: '修改孙立' }).click()
  await page.getByRole('button', { name: '删除人员' }).click()
  const question = page.getByRole('dialog', { name: '删除“孙立”？' })
  await question.getByText('花名册之外没有这个人的记录').waitFor()
  await question.getByRole('button', { name: '删除人员' }).click()
  await page.getByText('花名册还没有人').waitFor()
  await page.getByRole('alert').filter({ hasText: '删除人员：孙立' }).getByRole('button', { name: '撤销' }).click()
  await expect.poll(() => namesShown(page), SOON).toEqual(['孙立'])
})

// Catches: a file that is no roster and leaves the page waiting, or says so in a code.
test('a WPS file and a file without a header are refused in words, with a way on', async () => {
  const { page } = await openEmptyRoster()
  await importFile(page, {
    name: '花名册.et',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('d0cf11e0', 'hex'),
  })
  const dialog = page.getByRole('dialog', { name: '“花名册.et”不能导入' })
  await dialog.getByText('另存为').first().waitFor()
  await dialog.getByRole('button', { name: '知道了' }).click()
  await importFile(page, { name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from('甲,乙\n丙,丁\n') })
  await page.getByRole('dialog', { name: '“名单.csv”不能导入' }).getByText('表头').waitFor()
})

// Catches: a roster dropped on its page that is taken for a year's file.
test('a form dropped on the page is read, and the whole list is printed', async () => {
  const { page } = await openEmptyRoster()
  const bytes = (await readFile(EXAMPLE)).toString('base64')
  const transfer = await page.evaluateHandle(content => {
    const data = new DataTransfer()
    const raw = Uint8Array.from(atob(content), character => character.charCodeAt(0))
    data.items.add(new File([raw], '登记表.xlsx'))
    return data
  }, bytes)
  const zone = page.locator('[data-drop-anywhere]')
  await zone.dispatchEvent('dragenter', { dataTransfer: transfer })
  await page.getByText('松开即可导入花名册').waitFor()
  await zone.dispatchEvent('drop', { dataTransfer: transfer })
  await page.getByRole('button', { name: '导入 3 人' }).click()
  await shown(page, 'roster')

  const paper = onPaper(page)
  await page.getByRole('button', { name: '导出', exact: true }).click()
  await page.getByRole('menuitem', { name: '打印' }).click()
  const text = await paper
  for (const words of ['花名册', '王明', '阿依古丽·买买提', '李芳', '2026-12-31']) expect(text).toContain(words)
  expect(text).not.toContain('13800000001')
})

// Catches: votes that were counted and go with a click, or a person who left and stands there for ever.
test('whoever was voted on is not removed but leaves, and a closed year offers no edits', async () => {
  const { page } = await openApp(browser)
  await loadSample(page)
  await goTo(page, '花名册', 'roster')
  await page.getByRole('button', { name: '修改王振华' }).click()
  await page.getByRole('button', { name: '删除人员' }).click()
  const dialog = page.getByRole('dialog', { name: '“王振华”不能删除' })
  await dialog.getByText('民主测评计票 4 行').waitFor()
  await dialog.getByRole('button', { name: '登记离任' }).click()
  await page.getByRole('textbox', { name: '日期' }).fill('2026.3.1')
  await page.keyboard.press('Control+Enter')
  await page.locator('[data-row="i01"]').getByText('离任 2026-03-01').waitFor()

  const year = { ...JSON.parse(await readSample()), year: 2024, closed: { date: '2025-06-30', by: '档案员' } }
  await chooseFile(page, '2024.pingyi.json', JSON.stringify(year))
  await page.locator('header [data-year="2024"]').waitFor()
  await goTo(page, '花名册', 'roster')
  await page.getByRole('button', { name: '导出', exact: true }).waitFor()
  for (const name of ['导入', '添加人员', '整表编辑', '修改王振华'])
    expect(await page.getByRole('button', { name, exact: true }).count(), name).toBe(0)
  await goTo(page, '民主测评', 'ballot')
  await page.getByText('每人得票').waitFor()
  expect(await page.locator('[data-panel="meetings"]').count()).toBe(0)
  await goTo(page, '综合评定', 'rating')
  await page.locator('[data-panel="board"]').waitFor()
  expect(await page.getByRole('button', { name: '催交提醒' }).count()).toBe(0)
  // What stands on a short table is printed too, without its buttons.
  let paper = onPaper(page)
  await page.getByRole('button', { name: '打印各单位上报情况' }).click()
  expect(await paper).toMatch(/情况.*云东区总工会.*差 1 人/)
  expect(await paper).not.toContain('操作')
  await goTo(page, '计分', 'score')
  paper = onPaper(page)
  await page.getByRole('button', { name: '打印还缺什么' }).click()
  expect(await paper).toContain('蒋国良、潘俊杰')
  // A later year is here: the closed one leads on to no other.
  await goTo(page, '概览', 'overview')
  expect(await page.locator('[data-panel="after-close"]').count()).toBe(0)
})

// Catches: fields without names, contrast too low, parts that the keyboard does not reach.
test('form, table, preview and its questions have no barrier', async () => {
  const { page } = await openApp(browser)
  await loadSample(page)
  await goTo(page, '花名册', 'roster')
  const found: string[] = []
  const look = async (what: string) => {
    found.push(...(await barriers(page, { dialog: true })).map(each => `${what}: ${each}`))
  }
  await page.getByRole('button', { name: '修改王振华' }).click()
  await page.getByRole('dialog', { name: '修改：王振华' }).getByRole('textbox', { name: '姓名' }).waitFor()
  await look('form')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '整表编辑' }).click()
  await page.getByRole('table', { name: '参加考评的人员' }).waitFor()
  await look('table')
  await page.getByRole('button', { name: '完成' }).click()
  await pasteRoster(page, '王振华\t男\t四十五\t甲厂\n李明\t女\t1980\t乙厂\n')
  await page.getByRole('dialog', { name: '每一列是什么？' }).waitFor()
  await look('columns')
  await page.getByRole('combobox', { name: '第 3 列' }).selectOption({ label: '出生年月' })
  await page.getByRole('button', { name: '读出来看看' }).click()
  await shown(page, 'roster-import')
  await page.getByText('还有 1 人待选').waitFor()
  await look('preview')
  expect(found).toEqual([])
})

/** How many drafts the page's database holds. */
async function draftsKept(): Promise<number> {
  const [first] = await indexedDB.databases()
  return await new Promise(resolve => {
    const opening = indexedDB.open(first?.name ?? '')
    opening.onsuccess = () => {
      const counting = opening.result.transaction('drafts').objectStore('drafts').count()
      counting.onsuccess = () => {
        opening.result.close()
        resolve(counting.result)
      }
    }
  })
}
