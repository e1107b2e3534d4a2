import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectStation } from '#electron/host/box/connect-station.ts'
import { openUrn } from '#electron/host/urn/open-urn.ts'
import type { Ballot } from '#shared/domain/ballot/cast/ballot.ts'
import { meetingOf } from '#shared/domain/ballot/plan/meeting-of.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { buildPlan } from '#tests/fixtures/build-plan.ts'
import { buildVote, TELLERS } from '#tests/unit/box/build-box.ts'
import { dataFolder, type MeetingHost, removeFolder, startMeetingHost } from './build-meeting-host.ts'
import { planYear, readPlanYear } from './meeting-plan-file.ts'
import { pdfWords, slipCodes } from './slip-codes.ts'

// One meeting through the app's own calls, over real files and sockets: prepared, printed, sealed, voted by phone and on
// paper, the app restarted in the middle, closed, opened, and in the evaluation file.

const box = { year: 2026, meeting: 'm1' }
const address = '127.0.0.1'

let data: string
let host: MeetingHost

beforeAll(async () => {
  data = await dataFolder()
  host = await startMeetingHost(data)
})

afterAll(async () => {
  await host.stop()
  await removeFolder(data)
})

const marks = (...options: (string | null)[]): Ballot['marks'] =>
  Object.fromEntries(
    options.flatMap((option, index) => (option === null ? [] : [[`i0${index + 1}`, { overall: option }]])),
  )
const [E, C, B, I] = ['excellent', 'competent', 'basic', 'incompetent'] as const

/** The codes on the slips as a person reads them, in the order of the pages: A, B, C, D. */
async function readSlips(ticket: string): Promise<Record<string, string[]>> {
  const codes = await slipCodes(await host.ask('meeting.document', { ticket }))
  expect(codes).toHaveLength(32)
  return { A: codes.slice(0, 10), B: codes.slice(10, 18), C: codes.slice(18, 26), D: codes.slice(26) }
}

async function keyIn(
  group: string,
  ballots: readonly (Ballot & { void?: boolean; invalid?: Record<string, string[]> })[],
) {
  const { bundle, ...begun } = await host.ask('paper.begin', { group, ballots: ballots.length })
  const entry = { bundle, ballots: [...ballots] }
  await host.ask('paper.enter', { ...entry, by: '计票人一' })
  expect(await host.ask('paper.enter', { ...entry, by: '计票人二' })).toMatchObject({ differences: [] })
  return { ...begun, ...(await host.ask('paper.commit', { bundle })) }
}

