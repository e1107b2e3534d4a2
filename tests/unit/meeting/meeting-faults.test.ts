import { once } from 'node:events'
import { rm, truncate } from 'node:fs/promises'
import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MEETING } from '#renderer/strings/meeting.ts'
import { buildPlan } from '#tests/fixtures/build-plan.ts'
import { TELLERS } from '#tests/unit/box/build-box.ts'
import { runBox } from '#tests/unit/box/run-box.ts'
import { dataFolder, type MeetingHost, removeFolder, startMeetingHost } from './build-meeting-host.ts'
import { planYear } from './meeting-plan-file.ts'
import { pdfWords } from './slip-codes.ts'

const box = { year: 2026, meeting: 'm1' }
const address = '127.0.0.1'
let host: MeetingHost

beforeEach(async () => {
  host = await startMeetingHost(await dataFolder())
})

afterEach(async () => {
  await host.stop()
  await removeFolder(host.data)
})

const create = () => host.ask('meeting.create', { evaluation: planYear(), plan: 'm1' })
const seal = () => host.ask('meeting.seal', { ...box, tellers: [...TELLERS], recovery: false })

describe('a box is not made', () => {
  test.each([
    ['of no evaluation', 'nothing', 'm1', 'bad-evaluation'],
    ['of a plan that is not there', planYear(), 'm2', 'not-found'],
    ['of nobody', planYear(buildPlan({ instructors: [] })), 'm1', 'bad-plan'],
    ['with a limit of no option', planYear(buildPlan({ limits: { superb: 1 } })), 'm1', 'bad-evaluation'],
    [
      'with a group of no scheme',
      planYear(buildPlan({ groups: [{ id: 'X', expected: 3, slips: 3, paper: 0 }] })),
      'm1',
      'bad-evaluation',
    ],
    ['with a title nobody can print', planYear(buildPlan({ title: '会议\u{10FFFD}' })), 'm1', 'missing-glyphs'],
  ])('%s', async (_, evaluation, plan, code) => {
    expect(await host.call('meeting.create', { evaluation, plan })).toMatchObject({ ok: false, error: { code } })
    expect(await host.call('meeting.use', box)).toMatchObject({ error: { code: 'not-found' } })
  })
})

// Catches: a folder outside the app's own, named by whoever can call the host.
test('a box is named by an id, never by a path', async () => {
  for (const meeting of ['../../m1', 'a/b', 'a\\b', '..', 'm1\u0000', '', 'm 1']) {
    const outside = { year: 2026, meeting }
    const code = meeting === '..' ? 'not-found' : 'bad-request'
    expect(await host.call('meeting.use', outside)).toMatchObject({ error: { code } })
    expect(await host.call('meeting.remove', outside)).toMatchObject({ error: { code } })
  }
  expect(await host.ask('meeting.boxes', {})).toEqual({ boxes: [] })
})

test('ids that look alike as folders are told apart', async () => {
  for (const id of ['a.b', 'a%2Eb'])
    await host.ask('meeting.create', { evaluation: planYear(buildPlan({ id })), plan: id })
  expect((await host.ask('meeting.boxes', {})).boxes.map(({ meeting }) => meeting).sort()).toEqual(['a%2Eb', 'a.b'])
})

// Catches: ballots deleted by a slip of the hand; a box that cannot be made anew after a printer's failure.
test('a box can be deleted before it is sealed, and not while it holds ballots', async () => {
  const { slips } = await create()
  await host.ask('meeting.remove', box)
  expect(await host.ask('meeting.waiting', box)).toEqual({ slips: null, codes: null, recovery: null })
  expect(await host.call('meeting.document', { ticket: slips ?? '' })).toMatchObject({ error: { code: 'not-found' } })
  await create()
  await seal()
  expect(await host.call('meeting.remove', box)).toMatchObject({ error: { code: 'sealed' } })
  await host.ask('meeting.close', box)
  expect(await host.call('meeting.remove', box)).toMatchObject({ error: { code: 'sealed' } })
})

