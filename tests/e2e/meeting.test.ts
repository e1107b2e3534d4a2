import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { openApp } from './app.ts'
import {
  beginBundle,
  beginMeeting,
  cast,
  chooseLoopback,
  fillField,
  keyBallots,
  meetingYear,
  open,
  panel,
  printAndSeal,
  serve,
  TELLERS,
  toStage,
  voteByTaps,
} from './meeting-room.ts'
import { openBrowser } from './open-browser.ts'
import { takePhone } from './phone.ts'

const MARK = /优秀|称职|弃权/

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** The year as a user exports it. */
async function exported(page: Page) {
  await page.getByRole('button', { name: '切换年度' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: '导出考评文件' }).click()
  const read = readEvaluation(await readFile(await (await download).path(), 'utf8'))
  if (!read.ok) throw new Error('the export is refused')
  return read.value
}

async function phone() {
  const taken = await takePhone(browser)
  onTestFinished(() => taken.context.close())
  return taken
}

// Catches: a step of the meeting that a user cannot take by the screens; a vote, by phone or on paper, that is counted as
// something else; a mark, or an exact number, on the big screen; an operator's page that a reload puts back.
test('a meeting, from its plan to the counts in the year, by two phones and on paper', async () => {
  const { page, context, complaints } = await openApp(browser)
  await beginMeeting(page, meetingYear())
  await fillField(page, '地点', '三楼会议室')
  await fillField(page, '会场无线网名称', 'PINGYI-1')
  await fillField(page, '票种 A 应到', '10')
  const codes = await printAndSeal(page)

  const opened = context.waitForEvent('page')
  await panel(page, 'station').getByRole('button', { name: '打开大屏' }).click()
  const screen = await opened
  await screen.getByText('票箱已封，请稍候投票').waitFor()
  expect(await screen.getByRole('navigation').count()).toBe(0)
  const url = await serve(page)
  await screen.locator('[data-address]').getByText(url).waitFor()
  await screen.getByText('连接无线网“PINGYI-1”').waitFor()
  const fingerprint = await screen.locator('[data-fingerprint]').innerText()
  await panel(page, 'station').getByText(fingerprint).waitFor()
  const progress = screen.locator('[data-group="A"]')
  await progress.getByText('不足 5 票').waitFor()

  const first = await phone()
  const second = await phone()
  await voteByTaps(first.page, url, codes[0] ?? '', ['优秀', '称职', '称职', '不称职'])
  await voteByTaps(second.page, url, codes[1] ?? '', ['优秀', null, '基本称职', '称职'])
  const competent = {
    marks: Object.fromEntries(['i01', 'i02', 'i03', 'i04'].map(id => [id, { overall: 'competent' }])),
  }
  expect(await cast(url, codes[2] ?? '', competent)).toBe('recorded')
  expect(await cast(url, codes[3] ?? '', competent)).toBe('recorded')
  await progress.getByText('不足 5 票').waitFor()
  expect(await cast(url, codes[4] ?? '', competent)).toBe('recorded')
  await progress.getByText('已收 5 票以上').waitFor()

  // The operator's page is closed by mistake in the middle of the meeting.
  await page.reload()
  await panel(page, 'station').locator('[data-station-url]').getByText(url).waitFor()
  const paper = panel(page, 'paper')
  await beginBundle(page, 2, '甲')
  // 2 称职, then the rest 优秀; and a ballot of two ticks, a blank, and a slip of the finger put right.
  await keyBallots(page, [
    ['2', 'r', '1'],
    ['x', '0', '4', 'ArrowUp', '3', '1'],
  ])
  await fillField(page, '第二位录入人', '乙')
  await page.getByRole('button', { name: '开始第二遍' }).click()
  await keyBallots(page, [
    ['2', '1', '1', '1'],
    ['x', '0', '3', '2'],
  ])
  await page.getByText('有 1 处不一致').waitFor()
  await page.getByText('第 1 遍：优秀').click()
  await page.getByRole('button', { name: '2 张入箱' }).click()
  await paper.getByText('票种 A：已入箱 2 张').waitFor()
  await progress.getByText('已收 5 票以上').waitFor()
  const seen = await screen.locator('body').innerText()
  expect(seen).not.toMatch(MARK)
  expect(seen).not.toMatch(/已收 [^5]/)

  await page.getByRole('button', { name: '结束投票' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '结束投票' }).click()
  await panel(page, 'reconcile').waitFor()
  await screen.getByText('投票结束，正在清点').waitFor()
  await fillField(page, '票种 A 实到', '8')
  await page.keyboard.press('Enter')
  await panel(page, 'reconcile').getByText('实到未投票 1 人').waitFor()
  const why = panel(page, 'reconcile').getByLabel('票种 A 不符的原因').last()
  await why.fill('一人中途离场')
  await why.blur()
  await page.getByRole('button', { name: '下一步：开箱计票' }).click()

  await releaseBefore(page)
  await screen.reload()
  await screen.getByText('投票结束，正在清点').waitFor()
  await open(page, [{ ...TELLERS[0], passphrase: 'bu ji de le' }, TELLERS[1]])
  await page.getByText('没有打开，票箱没有任何变化').waitFor({ timeout: 60_000 })
  await page.getByText('口令不对：王监').waitFor()
  await open(page, [TELLERS[0], TELLERS[1]])
  await panel(page, 'opened').getByText('计票结果已计入本年度').waitFor({ timeout: 60_000 })

  await screen.getByText('计票完成，等待宣布结果').waitFor()
  expect(await screen.locator('body').innerText()).not.toMatch(MARK)
  await panel(page, 'release').getByText('各票种评价').click()
  await screen.getByText('优秀', { exact: true }).waitFor()
  await panel(page, 'release').getByText('不公布').click()
  await screen.getByText('计票完成，等待宣布结果').waitFor()

  const { meetings, plans } = await exported(page)
  expect(meetings).toHaveLength(1)
  const [meeting] = meetings
  const group = meeting?.groups.find(each => each.id === 'A')
  expect(group).toMatchObject({ expected: 10, attended: 8, returned: 7, void: 0 })
  expect(
    meeting?.tallies.map(({ instructor, group: id, marks, abstain, invalid }) => [
      instructor,
      id,
      marks,
      abstain,
      invalid,
    ]),
  ).toEqual([
    ['i01', 'A', { excellent: 2, competent: 4, basic: 0, incompetent: 0 }, 0, 1],
    ['i02', 'A', { excellent: 1, competent: 4, basic: 0, incompetent: 0 }, 2, 0],
    ['i03', 'A', { excellent: 1, competent: 4, basic: 2, incompetent: 0 }, 0, 0],
    ['i04', 'A', { excellent: 2, competent: 4, basic: 0, incompetent: 1 }, 0, 0],
  ])
  expect(plans?.[0]?.groups[0]?.justifications).toEqual([{ gap: 'not-returned', words: '一人中途离场' }])
  expect([complaints, first.complaints, second.complaints]).toEqual([[], [], []])
}, 240_000)

