import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CallInput } from '#shared/contract/contract.ts'
import { buildPlan } from '#tests/fixtures/build-plan.ts'
import { TELLERS } from '#tests/unit/box/build-box.ts'
import { dataFolder, type MeetingHost, removeFolder, startMeetingHost } from './build-meeting-host.ts'
import { planYear } from './meeting-plan-file.ts'

// A second laptop at another table: no slips, no station, paper alone. To the box it is one more hall.

const box = { year: 2026, meeting: 'm1' }
const plan = buildPlan({ halls: 2 })
const desk = buildPlan({
  halls: 2,
  groups: plan.groups.map(group => ({ ...group, slips: 0, paper: group.id === 'A' ? 25 : 0 })),
})
let room: MeetingHost
let table: MeetingHost

beforeEach(async () => {
  room = await startMeetingHost(await dataFolder())
  table = await startMeetingHost(await dataFolder())
})

afterEach(async () => {
  for (const host of [room, table]) {
    await host.stop()
    await removeFolder(host.data)
  }
})

async function key(host: MeetingHost, mark: string, ballots: number): Promise<void> {
  const { bundle } = await host.ask('paper.begin', { group: 'A', ballots })
  const keyed: CallInput<'paper.enter'>['ballots'] = Array.from({ length: ballots }, () => ({
    marks: { i01: { overall: mark } },
  }))
  await host.ask('paper.enter', { bundle, by: '甲', ballots: keyed })
  await host.ask('paper.enter', { bundle, by: '乙', ballots: keyed })
  await host.ask('paper.commit', { bundle })
}

// Catches: a desk that cannot have a box for want of slips, or that prints an empty sheet of them; paper of one desk that is
// not counted, or counted twice; tellers who must be asked twice because two boxes are opened; a window that is not told.
test('paper keyed at two laptops is opened together, by the same tellers typing once', async () => {
  await room.ask('meeting.create', { evaluation: planYear(plan), plan: 'm1' })
  const made = await table.ask('meeting.create', { evaluation: planYear(desk), plan: 'm1' })
  expect(made).toMatchObject({ slips: null, codes: null })
  for (const host of [room, table]) await host.ask('meeting.seal', { ...box, tellers: [...TELLERS], recovery: false })
  await key(room, 'basic', 5)
  await key(table, 'excellent', 20)
  expect(table.events).toContainEqual({ name: 'paper.committed', payload: {} })
  for (const host of [room, table]) await host.ask('meeting.close', box)
  const file = Buffer.from(await table.ask('meeting.copy', box)).toString('base64')
  await room.ask('meeting.addHall', { ...box, file })
  expect((await room.ask('meeting.returned', box)).groups[0]).toEqual({ id: 'A', phones: 0, paper: 25, printed: 41 })
  const opened = await room.ask('meeting.open', { ...box, tellers: [...TELLERS] })
  if (opened.outcome !== 'counted') throw new Error(opened.outcome)
  const tally = opened.counts.tallies.find(each => each.group === 'A' && each.instructor === 'i01')
  expect(tally).toMatchObject({ marks: { excellent: 20, basic: 5 } })

  const receipt = Buffer.from(await room.ask('meeting.receipt', box)).toString('base64')
  expect(await table.ask('meeting.acceptReceipt', { ...box, file: receipt })).toEqual({ boxes: 2, returned: 25 })
})