test('tellers who cannot seal are told why, and the box stays open for others', async () => {
  await create()
  const refused = await host.ask('meeting.seal', {
    ...box,
    tellers: [TELLERS[0], { name: '甲 ', passphrase: '' }],
    need: 3,
    recovery: true,
  })
  expect(refused).toEqual({
    outcome: 'bad-tellers',
    faults: [
      { path: 'need', code: 'need-too-large' },
      { path: 'tellers[1].name', code: 'same-name' },
      { path: 'tellers[1].passphrase', code: 'empty-passphrase' },
    ],
  })
  const weak = await host.ask('meeting.seal', { ...box, tellers: [{ name: '甲', passphrase: '1' }], recovery: true })
  expect(weak).toMatchObject({
    outcome: 'sealed',
    warnings: [{ path: 'tellers[0].passphrase', code: 'weak-passphrase' }],
  })
  expect(await host.call('meeting.seal', { ...box, tellers: [...TELLERS], recovery: false })).toMatchObject({
    error: { code: 'already-sealed' },
  })
})

// Catches: the slips of one meeting wiped because another was sealed; a rare name that costs the envelope its sheet.
test('sealing one box leaves the slips of another to be printed, and a rare name its sheet', async () => {
  await create()
  const other = await host.ask('meeting.create', { evaluation: planYear(buildPlan({ id: 'm2' })), plan: 'm2' })
  const rare = { name: '王\u{10FFFD}', passphrase: '生僻字的口令' }
  const sealed = await host.ask('meeting.seal', { ...box, tellers: [...TELLERS, rare], recovery: true })
  if (sealed.outcome !== 'sealed') throw new Error(sealed.outcome)
  // A window that was loaded again asks for what waits.
  expect((await host.ask('meeting.waiting', box)).recovery).toBe(sealed.recovery)
  expect(await pdfWords(await host.ask('meeting.document', { ticket: sealed.recovery ?? '' }))).toContain('应急开箱单')
  expect((await host.ask('meeting.document', { ticket: other.slips ?? '' })).length).toBeGreaterThan(10_000)
  await host.ask('meeting.forget', { ticket: other.slips ?? '' })
  expect(await host.call('meeting.document', { ticket: other.slips ?? '' })).toMatchObject({
    error: { code: 'not-found' },
  })
})

// Catches: a recovery sheet that opens a box alone where two tellers are needed, or that opens nothing; one that sends its
// reader to a field which the page does not have; a right code of which the page says nothing.
test('the sheet in the envelope stands for one teller', async () => {
  await create()
  const sealed = await host.ask('meeting.seal', { ...box, tellers: [...TELLERS], need: 2, recovery: true })
  if (sealed.outcome !== 'sealed') throw new Error(sealed.outcome)
  const words = await pdfWords(await host.ask('meeting.document', { ticket: sealed.recovery ?? '' }))
  const [code = ''] = /\d{4}(-\d{4}){5}/.exec(words) ?? []
  expect(words).toContain(sealed.fingerprint)
  expect(words.replaceAll('\n', '')).toContain(`“${MEETING.open.recovery.replace(/（.*/, '')}”一栏`)
  await host.ask('meeting.close', box)
  const open = (tellers: readonly (typeof TELLERS)[number][], recovery: string) =>
    host.ask('meeting.open', { ...box, tellers: [...tellers], recovery })
  const alone = await open([], code)
  expect(alone).toMatchObject({ outcome: 'too-few-tellers', roll: { need: 2, recovery: 'right' } })
  if (alone.outcome === 'too-few-tellers')
    expect(MEETING.open.tooFew(alone.roll)).toContain('应急开箱单的码正确，顶替 1 人，还差 1 名监票人的口令。')
  await host.stop()
  // On the command line it is the same box, and the same code as people type it.
  const urn = join('boxes', '2026-m1', 'box.urn')
  const typed = (recovery: string) => JSON.stringify({ tellers: [TELLERS[2]], recovery })
  const wrong = await runBox(['open', urn, '--tellers', '-', '--json'], typed('1234'), host.data)
  expect(wrong).toMatchObject({ code: 2, stdout: '' })
  expect(wrong.stderr).toContain('应急码不对')
  const opened = await runBox(['open', urn, '--tellers', '-', '--json'], typed(code.replaceAll('-', ' ')), host.data)
  expect(opened.code).toBe(0)
  expect(JSON.parse(opened.stdout)).toMatchObject({ tallies: [] })
  const sealedAgain = await runBox(['seal', urn, '--tellers', '-'], typed(code), host.data)
  expect(sealedAgain.stderr).toContain('应急码只在开箱时用')
})

