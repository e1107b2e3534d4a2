import { get } from 'node:http'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { slipProof } from '#shared/domain/ballot/slip/slip-proof.ts'
import { slipsOf } from '#tests/unit/box/build-box.ts'
import { GRADES } from '#tests/unit/box/build-set-up.ts'
import { startDroppingProxy } from './dropping-proxy.ts'
import { openBrowser } from './open-browser.ts'
import { card, countBox, keptBy, newTab, type Phone, press, startRoom, takePhone } from './phone.ts'

const RECEIVED = '已收到，谢谢。'
const USED = '这张码条已投过票，请找监票人'

let browser: Browser
let ends: (() => Promise<unknown>)[] = []
beforeAll(async () => {
  browser = await openBrowser(['--host-resolver-rules=MAP room.test 127.0.0.1'])
})
afterEach(async () => {
  for (const end of ends) await end()
  ends = []
})
afterAll(() => browser.close())

async function room(...parameters: Parameters<typeof startRoom>) {
  const running = await startRoom(...parameters)
  ends.push(running.station.stop)
  const codes = (group: string) => slipsOf(running.slips, group).map(slip => slip.digits)
  return { ...running, codes, url: running.station.url }
}

async function phone(): Promise<Phone> {
  const taken = await takePhone(browser)
  ends.push(() => taken.context.close())
  return taken
}

const votes = (running: Awaited<ReturnType<typeof room>>) =>
  [...running.store.filled().values()].reduce((total, count) => total + count, 0)

describe('a whole vote by taps', () => {
  // Catches: a mark that lands on another person, indicator or option; an own row that is counted; a broken seal; and
  // on an origin without `crypto.subtle` or `randomUUID`, a page that does not work in the room at all.
  test.each([
    ['over loopback', (url: string) => url],
    ['over plain http by name', (url: string) => url.replace('127.0.0.1', 'room.test')],
  ])('is counted right for peers and others, %s', async (_, address) => {
    const running = await room({ minGroupBallots: 1, limits: { excellent: 2 } }, { people: 3, indicators: 2 })
    const url = address(running.url)
    const a = await phone()
    await a.page.goto(url)
    const secure = await a.page.evaluate(() => [window.isSecureContext, 'subtle' in crypto])
    expect(secure).toEqual(url.includes('room.test') ? [false, false] : [true, true])
    await a.page.getByLabel('输入测评码').pressSequentially(running.codes('A')[0] ?? '')
    await press(a.page, '下一步')
    await a.page.getByText('企业工会代表').waitFor()
    await a.page.getByText('没有选的，按弃权计。').waitFor()
    await a.page.getByText('“优秀”最多 2 人').waitFor()
    await press(a.page, '开始填写')
    await press(a.page, '看名单')
    await press(card(a.page, 0).locator('.marks').nth(0), '优秀')
    await press(card(a.page, 0).locator('.marks').nth(1), '不称职')
    await press(card(a.page, 2).locator('.marks').nth(1), '基本称职')
    await a.page.getByText('已评 1/3').waitFor()
    await press(a.page, '检查并交票')
    await a.page.getByText('还有 3 项没有选，将按弃权计').waitFor()
    await press(a.page, '交票')
    await a.page.getByText(RECEIVED).waitFor()
    expect(await a.page.locator('body').innerText()).not.toMatch(/优秀|称职|弃权/)

    const d = await phone()
    for (const [index, code] of running.codes('D').slice(0, 2).entries()) {
      await d.page.goto('about:blank')
      await d.page.goto(`${url}#${code}`)
      await press(d.page, '开始填写')
      await d.page.getByRole('button', { name: '这是我本人' }).nth(index).click()
      await press(d.page, '其余都评…')
      await press(d.page.locator('.panel'), '称职')
      await d.page.getByText('已评 2/2').waitFor()
      await press(d.page, '检查并交票')
      await press(d.page, '交票')
      await d.page.getByText(RECEIVED).waitFor()
    }
    expect([a.complaints, d.complaints, running.bugs]).toEqual([[], [], []])

    const { groups, tallies } = await countBox(running)
    expect(groups.map(({ id, returned, void: spoilt }) => [id, returned, spoilt])).toEqual([
      ['A', 1, 0],
      ['B', 0, 0],
      ['C', 0, 0],
      ['D', 2, 0],
    ])
    const tally = (group: string, instructor: string, indicator: string) => {
      const row = tallies.find(
        each => each.group === group && each.instructor === instructor && each.indicator === indicator,
      )
      const marks = Object.entries(row?.marks ?? {}).filter(([, count]) => count > 0)
      return [Object.fromEntries(marks), row?.abstain ?? 0, row?.self ?? 0]
    }
    expect(tally('A', 'i01', 'k1')).toEqual([{ excellent: 1 }, 0, 0])
    expect(tally('A', 'i01', 'k2')).toEqual([{ incompetent: 1 }, 0, 0])
    expect(tally('A', 'i02', 'k1')).toEqual([{}, 1, 0])
    expect(tally('A', 'i03', 'k1')).toEqual([{}, 1, 0])
    expect(tally('A', 'i03', 'k2')).toEqual([{ basic: 1 }, 0, 0])
    expect(tally('D', 'i01', 'k1')).toEqual([{ competent: 1 }, 0, 1])
    expect(tally('D', 'i02', 'k2')).toEqual([{ competent: 1 }, 0, 1])
    expect(tally('D', 'i03', 'k2')).toEqual([{ competent: 2 }, 0, 0])
  })

  // Catches: points rounded to what the voter did not write, or an off-scale number that goes out as an abstention.
  test('with points: what is off the scale must be put right first', async () => {
    const running = await room({
      minGroupBallots: 1,
      scale: { kind: 'points', min: '0', max: '100', step: '0.5' },
    })
    const { page, complaints } = await phone()
    await page.goto(`${running.url}#${running.codes('A')[0]}`)
    await press(page, '开始填写')
    await page.locator('input').nth(0).fill('95.5')
    await page.locator('input').nth(1).fill('95.3')
    await press(page, '检查并交票')
    await page.getByText('请填 0 至 100，每 0.5 分一档').waitFor()
    await page.locator('input').nth(1).fill('９０．０')
    await press(page, '其余都评…')
    await page.locator('.panel input').fill('80')
    await press(page, '确定')
    await press(page, '检查并交票')
    await press(page, '交票')
    await page.getByText(RECEIVED).waitFor()
    expect(complaints).toEqual([])
    const { tallies } = await countBox(running)
    expect(tallies.map(({ instructor, marks }) => [instructor, marks])).toEqual([
      ['i01', { '95.5': 1 }],
      ['i02', { '90': 1 }],
      ['i03', { '80': 1 }],
    ])
  })
})

