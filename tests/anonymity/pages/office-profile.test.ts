import type { BrowserContext, Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import type { Ballot } from '#shared/domain/ballot/cast/ballot.ts'
import { tableBlocks } from '#tests/anonymity/bytes/leveldb.ts'
import { needlesOf, withHashes } from '#tests/anonymity/bytes/needles.ts'
import { checkNeedles } from '#tests/anonymity/checks/check-markers.ts'
import { checkWhole } from '#tests/anonymity/checks/check-whole.ts'
import { collectEvidence, type Evidence } from '#tests/anonymity/evidence.ts'
import type { Script } from '#tests/anonymity/script.ts'
import { seeded } from '#tests/crash/seeded.ts'
import { below } from '#tests/doors/mutate.ts'
import {
  beginBundle,
  beginMeeting,
  cast,
  fillField,
  keyBallots,
  meetingYear,
  open,
  panel,
  printAndSeal,
  serve,
  TELLERS,
} from '#tests/e2e/meeting-room.ts'
import { startHost } from '#tests/e2e/start-host.ts'
import { buildInstructors } from '#tests/fixtures/build-instructor.ts'
import { record } from '#tests/prove/record.ts'
import { buildSetUp, GRADES } from '#tests/unit/box/build-set-up.ts'
import { LAPTOP, leftInProfile } from './kept-profile.ts'

// PROMISES.md §1 for the computer that holds the meeting: the app's own browser profile, IndexedDB and all, unpacked, after
// paper was keyed in, the browser was lost in the middle of a bundle, and the box was opened.

/** So many people that a ballot's marks in a row stand nowhere by chance. */
const PEOPLE = 12
const OPTIONS = GRADES.options.map(({ id }) => id)

const draw = seeded(20_261_128)
/** Ballots as option numbers, 1 to 4 per person: two cast by phones, two keyed twice, one keyed once and lost. */
const KEYED = Array.from({ length: 5 }, () => Array.from({ length: PEOPLE }, () => 1 + below(OPTIONS.length, draw)))
const [PHONE_1, PHONE_2, PAPER_1, PAPER_2, LOST] = KEYED as [number[], number[], number[], number[], number[]]

const ballotOf = (keys: readonly number[]): Ballot => ({
  marks: Object.fromEntries(
    keys.map((key, index) => [`i${String(index + 1).padStart(2, '0')}`, { overall: OPTIONS[key - 1] ?? '' }]),
  ),
})
const keysOf = (ballots: readonly (readonly number[])[]) => ballots.map(keys => keys.map(String))

/** The meeting up to the lost browser; what was on paper and in the room is told. */
async function untilLost(page: Page, url: string): Promise<{ readonly codes: readonly string[]; readonly at: string }> {
  await page.goto(url)
  await page.locator('[data-page]').first().waitFor()
  await beginMeeting(page, meetingYear({ instructors: buildInstructors(PEOPLE), self: [] }))
  await fillField(page, '票种 A 应到', '10')
  await fillField(page, '票种 A 纸质票（张）', '10')
  const codes = await printAndSeal(page)
  const station = await serve(page)
  for (const [index, keys] of [PHONE_1, PHONE_2].entries())
    expect(await cast(station, codes[index] ?? '', ballotOf(keys))).toBe('recorded')
  await beginBundle(page, 2, '甲')
  await keyBallots(page, keysOf([PAPER_1, PAPER_2]))
  await fillField(page, '第二位录入人', '乙')
  await page.getByRole('button', { name: '开始第二遍' }).click()
  await keyBallots(page, keysOf([PAPER_1, PAPER_2]))
  await page.getByRole('button', { name: '2 张入箱' }).click()
  await panel(page, 'paper').getByText('票种 A：已入箱 2 张').waitFor()
  // The browser is lost when one of two ballots is keyed.
  await beginBundle(page, 2, '甲')
  await keyBallots(page, keysOf([LOST]))
  return { codes, at: page.url() }
}

async function untilCounted(page: Page, at: string): Promise<void> {
  await page.goto(at)
  await page.getByRole('button', { name: '结束投票' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '结束投票' }).click()
  await panel(page, 'reconcile').waitFor()
  await fillField(page, '票种 A 实到', '4')
  await page.keyboard.press('Enter')
  await panel(page, 'reconcile').getByText('相符').first().waitFor()
  await page.getByRole('button', { name: '下一步：开箱计票' }).click()
  await open(page, [TELLERS[0], TELLERS[1]])
  await panel(page, 'opened').getByText('计票结果已计入本年度').waitFor({ timeout: 60_000 })
}

type Left = { readonly profile: Evidence; readonly data: Evidence; readonly secrets: Map<string, string | Uint8Array> }

async function hold(prepare: (context: BrowserContext) => Promise<void>): Promise<Left> {
  const host = await startHost()
  onTestFinished(host.stop)
  let codes: readonly string[] = []
  let at = ''
  const profile = await leftInProfile(LAPTOP, [
    async context => {
      await prepare(context)
      const lost = await untilLost(await context.newPage(), host.url)
      codes = lost.codes
      at = lost.at
    },
    async context => {
      await prepare(context)
      const page = await context.newPage()
      await page.goto(host.url)
      await page.locator('[data-page]').first().waitFor()
      await untilCounted(page, at)
    },
  ])
  const secrets = new Map<string, string | Uint8Array>()
  for (const [index, code] of codes.entries()) {
    secrets.set(`printed code ${index}`, code)
    secrets.set(`code ${index}`, code.replaceAll('-', ''))
  }
  for (const { name, passphrase } of TELLERS) secrets.set(`passphrase of ${name}`, passphrase)
  return { profile, data: await collectEvidence(host.data), secrets }
}

/** Whole ballots in what is left: as marks one after the other, and as the keys that were pressed. */
function wholeBallots(left: Evidence): string[] {
  const setUp = buildSetUp({}, { people: PEOPLE })
  const [group] = setUp.groups
  if (!group) throw new Error('no group')
  const voters = KEYED.map(keys => ({ group: group.id, agent: '', ballots: [ballotOf(keys), ballotOf(keys)] as const }))
  const script: Script = { setUp, voters }
  const pressed = needlesOf(new Map(KEYED.map((keys, index) => [`the keys of ballot ${index}`, keys.join('')])))
  return [...checkWhole(left, script, 0), ...checkNeedles('markers', left, pressed)].map(({ what }) => what)
}

// Catches: a bundle being keyed, a code or a passphrase in IndexedDB, in a session that is restored, in a form's history,
// in the blob of the slips, or in what a browser writes for itself, also where it was deleted again.
test('the office’s browser and data folder hold no ballot, no code and no passphrase after the count', async () => {
  const { profile, data, secrets } = await hold(async () => undefined)
  const stores = [...profile.files].filter(([file]) => file.includes('IndexedDB/') && file.endsWith('.log'))
  expect(stores.length).toBeGreaterThan(0)
  const tables = [...profile.files].filter(([file]) => file.endsWith('.ldb'))
  expect(tables.filter(([, bytes]) => tableBlocks(bytes).length < 2).map(([file]) => file)).toEqual([])
  expect([...data.files.keys()].some(file => file.endsWith('.urn'))).toBe(true)
  for (const left of [profile, data])
    expect(checkNeedles('markers', left, needlesOf(withHashes(secrets))).map(({ what }) => what)).toEqual([])
  expect(wholeBallots(profile)).toEqual([])
  // An urn that was overwritten is random bytes, in which four options' numbers stand by chance: the rest is looked at.
  const texts = { ...data, files: new Map([...data.files].filter(([file]) => !file.endsWith('.urn'))) }
  expect(wholeBallots(texts)).toEqual([])
  // The scan reads what the app does keep there: a person's name in the year's own store.
  const kept = checkNeedles('kept', profile, needlesOf(new Map([['a person', '指导员07']])))
  expect(kept.some(({ what }) => what.includes('IndexedDB'))).toBe(true)
  record('anonymity: the office’s browser profile', {
    profiles: 1,
    files: profile.files.size + data.files.size,
    bytes: [...profile.files.values(), ...data.files.values()].reduce((total, file) => total + file.length, 0),
  })
})

// The leak put in on purpose: what is keyed is kept for a while, as a half-typed form is, and deleted when it is in the urn.
test('would be seen to hold a ballot that was kept while it was keyed', async () => {
  const { profile } = await hold(async context => {
    await context.addInitScript(() => {
      document.addEventListener('keydown', ({ key }) => {
        if (/^[1-4]$/.test(key)) localStorage.setItem('keyed', `${localStorage.getItem('keyed') ?? ''}${key}`)
      })
      document.addEventListener('click', event => {
        if (event.target instanceof HTMLElement && event.target.innerText.includes('入箱'))
          localStorage.removeItem('keyed')
      })
    })
  })
  const found = wholeBallots(profile)
  record('anonymity: leaks put in on purpose', { leaks: 1, caught: found.length > 0 ? 1 : 0 })
  expect(found.join('\n')).toContain('the keys of ballot 4')
})
