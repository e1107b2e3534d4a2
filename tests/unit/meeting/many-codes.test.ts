import { expect, test } from 'vitest'
import { connectStation } from '#electron/host/box/connect-station.ts'
import { buildPlan } from '#tests/fixtures/build-plan.ts'
import { buildVote, TELLERS } from '#tests/unit/box/build-box.ts'
import { dataFolder, removeFolder, startMeetingHost } from './build-meeting-host.ts'
import { planYear } from './meeting-plan-file.ts'

const box = { year: 2026, meeting: 'm1' }

// Workers' votes: a group without seats, of thousands. Catches: a PDF of hundreds of pages that nobody can cut, codes that
// are not the box's, a box that is over when the day is.
test('a group of thousands gets its codes as a table, and votes over several days', { timeout: 60_000 }, async () => {
  const data = await dataFolder()
  const host = await startMeetingHost(data)
  const [first, ...others] = buildPlan().groups
  if (!first) throw new Error('no group')
  const groups = [{ ...first, expected: 0, slips: 3_000, paper: 0 }, ...others]
  const evaluation = planYear(buildPlan({ groups }))
  const made = await host.ask('meeting.create', { evaluation, plan: 'm1' })
  expect(made.slips).toBeNull()
  const ticket = made.codes ?? ''
  const table = new TextDecoder().decode(await host.ask('meeting.document', { ticket }))
  const codes = [...table.matchAll(/^A,(\d{4}-\d{4}-\d{4}-\d{4})\r$/gm)].map(([, code = '']) => code)
  expect(new Set(codes).size).toBe(3_000)
  await host.ask('meeting.forget', { ticket })
  expect(await host.call('meeting.document', { ticket })).toMatchObject({ error: { code: 'not-found' } })
  await host.ask('meeting.seal', { ...box, tellers: [...TELLERS], recovery: false })
  let day = host
  for (const code of codes.slice(0, 3)) {
    const { station } = await day.ask('meeting.serve', { ...box, address: '127.0.0.1', port: 0 })
    const phone = await connectStation(station?.url ?? '')
    if (!phone) throw new Error('no station')
    const vote = buildVote(phone.box, code.replaceAll('-', ''), { marks: {} })
    expect(await phone.submit(vote)).toEqual({ status: 'recorded' })
    expect(await phone.submit(vote)).toEqual({ status: 'already-recorded', own: true })
    // In the evening the computer is put away.
    await day.stop()
    day = await startMeetingHost(data)
  }
  await day.ask('meeting.close', box)
  const { groups: returned } = await day.ask('meeting.returned', box)
  expect(returned[0]).toMatchObject({ id: 'A', phones: 3, paper: 0 })
  await day.stop()
  await removeFolder(data)
})
