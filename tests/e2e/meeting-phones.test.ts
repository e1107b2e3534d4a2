import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { slipsOf } from '#tests/unit/box/build-box.ts'
import { openBrowser } from './open-browser.ts'
import { card, countBox, keptBy, press, startRoom, takePhone } from './phone.ts'

let browser: Browser
let ends: (() => Promise<unknown>)[] = []
beforeAll(async () => {
  browser = await openBrowser()
})
afterEach(async () => {
  for (const end of ends) await end()
  ends = []
})
afterAll(() => browser.close())

async function room(...parameters: Parameters<typeof startRoom>) {
  const running = await startRoom(...parameters)
  ends.push(running.station.stop)
  return { ...running, url: running.station.url, codes: slipsOf(running.slips, 'A').map(slip => slip.digits) }
}

async function phone() {
  const taken = await takePhone(browser)
  ends.push(() => taken.context.close())
  return taken
}

// Catches: half a page that covers the marks unasked, markup in it that runs, or a person without one who has a button.
test('half a page of a person’s year stands behind the name, as it was written', async () => {
  const summary = '走访企业 46 家。\n\n<b>签订</b>集体合同 12 份。'
  const { url, codes } = await room({
    instructors: [
      { id: 'i01', name: '王晓明', summary },
      { id: 'i02', name: '李华' },
    ],
  })
  const { page, complaints } = await phone()
  await page.goto(`${url}#${codes[0]}`)
  await press(page, '开始填写')
  const text = page.getByText('<b>签订</b>集体合同 12 份。')
  expect(await text.isVisible()).toBe(false)
  await card(page, 0).getByText('述职').click()
  await text.waitFor()
  expect(await card(page, 0).locator('.summary p').count()).toBe(2)
  expect(await card(page, 1).getByText('述职').count()).toBe(0)
  await press(card(page, 0), '优秀')
  await page.getByText('已评 1/2').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  expect(complaints).toEqual([])
})

// Catches: a tablet on which the next voter finds the last one's code, marks or place; a vote counted under another slip.
test('after a vote the next voter begins with an empty page', async () => {
  const running = await room({ minGroupBallots: 1 })
  const { page, complaints } = await phone()
  await page.goto(`${running.url}?tablet`)
  for (const [code = '', mark] of [
    [running.codes[0], '优秀'],
    [running.codes[1], '不称职'],
  ] as const) {
    await page.getByLabel('输入测评码').pressSequentially(code)
    await press(page, '下一步')
    await press(page, '开始填写')
    expect(await page.locator('[aria-pressed="true"]').count()).toBe(0)
    await press(card(page, 0), mark)
    await press(page, '检查并交票')
    await press(page, '交票')
    await page.getByText('请交给下一位。').waitFor()
    await press(page, '下一位')
    expect(await page.getByLabel('输入测评码').inputValue()).toBe('')
    expect(await keptBy(page)).not.toContain(code)
    await page.goBack()
    expect(await page.locator('body').innerText()).not.toMatch(/优秀|称职/)
    await page.goto(`${running.url}?tablet`)
  }
  const { tallies } = await countBox(running)
  expect(tallies.find(each => each.instructor === 'i01')?.marks).toMatchObject({ excellent: 1, incompetent: 1 })
  expect(complaints).toEqual([])
})

// Catches: a ballot that somebody left half filled in on a tablet, shown to whoever takes it up next.
test('a tablet that is left alone forgets an unfinished ballot; a phone keeps it', async () => {
  const { url, codes } = await room()
  for (const tablet of [true, false]) {
    const { page } = await phone()
    await page.clock.install()
    await page.goto(tablet ? `${url}?tablet#${codes[0]}` : `${url}#${codes[1]}`)
    await press(page, '开始填写')
    await press(card(page, 0), '优秀')
    await page.getByText('已评 1/3').waitFor()
    await page.clock.fastForward('02:50')
    await press(card(page, 1), '优秀')
    await page.clock.fastForward('02:50')
    await page.getByText('已评 2/3').waitFor()
    await page.clock.fastForward('00:20')
    if (!tablet) {
      await page.getByText('已评 2/3').waitFor()
      continue
    }
    await page.getByLabel('输入测评码').waitFor()
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
    expect(page.url()).toBe(`${url}?tablet`)
    await page.reload()
    await page.getByLabel('输入测评码').waitFor()
    expect(page.url()).toBe(`${url}?tablet`)
  }
})