// Catches: whatever goes wrong between the parts: paper lost or counted as void, a vote lost by the restart, a running count.
test('a meeting from its plan to the evaluation file', async () => {
  const created = await host.ask('meeting.create', { evaluation: planYear(), plan: 'm1' })
  expect(created.printed).toEqual([
    { id: 'A', slips: 10, paper: 6 },
    { id: 'B', slips: 8, paper: 0 },
    { id: 'C', slips: 8, paper: 3 },
    { id: 'D', slips: 6, paper: 2 },
  ])
  const slips = await readSlips(created.slips ?? '')
  expect(await host.call('meeting.create', { evaluation: planYear(), plan: 'm1' })).toMatchObject({
    ok: false,
    error: { code: 'exists' },
  })
  expect(await host.ask('meeting.boxes', {})).toEqual({ boxes: [box] })

  // Nothing can be voted on before the tellers have sealed it.
  expect(await host.call('meeting.serve', { ...box, address, port: 0 })).toMatchObject({
    error: { code: 'not-sealed' },
  })
  expect(await host.call('meeting.open', { ...box, tellers: [...TELLERS] })).toMatchObject({
    error: { code: 'not-sealed' },
  })
  const sealed = await host.ask('meeting.seal', { ...box, tellers: [...TELLERS], need: 2, recovery: true })
  if (sealed.outcome !== 'sealed' || !sealed.recovery) throw new Error('not sealed')
  expect(await host.call('meeting.document', { ticket: created.slips ?? '' })).toMatchObject({
    error: { code: 'not-found' },
  })
  expect(await pdfWords(await host.ask('meeting.document', { ticket: sealed.recovery }))).toMatch(/\d{4}(-\d{4}){5}/)

  let { station, fingerprint } = await host.ask('meeting.serve', { ...box, address, port: 0 })
  expect(fingerprint).toBe(sealed.fingerprint)
  let phone = await connectStation(station?.url ?? '')
  const cast = async (group: string, place: number, ballot: Ballot) => {
    if (!phone) throw new Error('no station')
    return phone.submit(buildVote(phone.box, slips[group]?.[place] ?? '', ballot))
  }
  expect(phone?.box.fingerprint).toBe(sealed.fingerprint)
  const recorded = { status: 'recorded' }
  for (const [place, ballot] of [marks(E, C, B, I), marks(E, E, C, null), marks(C, C, C, B)].entries())
    expect(await cast('A', place, { marks: ballot })).toEqual(recorded)
  expect(await cast('A', 0, { marks: marks(I, I, I, E) })).toEqual({ status: 'already-recorded' })

  // On paper: three of A, one of them void as a whole, one with a row of two ticks.
  const paper = [
    { marks: marks(B, B, C, E) },
    { marks: marks(null, E, E, null), invalid: { i01: ['overall'] } },
    { marks: {}, void: true },
  ]
  expect(await keyIn('A', paper)).toEqual({ recorded: 3, room: 6 })
  const status = await host.ask('meeting.use', box)
  expect(status.groups.map(({ id, voted }) => [id, voted])).toEqual([
    ['A', 5],
    ['B', 0],
    ['C', 0],
    ['D', 0],
  ])
  expect(await host.call('meeting.returned', box)).toMatchObject({ error: { code: 'not-closed' } })
  expect(await host.call('meeting.open', { ...box, tellers: [...TELLERS] })).toMatchObject({
    error: { code: 'not-closed' },
  })

  // The app ends and is started again: the same box, every vote in it.
  await host.stop()
  host = await startMeetingHost(data)
  expect(await host.ask('meeting.use', box)).toMatchObject({ phase: 'sealed', station: null, groups: status.groups })
  ;({ station, fingerprint } = await host.ask('meeting.serve', { ...box, address, port: 0 }))
  expect(fingerprint).toBe(sealed.fingerprint)
  phone = await connectStation(station?.url ?? '')
  expect(await cast('A', 1, { marks: {} })).toEqual({ status: 'already-recorded' })

  // Another program may not have it at the same time.
  const other = await startMeetingHost(data)
  expect(await other.call('meeting.use', box)).toMatchObject({ error: { code: 'in-use' } })
  await other.stop()

  // B: four. C: three. D: peers, three on phones and one on paper.
  for (const place of [0, 1, 2, 3]) expect(await cast('B', place, { marks: marks(C, B, E, C) })).toEqual(recorded)
  for (const place of [0, 1, 2]) expect(await cast('C', place, { marks: marks(C, C, C, B) })).toEqual(recorded)
  const peers: Ballot[] = [
    { marks: marks(null, E, E, null), self: 'i01' },
    { marks: marks(C, null, C, B), self: 'i02' },
    { marks: marks(B, C, null, C), self: 'i03' },
  ]
  for (const [place, ballot] of peers.entries()) expect(await cast('D', place, ballot)).toEqual(recorded)
  expect(await keyIn('D', [{ marks: marks(E, E, E, null), self: 'i04' }])).toEqual({ recorded: 1, room: 2 })

  expect(await host.ask('meeting.close', box)).toEqual({
    groups: [
      { id: 'A', phones: 3, paper: 3, printed: 16 },
      { id: 'B', phones: 4, paper: 0, printed: 8 },
      { id: 'C', phones: 3, paper: 0, printed: 11 },
      { id: 'D', phones: 3, paper: 1, printed: 8 },
    ],
  })
  expect(await cast('B', 5, { marks: {} })).toEqual({ status: 'refused', reason: 'closed' })
  expect(await host.call('paper.begin', { group: 'A', ballots: 1 })).toMatchObject({ error: { code: 'closed' } })

  // Too few tellers change nothing; the envelope counts as one.
  const open = (tellers: readonly { readonly name: string; readonly passphrase: string }[], recovery?: string) =>
    host.ask('meeting.open', { ...box, tellers: [...tellers], recovery })
  const wrong = { name: '乙', passphrase: '不对不对不对' }
  expect(await open([TELLERS[0], wrong])).toEqual({
    outcome: 'too-few-tellers',
    roll: { need: 2, right: ['甲'], wrong: ['乙'], unknown: [], recovery: 'none' },
  })
  expect(await open([TELLERS[0]], '1234')).toMatchObject({ outcome: 'too-few-tellers', roll: { recovery: 'wrong' } })
  const opened = await open(TELLERS.slice(0, 2))
  if (opened.outcome !== 'counted') throw new Error(opened.outcome)
  expect(await open([])).toEqual({ ...opened, again: true })
  expect(await host.ask('meeting.use', box)).toMatchObject({ phase: 'destroyed', station: null, fingerprint: null })

  const plan = buildPlan()
  plan.groups = plan.groups.map((group, index) => ({ ...group, numbers: { attended: [6, 5, 3, 4][index] ?? 0 } }))
  const read = readPlanYear(plan)
  const meeting = meetingOf(read.plan, opened.counts)
  expect(readEvaluation(JSON.stringify({ ...read.evaluation, meetings: [meeting] })).ok).toBe(true)
  expect(meeting.groups).toEqual([
    { id: 'A', expected: 8, attended: 6, printed: 16, issued: 6, returned: 6, void: 1 },
    { id: 'B', expected: 6, attended: 5, printed: 8, issued: 5, returned: 4, void: 0 },
    { id: 'C', expected: 6, attended: 3, printed: 11, issued: 3, returned: 3, void: 0 },
    { id: 'D', expected: 4, attended: 4, printed: 8, issued: 4, returned: 4, void: 0 },
  ])
  const rows = (group: string) =>
    meeting.tallies
      .filter(tally => tally.group === group)
      .map(({ marks: counts, abstain, invalid, self }) => [...[E, C, B, I].map(o => counts[o]), abstain, invalid, self])
  expect(rows('A')).toEqual([
    [2, 1, 1, 0, 0, 1, 0],
    [2, 2, 1, 0, 0, 0, 0],
    [1, 3, 1, 0, 0, 0, 0],
    [1, 0, 1, 1, 2, 0, 0],
  ])
  expect(rows('D')).toEqual([
    [1, 1, 1, 0, 0, 0, 1],
    [2, 1, 0, 0, 0, 0, 1],
    [2, 1, 0, 0, 0, 0, 1],
    [0, 1, 1, 0, 1, 0, 1],
  ])

  // No event told more than steps of five.
  for (const { name, payload } of host.events)
    if (name === 'meeting.status')
      for (const { voted } of (payload as { groups: { voted: number }[] }).groups) expect(voted % 5).toBe(0)
  await host.ask('meeting.remove', box)
  expect(existsSync(join(data, 'boxes', '2026-m1'))).toBe(false)
  expect(await openUrn(join(data, 'boxes', '2026-m1', 'box.urn'))).toMatchObject({ error: { code: 'not-found' } })
}, 60_000)