// Catches: a rehearsal that leaves anything on the disk or in the year; one that keeps the real box from its turn.
test('a rehearsal goes from votes to the count, and nothing is left of it', async () => {
  const { page, host, complaints } = await openApp(browser)
  await beginMeeting(page, meetingYear())
  const before = (await filesOf(host.data)).map(({ path }) => path)
  await toStage(page, 'room')
  await chooseLoopback(panel(page, 'room-network'))
  const rehearsal = panel(page, 'rehearsal')
  await rehearsal.getByRole('button', { name: '开始演练' }).click()
  await rehearsal.getByText('输入下面的演练码').waitFor()
  const codes = (await rehearsal.innerText()).match(/\d{4}-\d{4}-\d{4}-\d{4}|\b\d{16}\b/g) ?? []
  expect(codes.length).toBeGreaterThan(0)
  await rehearsal.getByRole('button', { name: /^让 \d+ 名虚构投票人投票$/ }).click()
  await rehearsal.getByText(/^已投约 [1-9]\d* 票$/).waitFor()
  await rehearsal.getByRole('button', { name: '结束投票并开箱' }).click()
  await rehearsal.getByText(/^演练开箱完成，共 [1-9]\d* 票$/).waitFor({ timeout: 60_000 })
  await rehearsal.getByRole('button', { name: '结束演练，清除数据' }).click()
  await rehearsal.getByRole('button', { name: '开始演练' }).waitFor()
  // The year itself is mirrored meanwhile, with its plan: nothing else is new, and nothing speaks of the rehearsal.
  const after = await filesOf(host.data)
  const isYear = (path: string) => path.startsWith(join(host.data, 'years'))
  expect(after.map(({ path }) => path).filter(path => !isYear(path))).toEqual(before.filter(path => !isYear(path)))
  for (const { text } of after)
    for (const trace of ['rehears', ...codes.flatMap(code => [code, code.replaceAll('-', '')])])
      expect(text.includes(trace)).toBe(false)
  expect((await exported(page)).meetings).toEqual([])
  expect(complaints).toEqual([])
}, 120_000)

