import { readdir } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectStation } from '#electron/host/box/connect-station.ts'
import { buildVote } from '#tests/unit/box/build-box.ts'
import { dataFolder, type MeetingHost, removeFolder, startMeetingHost } from './build-meeting-host.ts'

let host: MeetingHost

beforeAll(async () => {
  host = await startMeetingHost(await dataFolder())
})

afterAll(async () => {
  await host.stop()
  await removeFolder(host.data)
})

// Catches: a rehearsal that writes to the disk, that can be taken for a real meeting, or that cannot be held to its end.
test('a rehearsal is a whole meeting of which no byte is left', async () => {
  const before = await readdir(host.data, { recursive: true })
  const { status, slips, tellers } = await host.ask('meeting.rehearse', {})
  expect(status).toMatchObject({ rehearsal: true, phase: 'sealed' })
  const key = { year: status.year, meeting: status.meeting }
  const { station } = await host.ask('meeting.serve', { ...key, address: '127.0.0.1', port: 0 })
  const phone = await connectStation(station?.url ?? '')
  if (!phone) throw new Error('no station')
  for (const { code } of slips.filter(({ group }) => group === 'A'))
    expect(await phone.submit(buildVote(phone.box, code, { marks: { r1: { overall: 'basic' } } }))).toEqual({
      status: 'recorded',
    })
  expect(await host.call('meeting.rehearse', {})).toMatchObject({ error: { code: 'busy' } })
  await host.ask('meeting.rehearseVotes', { voters: 40 })
  expect(await host.call('meeting.leave', {})).toMatchObject({ error: { code: 'station-running' } })
  const closed = await host.ask('meeting.close', key)
  expect(closed.groups.reduce((total, { phones }) => total + phones, 0)).toBe(43)
  const opened = await host.ask('meeting.open', { ...key, tellers: tellers.slice(1) })
  if (opened.outcome !== 'counted') throw new Error(opened.outcome)
  expect(opened.counts.groups.reduce((total, group) => total + group.returned - group.void, 0)).toBe(43)
  expect(await host.call('meeting.copy', key)).toMatchObject({ error: { code: 'not-found' } })
  await host.ask('meeting.leave', {})
  expect(await host.call('meeting.use', key)).toMatchObject({ error: { code: 'not-found' } })
  expect(await host.ask('meeting.boxes', {})).toEqual({ boxes: [] })
  expect(await readdir(host.data, { recursive: true })).toEqual(before)
}, 60_000)