describe('rules', () => {
  // Catches: a limit told only after submit; a void ballot that can be cast; a way back that casts.
  test('are counted while choosing, and going back never casts', async () => {
    const running = await room({ limits: { excellent: 1 }, voidRules: ['all-equal'] })
    const { page, complaints } = await phone()
    await page.goto(`${running.url}?from=singlemessage#${running.codes('A')[0]}`)
    await page.getByText('全部选成同一项的，整张票无效。').waitFor()
    expect(page.url()).toBe(running.url)
    await press(page, '开始填写')
    await press(card(page, 0), '优秀')
    await press(card(page, 1), '优秀')
    await page.getByText('已经选满').waitFor()
    await page.getByText('优秀 1/1').waitFor()
    expect(await card(page, 1).locator('[aria-pressed="true"]').count()).toBe(0)
    await press(card(page, 0), '优秀')
    await page.getByText('已评 0/3').waitFor()
    await press(page, '其余都评…')
    await press(page.locator('.panel'), '称职')
    await press(page, '检查并交票')
    await page.getByText('全部选了同一项').waitFor()
    expect(await page.getByRole('button', { name: '交票', exact: true }).isDisabled()).toBe(true)
    await page.goBack()
    await press(card(page, 2), '不称职')
    await press(page, '检查并交票')
    await page.getByRole('button', { name: '交票', exact: true }).waitFor()
    await page.goBack()
    await page.goBack()
    await page.getByText('继续填写').waitFor()
    await page.goForward()
    await page.getByText('已评 3/3').waitFor()
    expect([votes(running), complaints]).toEqual([0, []])
  })

  // Catches: a wrong code found only after everything was filled in.
  test('a mistyped code and a slip of another box are told at once', async () => {
    const running = await room()
    const other = await room()
    const { page } = await phone()
    await page.goto(running.url)
    await page.getByLabel('输入测评码').pressSequentially('1234567812345678')
    await page.getByText('测评码有误').waitFor()
    await page.getByLabel('输入测评码').fill(other.codes('A')[0] ?? '')
    await press(page, '下一步')
    await page.getByText('本票箱没有这张码条').waitFor()
  })
})

