import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CallInput } from '#shared/contract/contract.ts'
import { buildPlan } from '#tests/fixtures/build-plan.ts'
import { TELLERS } from '#tests/unit/box/build-box.ts'
import { dataFolder, type MeetingHost, removeFolder, startMeetingHost } from './build-meeting-host.ts'
import { planYear } from './meeting-plan-file.ts'

// FORMS.md "Key-in": entered twice, by two people; differences shown and settled.

const box = { year: 2026, meeting: 'm1' }
let host: MeetingHost

beforeAll(async () => {
  const plan = buildPlan({ limits: { excellent: 2 } })
  plan.groups = plan.groups.map(group => ({ ...group, paper: group.id === 'B' ? 0 : 3 }))
  host = await startMeetingHost(await dataFolder())
  await host.ask('meeting.create', { evaluation: planYear(plan), plan: 'm1' })
  await host.ask('meeting.seal', { ...box, tellers: [...TELLERS], recovery: false })
})

afterAll(async () => {
  await host.stop()
  await removeFolder(host.data)
})

type Ballots = CallInput<'paper.enter'>['ballots']
const marks = (...options: (string | null)[]) =>
  Object.fromEntries(
    options.flatMap((option, index) => (option === null ? [] : [[`i0${index + 1}`, { overall: option }]])),
  )
const begin = async (group: string, ballots: number) => (await host.ask('paper.begin', { group, ballots })).bundle
const enter = (bundle: string, by: string, ballots: Ballots) => host.call('paper.enter', { bundle, by, ballots })

describe('two entries of a bundle', () => {
  // Catches: a difference not shown; a choice that takes the other entry's mark; an author's rows left of two people.
  test('every difference is shown, and the choices decide', async () => {
    const bundle = await begin('D', 3)
    const first: Ballots = [
      { marks: marks('excellent', 'basic', null, null), self: 'i03' },
      { marks: marks(null, 'basic', 'basic', null), self: 'i01' },
      { marks: {}, void: true },
    ]
    const second: Ballots = [
      { marks: marks('competent', 'basic', null, null), self: 'i03', invalid: { i04: ['overall'] } },
      { marks: marks('basic', null, 'basic', null), self: 'i02' },
      { marks: marks('basic', null, null, null), self: 'i04' },
    ]
    expect(await enter(bundle, '甲', first)).toMatchObject({ data: { differences: null } })
    expect(await host.call('paper.commit', { bundle })).toMatchObject({ error: { code: 'unsettled' } })
    const compared = await enter(bundle, '乙', second)
    const row = { of: 'row', ballot: 0, indicator: 'overall', choice: null }
    expect(compared).toEqual({
      ok: true,
      data: {
        differences: [
          {
            ...row,
            instructor: 'i01',
            first: { as: 'mark', mark: 'excellent' },
            second: { as: 'mark', mark: 'competent' },
          },
          { ...row, instructor: 'i04', first: { as: 'blank' }, second: { as: 'invalid' } },
          { of: 'self', ballot: 1, first: 'i01', second: 'i02', choice: null },
          { of: 'void', ballot: 2, first: true, second: false, choice: null },
        ],
        void: [],
      },
    })
    const some = await host.ask('paper.settle', {
      bundle,
      choices: [
        { difference: 0, entry: 1 },
        { difference: 1, entry: 2 },
      ],
    })
    expect(some.differences?.map(({ choice }) => choice)).toEqual([1, 2, null, null])
    expect(await host.call('paper.commit', { bundle })).toMatchObject({ error: { code: 'unsettled' } })
    expect(await host.call('paper.settle', { bundle, choices: [{ difference: 4, entry: 1 }] })).toMatchObject({
      error: { code: 'bad-request' },
    })
    await host.ask('paper.discard', { bundle })
    expect(await host.call('paper.commit', { bundle })).toMatchObject({ error: { code: 'not-found' } })
  })

  test('one person cannot be both, nor a third choose a version', async () => {
    const bundle = await begin('A', 1)
    const ballots: Ballots = [{ marks: marks('basic', null, null, null) }]
    await enter(bundle, '甲', ballots)
    // The same hand again takes its own entry's place, however the name is typed.
    expect(await enter(bundle, ' 甲 ', ballots)).toMatchObject({ data: { differences: null } })
    expect(await enter(bundle, '乙', ballots)).toMatchObject({ data: { differences: [] } })
    expect(await enter(bundle, '丙', ballots)).toMatchObject({ error: { code: 'same-person' } })
    // Committed twice, by an impatient finger: in once.
    const both = await Promise.all([host.call('paper.commit', { bundle }), host.call('paper.commit', { bundle })])
    expect(both).toEqual([
      { ok: true, data: { recorded: 1 } },
      { ok: true, data: { recorded: 1 } },
    ])
    expect(await host.ask('paper.commit', { bundle })).toEqual({ recorded: 1 })
    expect(await enter(bundle, '甲', ballots)).toMatchObject({ error: { code: 'not-found' } })
  })

  test('what cannot be on a ballot is told with its place, and what will be void is told', async () => {
    const bundle = await begin('A', 2)
    expect(
      await enter(bundle, '甲', [{ marks: { i99: { overall: 'basic' } } }, { marks: { i01: { overall: 'superb' } } }]),
    ).toMatchObject({
      error: { code: 'bad-ballots', details: ['第 1 张：测评名单中没有“i99”', '第 2 张：没有选项“superb”'] },
    })
    expect(await enter(bundle, '甲', [{ marks: {} }])).toMatchObject({
      error: { code: 'bad-ballots', details: ['应录入 2 张'] },
    })
    const three = { marks: marks('excellent', 'excellent', 'excellent', null) }
    expect(await enter(bundle, '甲', [{ marks: {} }, three])).toMatchObject({
      data: { void: [{ ballot: 1, words: '“优秀”最多 2 人，已选 3 人' }] },
    })
    await host.ask('paper.discard', { bundle })
  })

  test('only of a group that has paper, and no more than was printed', async () => {
    expect((await host.ask('paper.recorded', {})).groups).toEqual([
      { id: 'A', recorded: 1, room: 2 },
      { id: 'B', recorded: 0, room: 0 },
      { id: 'C', recorded: 0, room: 3 },
      { id: 'D', recorded: 0, room: 3 },
    ])
    expect(await host.call('paper.begin', { group: 'B', ballots: 1 })).toMatchObject({ error: { code: 'box-full' } })
    expect(await host.call('paper.begin', { group: 'X', ballots: 1 })).toMatchObject({ error: { code: 'not-found' } })
    expect(await host.call('paper.begin', { group: 'A', ballots: 26 })).toMatchObject({
      error: { code: 'bad-request' },
    })
    await host.ask('meeting.leave', {})
    expect(await host.call('paper.begin', { group: 'A', ballots: 1 })).toMatchObject({ error: { code: 'not-found' } })
  })
})
