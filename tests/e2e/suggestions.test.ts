import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { goTo, openApp } from './app.ts'
import {
  beginMeeting,
  cast,
  fillField,
  meetingYear,
  open,
  panel,
  printAndSeal,
  serve,
  TELLERS,
} from './meeting-room.ts'
import { openBrowser } from './open-browser.ts'
import { card, keptBy, press, takePhone } from './phone.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const SHOTS = process.env['PINGYI_SHOTS']
async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true })
}

// Catches: words lost by a reload, readable on the phone, in the year before a teller released them, or after he did not;
// a register that forgets who answers.
test('words from phones and paper, a teller’s choice, the register', async () => {
  const { page } = await openApp(browser)
  await beginMeeting(page, meetingYear())
  const rules = panel(page, 'plan-rules')
  await rules.getByLabel('征求意见建议').check()
  await shot(page, 'plan')
  const codes = await printAndSeal(page)
  const url = await serve(page)

  const own = codes.filter(code => code.replaceAll('-', '').length === 16)
  const phone = await takePhone(browser)
  const [first = '', ...others] = own
  await phone.page.goto(`${url}#${first.replaceAll('-', '')}`)
  await press(phone.page, '开始填写')
  if (await phone.page.getByText('哪一位是您本人').isVisible()) await press(phone.page, '这是我本人')
  await press(card(phone.page, 3), '优秀')
  await press(phone.page, '检查并交票')
  await shot(phone.page, 'phone-empty')
  await press(phone.page, '不写，下一步')
  await phone.page.getByText('没有写').waitFor()
  await press(phone.page, '修改')
  await phone.page.getByLabel('意见建议（可以不写）').fill('希望多到一线走访\n\n周末培训')
  await shot(phone.page, 'phone-words')
  expect(await keptBy(phone.page)).not.toContain('一线')
  // A call comes, the page is loaded again: the words are still there.
  await phone.page.reload()
  await press(phone.page, '检查并交票')
  expect(await phone.page.getByLabel('意见建议（可以不写）').inputValue()).toBe('希望多到一线走访\n\n周末培训')
  await press(phone.page, '写好了，下一步')
  await phone.page.getByText('周末培训').waitFor()
  await shot(phone.page, 'phone-review')
  expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await press(phone.page, '交票')
  await phone.page.getByText('已收到，谢谢。').waitFor()
  expect(await keptBy(phone.page)).not.toContain('一线')
  expect(phone.complaints).toEqual([])

  const rude = '骂人的话'
  for (const [index, code] of others.slice(0, 12).entries()) {
    const words = index === 0 ? { suggestion: rude } : {}
    const status = await cast(url, code, { marks: {}, ...words }).catch(() =>
      cast(url, code, { marks: {}, self: 'i01' }),
    )
    expect(status).toBe('recorded')
  }
  const paper = panel(page, 'paper-suggestions')
  await paper.getByLabel('意见建议原文').fill('请把合同样本印发给大家')
  await paper.getByLabel('意见建议原文').press('Control+Enter')
  await shot(page, 'vote')
  await paper.getByRole('button', { name: '1 条入箱' }).click()
  await page.getByText('1 条意见建议已入箱').waitFor()

  await page.getByRole('button', { name: '结束投票' }).click()
  await page.locator('[data-dialog="confirm"]').getByRole('button', { name: '结束投票' }).click()
  await page.getByRole('button', { name: '下一步：开箱计票' }).click()
  await open(page, TELLERS.slice(0, 2))
  const waiting = panel(page, 'suggestions-wait')
  await waiting.waitFor({ timeout: 60_000 })
  expect(await page.locator('body').innerText()).not.toContain('一线')
  await fillField(waiting, '监票人姓名', '李监')
  await fillField(waiting, '口令', '不是这个')
  await waiting.getByRole('button', { name: '由监票人审看' }).click()
  await waiting.getByText('口令不对').waitFor()
  await shot(page, 'wait')
  await fillField(waiting, '口令', TELLERS[1].passphrase)
  await waiting.getByRole('button', { name: '由监票人审看' }).click()
  const dialog = page.locator('[data-dialog="release-suggestions"]')
  await dialog.getByText('第 1 条 / 共').waitFor()
  await shot(page, 'release')
  const total = Number(/共 (\d+) 条/.exec(await dialog.innerText())?.[1])
  for (let place = 1; place <= total; place++) {
    await dialog.getByText(`第 ${place} 条 / 共`).waitFor()
    const text = await dialog.locator('[data-suggestion]').innerText()
    await page.keyboard.press(text.includes(rude) ? '2' : '1')
  }
  await dialog.getByText('放行 2 条；不放行').waitFor()
  await shot(page, 'summary')
  await dialog.getByRole('button', { name: '确认' }).click()
  await panel(page, 'suggestions').getByText('已登记到办理台账 2 条').waitFor()
  await shot(page, 'released')

  await goTo(page, '民主测评', 'ballot')
  const register = panel(page, 'suggestion-register')
  await register.getByText('请把合同样本印发给大家').click()
  await page.getByLabel('承办人（单位）').fill('区总工会法律部')
  await page.getByLabel('办理期限').fill('2027-01-31')
  await page.getByLabel('答复', { exact: true }).fill('已印发。')
  await page.getByLabel('答复日期').fill('2027-01-15')
  await shot(page, 'form')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await register.getByText('已答复 1 / 2 条').waitFor()
  await shot(page, 'register')
  await page.reload()
  await register.getByText('区总工会法律部').waitFor()
  expect(await page.locator('body').innerText()).not.toContain(rude)
})