describe('a draft', () => {
  // Catches: taps lost to a reload; marks that can be read on the phone before or after the vote.
  test('survives a reload sealed, and is gone with the acknowledgement', async () => {
    const running = await room({
      scale: { ...GRADES, options: [...GRADES.options, { id: 'unknown', label: '不了解' }] },
    })
    const code = running.codes('D')[0] ?? ''
    const { page, complaints } = await phone()
    await page.goto(`${running.url}#${code}`)
    await press(page, '开始填写')
    await page.getByRole('button', { name: '这是我本人' }).nth(1).click()
    const size = () => page.evaluate(() => JSON.stringify({ ...localStorage }).length)
    const warned: string[] = []
    page.on('dialog', dialog => warned.push(dialog.type()))
    const sizes = [await size()]
    await press(card(page, 0), '不了解')
    const kept = await keptBy(page)
    sizes.push(await size())
    expect(kept).toContain(code)
    expect(kept).not.toMatch(/unknown|excellent|competent|不了解|i0[123]|指导员/)
    await page.reload()
    await page.getByText('已评 1/2').waitFor()
    expect(await card(page, 0).locator('[aria-pressed="true"]').innerText()).toBe('不了解')
    expect(await card(page, 1).innerText()).toContain('本人，不评')
    await press(card(page, 2), '优秀')
    await page.reload()
    await page.getByText('已评 2/2').waitFor()
    sizes.push(await size())
    // Old values stay in the browser's files: a size must not tell how far a voter had come.
    expect(new Set(sizes).size).toBe(1)
    await press(page, '检查并交票')
    await page.reload()
    await page.getByText('已评 2/2').waitFor()
    expect(votes(running)).toBe(0)
    await press(page, '检查并交票')
    await press(page, '交票')
    await page.getByText(RECEIVED).waitFor()
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
    expect(await keptBy(page)).not.toContain(code)
    expect(await running.store.draftHalf(slipProof(code, running.phone.box.box))).toBeNull()
    await page.reload()
    await page.getByLabel('输入测评码').waitFor()
    // Leaving was warned of three times, and after the acknowledgement no more.
    expect(warned).toEqual(['beforeunload', 'beforeunload', 'beforeunload'])
    expect([votes(running), complaints]).toEqual([1, []])
  })
})

describe('one slip', () => {
  // Catches: a double tap that casts twice, or that shows somebody's own vote as somebody else's.
  test('counts once when submit is tapped twice', async () => {
    const running = await room()
    const { page, complaints } = await phone()
    await page.goto(`${running.url}#${running.codes('B')[0]}`)
    await press(page, '开始填写')
    await press(card(page, 0), '称职')
    await press(page, '检查并交票')
    await page.getByRole('button', { name: '交票', exact: true }).evaluate((node: HTMLElement) => {
      node.click()
      node.click()
    })
    await page.getByText(RECEIVED).waitFor()
    expect([votes(running), complaints]).toEqual([1, []])
  })

  // Catches: a second phone told 已收到 for a vote that is not its own, or one whose draft a message wipes.
  test('counts once in two tabs and on two phones; the others are sent to the tellers', async () => {
    const running = await room()
    const first = await phone()
    const second = await phone()
    const tabs = [first.page, await newTab(first.context), second.page]
    for (const page of tabs) {
      await page.goto(`${running.url}#${running.codes('A')[0]}`)
      // The second tab of one phone finds the draft of the first.
      if (page === tabs[1]) await page.getByText('已评 1/3').waitFor()
      else {
        await press(page, '开始填写')
        await press(card(page, 0), '称职')
      }
      await press(page, '检查并交票')
    }
    for (const [index, page] of tabs.entries()) {
      await press(page, '交票')
      await page.getByText(index === 0 ? RECEIVED : USED).waitFor()
    }
    const late = await phone()
    await late.page.goto(`${running.url}#${running.codes('A')[0]}`)
    await late.page.getByText(USED).waitFor()
    expect([votes(running), first.complaints, late.complaints]).toEqual([1, [], []])
  })

  // Catches: a retry that seals anew (two ballots for one slip), or a voter sent to the tellers for their own vote.
  test('counts once when its acknowledgement is lost', async () => {
    const running = await room()
    const proxy = await startDroppingProxy(running.url, 2)
    ends.push(proxy.stop)
    const { page } = await phone()
    await page.goto(`${proxy.url}#${running.codes('A')[0]}`)
    await press(page, '开始填写')
    await press(card(page, 1), '优秀')
    await press(page, '检查并交票')
    await press(page, '交票')
    await page.getByText('网络不太稳').waitFor()
    await page.getByText(RECEIVED).waitFor()
    expect(proxy.votes()).toBeGreaterThan(2)
    expect([votes(running), await page.evaluate(() => localStorage.length)]).toEqual([1, 0])
  })

  // Catches: a reload between the vote and its answer after which the voter is told that somebody else voted.
  test('is known as one’s own after a reload in the middle', async () => {
    const running = await room()
    const proxy = await startDroppingProxy(running.url, Number.POSITIVE_INFINITY)
    ends.push(proxy.stop)
    const { page } = await phone()
    await page.goto(`${proxy.url}#${running.codes('A')[0]}`)
    await press(page, '开始填写')
    await press(card(page, 1), '优秀')
    await press(page, '检查并交票')
    await press(page, '交票')
    await page.getByText('网络不太稳').waitFor()
    proxy.mend()
    await page.reload()
    await page.getByText(RECEIVED).waitFor()
    expect([votes(running), await page.evaluate(() => localStorage.length)]).toEqual([1, 0])
  })
})