// Catches: called-out totals that miss the counts, are compared while one counter still types, or let the box be opened
// without them.
test('paper ballots that are called out are typed by two counters and join the box’s counts', async () => {
  const { page, complaints } = await openApp(browser)
  await beginMeeting(page, meetingYear())
  await page.getByText('唱票', { exact: true }).click()
  for (const group of ['B', 'C', 'D']) await fillField(page, `票种 ${group} 纸质票（张）`, '0')
  const codes = await printAndSeal(page)
  const url = await serve(page)
  for (const code of codes.slice(0, 3))
    expect(await cast(url, code, { marks: { i01: { overall: 'excellent' } } })).toBe('recorded')
  await page.getByRole('button', { name: '结束投票' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '结束投票' }).click()
  const hand = panel(page, 'hand-count')
  await hand.waitFor()
  await toStage(page, 'open')
  await page.getByText('票种 A 的唱票统计还没有录完').waitFor()
  await page.getByRole('button', { name: '去填唱票统计' }).click()

  const typeSheet = async (rows: readonly (readonly number[])[]) => {
    await fillField(hand, '收回纸质票', '2')
    await hand.locator('td[data-column="mark:excellent"] input').first().click()
    for (const row of rows)
      for (const cell of [...row, ...Array.from({ length: 6 - row.length }, () => '')]) {
        await page.keyboard.type(String(cell))
        await page.keyboard.press('Tab')
      }
  }
  await typeSheet([[2], [1, 1], [0, 2], [0, 0, 2]])
  await hand.getByText('每人合计等于有效票，两份都录平后核对').waitFor()
  await hand.getByText('计票人 2', { exact: true }).click()
  await typeSheet([[2], [1, 1], [0, 2], [0, 0, 1, 1]])
  await hand.getByText('两份不一致，请对照唱票记录改正').waitFor()
  await hand.getByRole('row', { name: /基本称职 2 1/ }).waitFor()
  await hand.locator('tr[data-index="3"] td[data-column="mark:basic"] input').click()
  await page.keyboard.type('2')
  await page.keyboard.press('Tab')
  await page.keyboard.type('0')
  await page.keyboard.press('Tab')
  await hand.getByText('两份一致', { exact: true }).waitFor()
  await fillField(page, '票种 A 实到', '5')
  await page.keyboard.press('Enter')
  await panel(page, 'reconcile').getByText('相符').first().waitFor()
  await page.getByRole('button', { name: '下一步：开箱计票' }).click()
  await open(page, [TELLERS[1], TELLERS[2]])
  await panel(page, 'opened').waitFor({ timeout: 60_000 })
  const [meeting] = (await exported(page)).meetings
  expect(meeting?.groups[0]).toMatchObject({ id: 'A', attended: 5, returned: 5, void: 0 })
  expect(meeting?.tallies.map(({ marks, abstain }) => [Object.values(marks), abstain])).toEqual([
    [[5, 0, 0, 0], 0],
    [[1, 1, 0, 0], 3],
    [[0, 2, 0, 0], 3],
    [[0, 0, 2, 0], 3],
  ])
  expect(complaints).toEqual([])
}, 180_000)

/** As if a meeting of the same id had been released before: what a deleted plan leaves in the settings. */
function releaseBefore(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('pingyi')
        request.onerror = () => reject(request.error)
        request.onsuccess = () => {
          const work = request.result.transaction(['years', 'settings'], 'readwrite')
          const years = work.objectStore('years').getAll()
          years.onsuccess = () => {
            const key = `released:2026:${years.result[0].importedAt}:m1`
            work.objectStore('settings').put({ key, value: JSON.stringify({ kind: 'groups' }) })
          }
          work.oncomplete = () => {
            request.result.close()
            resolve()
          }
        }
      }),
  )
}

/** Every file of the data folder. */
async function filesOf(folder: string): Promise<{ readonly path: string; readonly text: string }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  return Promise.all(paths.toSorted().map(async path => ({ path, text: await readFile(path, 'latin1') })))
}
