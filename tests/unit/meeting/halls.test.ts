import { createHash } from 'node:crypto'
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
async function hold(
  host: MeetingHost,
  tellers: readonly { name: string; passphrase: string }[],
  votes: number,
  year = evaluation,
  words?: string,
) {
  const { slips } = await host.ask('meeting.create', { evaluation: year, plan: 'm1' })
  const codes = await slipCodes(await host.ask('meeting.document', { ticket: slips ?? '' }))
  await host.ask('meeting.seal', { ...box, tellers: [...tellers], recovery: false })
  const { station } = await host.ask('meeting.serve', { ...box, address: '127.0.0.1', port: 0 })
  const phone = await connectStation(station?.url ?? '')
  if (!phone) throw new Error('no station')
  for (const [index, code] of codes.slice(0, votes).entries()) {
    const ballot = { marks: { i01: { overall: 'basic' } }, ...(index === 0 && words ? { suggestion: words } : {}) }
    const cast = await phone.submit(buildVote(phone.box, code, ballot))
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
  const added = await first.ask('meeting.addHall', { ...box, file })
  expect(added).toEqual({ halls: 2, boxes: [{ box: expect.any(String), ballots: 6, suggestions: 'off' }] })
  expect(await first.call('meeting.addHall', { ...box, file })).toMatchObject({ error: { code: 'same-box' } })
  const { groups } = await first.ask('meeting.returned', box)
  expect(groups.find(({ id }) => id === 'A')).toEqual({ id: 'A', phones: 11, paper: 0, printed: 32 })

  // Taken out again it is no longer counted with the others, and may come back.
  const hall = added.boxes[0]?.box ?? ''
  expect(await first.ask('meeting.removeHall', { ...box, hall })).toEqual({ halls: 2, boxes: [] })
  expect(await first.call('meeting.removeHall', { ...box, hall })).toMatchObject({ error: { code: 'not-found' } })
  expect((await first.ask('meeting.returned', box)).groups[0]).toMatchObject({ phones: 5, printed: 16 })
  await first.ask('meeting.addHall', { ...box, file })

  const wrong = await first.ask('meeting.open', { ...box, tellers: [...TELLERS] })
  expect(wrong).toMatchObject({ outcome: 'too-few-tellers', box: 1, roll: { right: [] } })
  expect(await first.ask('meeting.halls', box)).toEqual(added)

  // As after a crash: what was added is still there.
  await first.stop()
  first = await startMeetingHost(first.data)
  const opened = await first.ask('meeting.open', { ...box, tellers: [...TELLERS, ...OTHERS] })
  if (opened.outcome !== 'counted') throw new Error(opened.outcome)
  expect(inA(opened.counts)).toBe(11)
  expect((await first.ask('meeting.halls', box)).boxes).toMatchObject([{ box: hall, ballots: 0 }])
  expect(await first.call('meeting.removeHall', { ...box, hall })).toMatchObject({ error: { code: 'not-closed' } })
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

// Catches: a hall's original box that nothing can end; one that is destroyed by another meeting's proof, by one that lost a
// digit, or while ballots lie in it that were never counted; an original that opens to a second result afterwards.
test('the box that stayed in its hall is ended by the receipt of where it was opened, and by nothing less', async () => {
  await hold(first, TELLERS, 5)
  await hold(second, OTHERS, 6)
  await first.ask('meeting.close', box)
  const early = await copied(second)
  await second.ask('meeting.close', box)
  await first.ask('meeting.addHall', { ...box, file: await copied(second) })
  expect(await first.call('meeting.receipt', box)).toMatchObject({ error: { code: 'not-found' } })
  const opened = await first.ask('meeting.open', { ...box, tellers: [...TELLERS, ...OTHERS] })
  if (opened.outcome !== 'counted') throw new Error(opened.outcome)
  const receipt = Buffer.from(await first.ask('meeting.receipt', box)).toString('utf8')

  const accept = (text: string, host = second) =>
    host.call('meeting.acceptReceipt', { ...box, file: Buffer.from(text).toString('base64') })
  const refused = async (text: string, code: string) => expect(await accept(text)).toMatchObject({ error: { code } })
  await refused(receipt.replace(/returned\\":11/, 'returned\\":12'), 'not-a-receipt')
  await refused('{}', 'not-a-receipt')
  const { boxes, ...rest } = JSON.parse(receipt)
  await refused(JSON.stringify({ ...rest, boxes, meeting: 'm2' }), 'other-meeting')
  await refused(JSON.stringify({ ...rest, boxes: boxes.map(() => '0'.repeat(32)) }), 'not-counted-there')
  const few = JSON.stringify({ ...opened.counts, groups: opened.counts.groups.map(each => ({ ...each, returned: 5 })) })
  const sha256 = createHash('sha256').update(few).digest('hex')
  await refused(JSON.stringify({ ...rest, boxes, counts: few, sha256 }), 'not-counted-there')
  expect(await second.ask('meeting.use', box)).toMatchObject({ phase: 'closed' })

  expect(await accept(receipt)).toEqual({ ok: true, data: { boxes: 2, returned: 11 } })
  expect(await second.ask('meeting.use', box)).toMatchObject({ phase: 'destroyed' })
  const again = await second.ask('meeting.open', { ...box, tellers: [] })
  expect(again).toMatchObject({ outcome: 'counted', counts: opened.counts, again: true })

  // A copy of the same box on a third computer, still open for votes, is not ended before its voting is.
  const third = await startMeetingHost(await dataFolder())
  await third.ask('meeting.takeOver', { file: early })
  expect(await accept(receipt, third)).toMatchObject({ error: { code: 'not-closed' } })
  await third.stop()
  await removeFolder(third.data)
}, 60_000)

// Catches: words of a hall that its own teller cannot release here, that another hall's teller can, or whose place in the
// list tells the hall.
test('the tellers of each hall release what was written there', async () => {
  const asking = planYear(buildPlan({ halls: 2, suggestions: true }))
  await hold(first, TELLERS, 5, asking, '第二会场的话在后')
  await hold(second, OTHERS, 6, asking, '一号会场的话在前')
  await first.ask('meeting.close', box)
  await second.ask('meeting.close', box)
  await first.ask('meeting.addHall', { ...box, file: await copied(second) })
  await first.ask('meeting.open', { ...box, tellers: [...TELLERS, ...OTHERS] })
  const { boxes } = await first.ask('meeting.halls', box)
  expect(boxes).toMatchObject([{ suggestions: 'pending' }])
  const hall = boxes[0]?.box ?? ''
  const by = (teller: (typeof OTHERS)[number]) => ({ as: 'teller', ...teller }) as const
  const [own, other] = [by(TELLERS[0] ?? OTHERS[0]), by(OTHERS[0] ?? TELLERS[0])]
  expect(await first.ask('meeting.suggestions', { ...box, hall, by: own })).toMatchObject({ outcome: 'refused' })
  const waiting = await first.ask('meeting.suggestions', { ...box, hall, by: other })
  expect(waiting).toEqual({ outcome: 'waiting', texts: ['一号会场的话在前'] })
  await first.ask('meeting.release', { ...box, by: own, places: [0] })
  expect((await first.ask('meeting.released', box)).texts).toEqual(['第二会场的话在后'])
  await first.ask('meeting.release', { ...box, hall, by: other, places: [0] })
  expect((await first.ask('meeting.halls', box)).boxes).toMatchObject([{ suggestions: 'released' }])
  expect((await first.ask('meeting.released', box)).texts).toEqual(['一号会场的话在前', '第二会场的话在后'])
}, 60_000)
