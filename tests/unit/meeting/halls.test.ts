import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectStation } from '#electron/host/box/connect-station.ts'
import type { CallOutput } from '#shared/contract/contract.ts'
import { buildPlan } from '#tests/fixtures/build-plan.ts'
import { buildVote, TELLERS } from '#tests/unit/box/build-box.ts'
import { dataFolder, type MeetingHost, removeFolder, startMeetingHost } from './build-meeting-host.ts'
import { planYear } from './meeting-plan-file.ts'
import { slipCodes } from './slip-codes.ts'

// One meeting in two halls, a computer in each; the second hall's box comes to the first as a file.

const box = { year: 2026, meeting: 'm1' }
const OTHERS = [
  { name: '丁', passphrase: '丁的口令一二三' },
  { name: '戊', passphrase: '戊的口令四五六' },
]
const evaluation = planYear(buildPlan({ halls: 2 }))
let first: MeetingHost
let second: MeetingHost

beforeEach(async () => {
  first = await startMeetingHost(await dataFolder())
  second = await startMeetingHost(await dataFolder())
})

afterEach(async () => {
  for (const host of [first, second]) {
    await host.stop()
    await removeFolder(host.data)
  }
})

/** A hall's box with so many votes in it. */
async function hold(host: MeetingHost, tellers: readonly { name: string; passphrase: string }[], votes: number) {
  const { slips } = await host.ask('meeting.create', { evaluation, plan: 'm1' })
  const codes = await slipCodes(await host.ask('meeting.document', { ticket: slips ?? '' }))
  await host.ask('meeting.seal', { ...box, tellers: [...tellers], recovery: false })
  const { station } = await host.ask('meeting.serve', { ...box, address: '127.0.0.1', port: 0 })
  const phone = await connectStation(station?.url ?? '')
  if (!phone) throw new Error('no station')
  for (const code of codes.slice(0, votes)) {
    const cast = await phone.submit(buildVote(phone.box, code, { marks: { i01: { overall: 'basic' } } }))
    expect(cast).toEqual({ status: 'recorded' })
  }
}

const copied = async (host: MeetingHost) => Buffer.from(await host.ask('meeting.copy', box)).toString('base64')
const inA = ({ groups }: Extract<CallOutput<'meeting.open'>, { outcome: 'counted' }>['counts']) =>
  groups.find(({ id }) => id === 'A')?.returned

// Catches: a hall counted by itself, or twice; an early copy that loses votes; a passphrase of one hall that opens both;
// another count when asked again; ballots of the second hall left on the first one's disk.
test('two halls open to one result, and again to the same', async () => {
  await hold(first, TELLERS, 5)
  await hold(second, OTHERS, 6)
  const early = await copied(second)
  await first.ask('meeting.close', box)
  await second.ask('meeting.close', box)
  expect(await first.call('meeting.addHall', { ...box, file: early })).toMatchObject({ error: { code: 'not-closed' } })
  expect(await first.call('meeting.addHall', { ...box, file: await copied(first) })).toMatchObject({
    error: { code: 'same-box' },
  })
  expect(await first.call('meeting.open', { ...box, tellers: [...TELLERS] })).toMatchObject({
    error: { code: 'other-halls' },
  })
  const file = await copied(second)
  expect(await first.ask('meeting.addHall', { ...box, file })).toEqual({ halls: 2, boxes: [{ ballots: 6 }] })
  expect(await first.call('meeting.addHall', { ...box, file })).toMatchObject({ error: { code: 'same-box' } })
  const { groups } = await first.ask('meeting.returned', box)
  expect(groups.find(({ id }) => id === 'A')).toEqual({ id: 'A', phones: 11, paper: 0 })

  const wrong = await first.ask('meeting.open', { ...box, tellers: [...TELLERS] })
  expect(wrong).toMatchObject({ outcome: 'too-few-tellers', box: 1, roll: { right: [] } })
  expect(await first.ask('meeting.halls', box)).toEqual({ halls: 2, boxes: [{ ballots: 6 }] })

  // As after a crash: what was added is still there.
  await first.stop()
  first = await startMeetingHost(first.data)
  const opened = await first.ask('meeting.open', { ...box, tellers: [...TELLERS, ...OTHERS] })
  if (opened.outcome !== 'counted') throw new Error(opened.outcome)
  expect(inA(opened.counts)).toBe(11)
  expect(await first.ask('meeting.halls', box)).toEqual({ halls: 2, boxes: [{ ballots: 0 }] })
  const again = await first.ask('meeting.open', { ...box, tellers: [] })
  expect(again).toEqual({ outcome: 'counted', counts: opened.counts, again: true })
}, 60_000)

// Catches: a lost hall that blocks the count for ever; one that is given up without anybody saying so.
test('a hall whose box is lost is given up only when that is said', async () => {
  await hold(first, TELLERS, 5)
  await first.ask('meeting.close', box)
  const alone = { ...box, tellers: [...TELLERS] }
  expect(await first.call('meeting.open', alone)).toMatchObject({ error: { code: 'other-halls' } })
  const opened = await first.ask('meeting.open', { ...alone, lostHalls: 1 })
  expect(opened.outcome === 'counted' && inA(opened.counts)).toBe(5)
}, 60_000)

// Catches: a box of another meeting or a broken file taken in.
test('what does not belong here leaves nothing', async () => {
  await hold(first, TELLERS, 5)
  await first.ask('meeting.close', box)
  const other = planYear(buildPlan({ halls: 3 }))
  await second.ask('meeting.create', { evaluation: other, plan: 'm1' })
  const file = await copied(second)
  expect(await first.call('meeting.addHall', { ...box, file })).toMatchObject({ error: { code: 'other-meeting' } })
  const torn = file.slice(0, 400)
  expect(await first.call('meeting.addHall', { ...box, file: torn })).toMatchObject({ error: { code: 'not-a-copy' } })
  expect(await first.ask('meeting.halls', box)).toEqual({ halls: 2, boxes: [] })
}, 60_000)