describe('the station', () => {
  test('says why it does not start', async () => {
    await create()
    await seal()
    const other = createServer().listen(0, address)
    await new Promise(resolve => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    const power = { plugged: true, percent: 80 }
    expect(await host.call('meeting.serve', { ...box, address, port })).toMatchObject({ error: { code: 'port-taken' } })
    expect(await host.ask('meeting.readiness', { box, address, port, power })).toMatchObject({
      checks: [
        { check: 'disk' },
        { check: 'battery', state: 'good', details: ['80'] },
        { check: 'address', state: 'warning' },
        { check: 'port', state: 'bad', details: [String(port)] },
        { check: 'page', state: 'good' },
        { check: 'box', state: 'good' },
      ],
    })
    await new Promise(resolve => other.close(resolve))
    expect(await host.call('meeting.serve', { ...box, address: '203.0.113.7', port: 0 })).toMatchObject({
      error: { code: 'no-such-address' },
    })
    await rm(join(host.data, 'ballot-page.html'))
    expect(await host.call('meeting.serve', { ...box, address, port: 0 })).toMatchObject({ error: { code: 'no-page' } })
    expect(await host.ask('meeting.readiness', { box: null, address: '203.0.113.7', port: 0 })).toMatchObject({
      checks: [{}, { check: 'battery' }, { state: 'bad' }, { state: 'warning' }, { check: 'page', state: 'bad' }],
    })
  })

  // Catches: one meeting's station stopped by a look at another; a station left on an address that is gone.
  test('moves to another address, and keeps other boxes away while it runs', async () => {
    await create()
    await seal()
    const second = planYear(buildPlan({ id: 'm2' }))
    await host.ask('meeting.create', { evaluation: second, plan: 'm2' })
    const first = await host.ask('meeting.serve', { ...box, address, port: 0 })
    expect(await host.call('meeting.use', { year: 2026, meeting: 'm2' })).toMatchObject({ error: { code: 'busy' } })
    const moved = await host.ask('meeting.serve', { ...box, address: 'localhost', port: 0 })
    expect(moved.station?.url).not.toBe(first.station?.url)
    await expect(fetch(first.station?.url ?? '')).rejects.toThrow('fetch failed')
    await host.ask('meeting.stop', {})
    expect(await host.ask('meeting.use', { year: 2026, meeting: 'm2' })).toMatchObject({ phase: 'created' })
  })
})

// Catches: a page that counts this computer as a phone, or a phone twice; one that sends the second phone for another.
test('a page to try, which counts other devices only', async () => {
  const { url } = await host.ask('meeting.test', { address, port: 0 })
  const answer = await fetch(url)
  const own = await answer.text()
  expect(own).toContain('连上了')
  expect(own).toContain('会场电脑自己打开的')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect((await fetch(`${url}meeting`)).status).toBe(404)
  expect(host.events).toEqual([])
  expect(await fetchFrom('127.0.0.2', url)).toContain('这是第 1 部')
  expect(await fetchFrom('127.0.0.3', url)).toContain('这是第 2 部。两部手机都能打开')
  expect(await fetchFrom('127.0.0.2', url)).toContain('这是第 1 部')
  expect(host.events).toHaveLength(2)
  await host.ask('meeting.endTest', {})
  await expect(fetch(url)).rejects.toThrow('fetch failed')
})

test('an urn cut short is damaged, and stays as it is', async () => {
  await create()
  await host.ask('meeting.leave', {})
  const urn = join(host.data, 'boxes', '2026-m1', 'box.urn')
  await truncate(urn, 100_000)
  expect(await host.call('meeting.use', box)).toMatchObject({ error: { code: 'damaged' } })
})

test.each(['sign-in', 'paper-ballot', 'summaries'] as const)('%s is printed before there is a box', async form => {
  const evaluation = planYear(buildPlan({ summaries: [{ instructor: 'i02', text: '全年走访企业四十六家。' }] }))
  const words = await pdfWords(await host.ask('meeting.print', { evaluation, plan: 'm1', form, group: null }))
  expect(words).toContain('二〇二六年度民主测评会')
  if (form === 'summaries') expect(words).toContain('全年走访企业四十六家。')
  else expect(words).toContain(form === 'sign-in' ? '签名' : '指导员02')
  expect(await host.call('meeting.print', { evaluation, plan: 'm1', form, group: 'X' })).toMatchObject({
    error: { code: 'not-found' },
  })
})

/** As another device would ask: from another of this computer's own addresses. */
async function fetchFrom(localAddress: string, url: string): Promise<string> {
  const asked = get(url, { localAddress, agent: false })
  const [answer] = await once(asked, 'response')
  return text(answer)
}
