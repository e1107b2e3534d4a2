import { readdir } from 'node:fs/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectStation } from '#electron/host/box/connect-station.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { buildInstructors } from '#tests/fixtures/build-instructor.ts'
import { buildVote, TELLERS } from '#tests/unit/box/build-box.ts'
import { dataFolder, type MeetingHost, removeFolder, startMeetingHost } from './build-meeting-host.ts'
import { planYear } from './meeting-plan-file.ts'
import { slipCodes } from './slip-codes.ts'

// The office's computer, the meeting's laptop, the spare one: the box moves as one file.

const box = { year: 2026, meeting: 'm1' }
const marks = { i01: { overall: 'basic' } }
let office: MeetingHost
let spare: MeetingHost

beforeEach(async () => {
  office = await startMeetingHost(await dataFolder())
  spare = await startMeetingHost(await dataFolder())
})

afterEach(async () => {
  for (const host of [office, spare]) {
    await host.stop()
    await removeFolder(host.data)
  }
})

async function serve(host: MeetingHost) {
  const { station } = await host.ask('meeting.serve', { ...box, address: '127.0.0.1', port: 0 })
  const phone = await connectStation(station?.url ?? '')
  if (!phone) throw new Error('no station')
  return (code: string) => phone.submit(buildVote(phone.box, code, { marks }))
}

// Catches: a copy torn by a vote under way, a copy that forgets who voted, personal data that travels for nothing.
test('a spare laptop takes over in the middle, and counts what the copy holds', async () => {
  const evaluation = planYear(undefined, {
    instructors: buildInstructors(5, { phone: '13812345678', education: '大学本科' }),
  })
  const { slips } = await office.ask('meeting.create', { evaluation, plan: 'm1' })
  const codes = await slipCodes(await office.ask('meeting.document', { ticket: slips ?? '' }))
  await office.ask('meeting.seal', { ...box, tellers: [...TELLERS], recovery: false })
  const castAtOffice = await serve(office)
  const [first = '', second = '', third = '', fourth = ''] = codes
  expect(await castAtOffice(first)).toEqual({ status: 'recorded' })
  // The copy is taken while phones vote.
  const [copy] = await Promise.all([office.ask('meeting.copy', box), castAtOffice(second)])
  expect(Buffer.from(copy).includes('13812345678')).toBe(false)
  for (const code of codes) expect(Buffer.from(copy).includes(code)).toBe(false)

  const file = Buffer.from(copy).toString('base64')
  const taken = await spare.ask('meeting.takeOver', { file })
  expect(taken).toMatchObject({ ...box, title: '二〇二六年度民主测评会', phase: 'sealed' })
  expect([1, 2]).toContain(taken.ballots)
  const extract = readEvaluation(taken.evaluation)
  expect(extract.ok && extract.value.instructors.map(({ id }) => id)).toEqual(['i01', 'i02', 'i03', 'i04'])
  expect(await spare.call('meeting.takeOver', { file })).toMatchObject({ error: { code: 'exists' } })

  const castAtSpare = await serve(spare)
  expect(await castAtSpare(first)).toEqual({ status: 'already-recorded' })
  for (const code of [third, fourth]) expect(await castAtSpare(code)).toEqual({ status: 'recorded' })
  await spare.ask('meeting.close', box)
  const opened = await spare.ask('meeting.open', { ...box, tellers: TELLERS.slice(1) })
  if (opened.outcome !== 'counted') throw new Error(opened.outcome)
  expect(opened.counts.groups.find(({ id }) => id === 'A')).toMatchObject({ returned: taken.ballots + 2, void: 0 })
}, 60_000)

// Catches: a USB stick's bad block taken for a box; a file that overwrites what is there.
test('what is no whole copy is refused and leaves nothing', async () => {
  await office.ask('meeting.create', { evaluation: planYear(), plan: 'm1' })
  const copy = Buffer.from(await office.ask('meeting.copy', box))
  const before = await readdir(spare.data, { recursive: true })
  const broken = [copy.length - 1, 5, 25, 300].map(place => {
    const bytes = Buffer.from(copy)
    bytes[place] = (bytes[place] ?? 0) ^ 1
    return bytes
  })
  for (const bytes of [Buffer.alloc(0), Buffer.from('票箱'), copy.subarray(0, copy.length - 1), ...broken])
    expect(await spare.call('meeting.takeOver', { file: bytes.toString('base64') })).toMatchObject({
      error: { code: 'not-a-copy' },
    })
  expect(await readdir(spare.data, { recursive: true })).toEqual(before)
  expect(await spare.call('meeting.takeOver', { file: 'not base64!' })).toMatchObject({
    error: { code: 'bad-request' },
  })
})
