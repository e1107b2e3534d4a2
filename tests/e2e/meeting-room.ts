import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { connectStation } from '#electron/host/box/connect-station.ts'
import type { Ballot } from '#shared/domain/ballot/cast/ballot.ts'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructors } from '#tests/fixtures/build-instructor.ts'
import { buildVote } from '#tests/unit/box/build-box.ts'
import { slipCodes } from '#tests/unit/meeting/slip-codes.ts'
import { chooseFile, goTo, shown } from './app.ts'
import { press } from './phone.ts'

// What the people in the room do with the app, step by step, by its buttons and fields.

export const TELLERS = [
  { name: '王监', passphrase: 'chi fan le ma 1' },
  { name: '李监', passphrase: 'chi fan le ma 2' },
  { name: '张监', passphrase: 'chi fan le ma 3' },
] as const

export const panel = (page: Page, name: string) => page.locator(`[data-panel="${name}"]`)

/** A year of four people, two of them with a summary, before its meeting. */
export function meetingYear(overrides: Parameters<typeof buildEvaluation>[0] = {}): string {
  return JSON.stringify(
    buildEvaluation({
      instructors: buildInstructors(4),
      self: [
        { instructor: 'i01', summary: '全年走访企业四十六家。\n指导签订集体合同十二份。' },
        { instructor: 'i02', summary: '组织培训三场。' },
      ],
      ratings: [],
      meetings: [],
      ...overrides,
    }),
  )
}

/** Loads the year and goes to a new meeting. */
export async function beginMeeting(page: Page, file: string): Promise<void> {
  await chooseFile(page, 'year.pingyi.json', file)
  await shown(page, 'overview')
  await goTo(page, '民主测评', 'ballot')
  await panel(page, 'meetings').getByRole('button', { name: '筹备一场测评会' }).click()
  await shown(page, 'meeting')
}

/** Clicks a stage of the row above. */
export async function toStage(page: Page, stage: string): Promise<void> {
  await page.locator(`[data-stage="${stage}"]`).click()
}

export async function fillField(scope: Page | Locator, label: string, value: string): Promise<void> {
  await scope.getByLabel(label, { exact: true }).fill(value)
}

/** Makes box and slips, takes the printed codes as they stand on paper, and destroys the list. */
export async function printSlips(page: Page): Promise<string[]> {
  await panel(page, 'print-slips')
    .getByRole('button', { name: /^生成票箱和/ })
    .click()
  const codes = await slipCodes(await openedSlips(page))
  await page.locator('[data-secret="slips"]').getByRole('button', { name: '已印好，销毁' }).click()
  await page.locator('[data-secret="codes"]').getByRole('button', { name: '已用完，销毁' }).click()
  await panel(page, 'print-slips').getByText('码的清单不在这台电脑上').waitFor()
  return codes
}

/** The slips that wait, opened: in a tab where the browser shows PDFs, saved where it does not (the one from npm). */
async function openedSlips(page: Page): Promise<Uint8Array> {
  const open = page.locator('[data-secret="slips"]').getByRole('button', { name: '打开打印' })
  if (!(await page.evaluate(() => navigator.pdfViewerEnabled))) {
    const download = page.waitForEvent('download')
    await open.click()
    return readFile(await (await download).path())
  }
  const bytes = page.evaluate(
    () =>
      new Promise<number[]>(resolve => {
        const make = URL.createObjectURL
        URL.createObjectURL = (blob: Blob) => {
          URL.createObjectURL = make
          blob.arrayBuffer().then(buffer => resolve([...new Uint8Array(buffer)]))
          return make.call(URL, blob)
        }
      }),
  )
  await open.click()
  return Uint8Array.from(await bytes)
}