describe('a station that is not there', () => {
  // Catches: a draft wiped, or a ballot changed, by a server's message or its absence.
  test('is asked again until it answers, and a refusal leaves the draft', async () => {
    const running = await room()
    const { page } = await phone()
    await page.goto(`${running.url}#${running.codes('A')[0]}`)
    await press(page, '开始填写')
    await press(card(page, 0), '称职')
    const cast = page.waitForResponse(response => response.request().method() === 'POST')
    await page.route('**/', route =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: 503, body: '{"status":"refused","reason":"storage"}' })
        : route.continue(),
    )
    await press(page, '检查并交票')
    await press(page, '交票')
    await cast
    await page.getByText('票箱暂时写不进去').waitFor()
    await page.getByText('您填写的内容还在本机。').waitFor()
    await page.unroute('**/')
    await press(page, '再交一次')
    await page.getByText(RECEIVED).waitFor()
    expect(votes(running)).toBe(1)
  })
})

describe('what is loaded', () => {
  // Catches: a page too heavy for a hundred phones on one router, or that loads anything else.
  test('is under 100 KB over the wire for a hundred people, in two requests', async () => {
    const instructors = Array.from({ length: 100 }, (_, index) => ({
      id: `i${index + 1}`,
      name: `${String.fromCodePoint(0x4e00 + 37 * index)}${String.fromCodePoint(0x5300 + 91 * index)}`,
      unit: `${String.fromCodePoint(0x5e00 + 53 * index)}区${String.fromCodePoint(0x6b00 + 29 * index)}街道总工会`,
    }))
    const running = await room({ instructors })
    const { page, complaints } = await phone()
    const asked: string[] = []
    page.on('request', request => asked.push(`${request.method()} ${new URL(request.url()).pathname}`))
    await page.goto(running.url)
    await page.getByLabel('输入测评码').waitFor()
    expect(asked).toEqual(['GET /', 'GET /meeting'])
    const bytes = (await wireBytes(running.url)) + (await wireBytes(`${running.url}meeting`))
    expect(bytes).toBeLessThan(100_000)
    expect(complaints).toEqual([])
  })

  // Catches: a newer API or syntax that slips in with a dependency and that older phones cannot read.
  test('uses nothing that Safari 14 or Chrome 80 lack, but what the page brings itself', async () => {
    const { html } = await room()
    const newer =
      /\.at\(|Object\.hasOwn\b|\.replaceAll\(|structuredClone|\.findLast|\(\?<[=!]|\.groupBy\b|static\s*\{|Promise\.any|AbortSignal\.|\.toSorted|\.toReversed|\.replaceChildren|WeakRef|randomUUID|[sg]etBigU?[iI]nt64|BigU?[iI]nt64Array|scrollIntoView|\?\?=|\|\|=|&&=|\.subtle\b/g
    expect([...new Set(html.match(newer))].sort()).toEqual(['.at(', '.groupBy', 'Object.hasOwn', 'setBigUint64'])
    expect(html).not.toMatch(/<(?:script|link|img)[^>]+(?:src|href)="(?!data:)/)
  })

  // Catches: those four missing where a browser is as old as that.
  test('works where the four are missing', async () => {
    const running = await room()
    const { page, complaints } = await phone()
    await page.addInitScript(() => {
      Reflect.deleteProperty(Object, 'hasOwn')
      Reflect.deleteProperty(Array.prototype, 'at')
      Reflect.deleteProperty(Map, 'groupBy')
      Reflect.deleteProperty(DataView.prototype, 'setBigUint64')
    })
    await page.goto(`${running.url}#${running.codes('A')[0]}`)
    await press(page, '开始填写')
    await press(page, '检查并交票')
    await press(page, '交票')
    await page.getByText(RECEIVED).waitFor()
    expect([votes(running), complaints]).toEqual([1, []])
  })
})

/** Bytes of an answer's body as a browser gets it. */
function wireBytes(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'Accept-Encoding': 'gzip, deflate' } }, answer => {
      let bytes = 0
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      answer.on('end', () => resolve(bytes))
    }).on('error', reject)
  })
}