/** Three tellers seal the box, two of them can open it. */
export async function seal(page: Page): Promise<void> {
  const form = panel(page, 'seal')
  for (const [index, { name, passphrase }] of TELLERS.entries()) {
    await fillField(form, `监票人 ${index + 1}`, name)
    await fillField(form, `监票人 ${index + 1} 的口令`, passphrase)
    await fillField(form, `监票人 ${index + 1} 再输一遍`, passphrase)
  }
  await form.getByRole('button', { name: '封箱', exact: true }).click()
  await panel(page, 'sealed').getByText('票箱已封好').waitFor({ timeout: 60_000 })
}

/** From a plan that is filled in to a sealed box before the vote; the printed codes. */
export async function printAndSeal(page: Page): Promise<string[]> {
  await page.getByRole('button', { name: '下一步：印制材料' }).click()
  const codes = await printSlips(page)
  await toStage(page, 'seal')
  await seal(page)
  await page.getByRole('button', { name: '下一步：投票' }).click()
  return codes
}

/** Chooses this computer alone and a free port. */
export async function chooseLoopback(scope: Locator): Promise<void> {
  await scope.getByLabel('手机访问的地址').click()
  await scope
    .page()
    .getByRole('option', { name: /127\.0\.0\.1/ })
    .click()
  await fillField(scope, '端口', '0')
}

/** Runs the station on this computer alone, on a free port; gives its address. */
export async function serve(page: Page): Promise<string> {
  const station = panel(page, 'station')
  await chooseLoopback(station)
  await station.getByRole('button', { name: '开启投票站' }).click()
  return station.locator('[data-station-url]').innerText()
}

/** Votes at the station's own protocol, as a phone does. */
export async function cast(url: string, code: string, ballot: Ballot): Promise<string> {
  const station = await connectStation(url)
  if (!station) throw new Error('no station')
  const reply = await station.submit(buildVote(station.box, code.replaceAll('-', ''), ballot))
  return reply?.status ?? 'no answer'
}

/** Types the names and passphrases of those who came to open the box, and asks for it. */
export async function open(page: Page, came: readonly { readonly name: string; readonly passphrase: string }[]) {
  const form = panel(page, 'open')
  for (const [index, { name, passphrase }] of came.entries()) {
    await fillField(form, `监票人 ${index + 1}`, name)
    await fillField(form, `监票人 ${index + 1} 的口令`, passphrase)
  }
  await form.getByRole('button', { name: '开箱计票' }).click()
}

/** Begins to key in a bundle of paper ballots of group A. */
export async function beginBundle(page: Page, ballots: number, by: string): Promise<void> {
  const paper = panel(page, 'paper')
  // The last bundle's group stays chosen.
  if ((await paper.getByLabel('票种').inputValue()) === '') {
    await paper.getByLabel('票种').click()
    await page.getByRole('option', { name: 'A', exact: true }).click()
  }
  await fillField(paper, '本叠张数', String(ballots))
  await fillField(paper, '录入人', by)
  await paper.getByRole('button', { name: '开始录入' }).click()
}

/** One person's keys for every ballot of a bundle, Enter after each. */
export async function keyBallots(page: Page, ballots: readonly (readonly string[])[]): Promise<void> {
  const sheet = page.locator('[data-keying]')
  await sheet.waitFor()
  for (const keys of ballots) {
    for (const key of keys) await page.keyboard.press(key)
    await page.keyboard.press('Enter')
  }
}

/** A whole vote by taps on a phone's page: one mark a person, by its label. */
export async function voteByTaps(
  page: Page,
  url: string,
  code: string,
  marks: readonly (string | null)[],
): Promise<void> {
  await page.goto('about:blank')
  await page.goto(url)
  await page.getByLabel('输入测评码').pressSequentially(code.replaceAll('-', ''))
  await press(page, '下一步')
  await press(page, '开始填写')
  for (const [person, mark] of marks.entries()) if (mark !== null) await press(page.locator('.card').nth(person), mark)
  await press(page, '检查并交票')
  await press(page, '交票')
  await page.getByText('已收到，谢谢。').waitFor()
}
