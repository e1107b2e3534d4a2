import { describe, expect, test } from 'vitest'
import {
  addHandCounts,
  compareHandCounts,
  type HandCount,
  handCountGaps,
} from '#shared/domain/ballot/count/hand-count.ts'
import { meetingSchema } from '#shared/domain/ballot/meeting.ts'
import { groupsAgain, planAgain, setAside } from '#shared/domain/ballot/plan/again.ts'
import { doubleListings, misplacedPeers, quorumOf } from '#shared/domain/ballot/plan/attendance.ts'
import { ballotEffort } from '#shared/domain/ballot/plan/ballot-effort.ts'
import { choosePeople } from '#shared/domain/ballot/plan/choose-people.ts'
import { HALF_PAGE, halfPage } from '#shared/domain/ballot/plan/half-page.ts'
import { meetingOf } from '#shared/domain/ballot/plan/meeting-of.ts'
import { newPlan } from '#shared/domain/ballot/plan/new-plan.ts'
import { planComponent } from '#shared/domain/ballot/plan/plan-component.ts'
import { planWarnings } from '#shared/domain/ballot/plan/plan-warnings.ts'
import { reconcile } from '#shared/domain/ballot/plan/reconcile.ts'
import { slipAddress, slipLink } from '#shared/domain/ballot/plan/slip-address.ts'
import { turnoutNotes } from '#shared/domain/ballot/plan/turnout-notes.ts'
import { meetingExtract } from '#shared/domain/evaluation/meeting-extract.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { writeEvaluation } from '#shared/domain/evaluation/write-evaluation.ts'
import { meetingId } from '#shared/lib/fields.ts'
import { buildSelf } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructors } from '#tests/fixtures/build-instructor.ts'
import { buildPlan, type PlanFile } from '#tests/fixtures/build-plan.ts'
import { buildSetUp } from '#tests/unit/box/build-set-up.ts'
import { planYear, readPlanYear } from './meeting-plan-file.ts'

const group = (overrides: Partial<PlanFile['groups'][number]> = {}) => ({
  id: 'A',
  expected: 8,
  slips: 10,
  paper: 2,
  ...overrides,
})
const withGroups = (...groups: PlanFile['groups']) => readPlanYear(buildPlan({ groups }))

describe('a plan in the evaluation file', () => {
  // Catches: a file of last month's version that comes back with a key it did not have.
  test('a file without plans stays without, one with them comes back the same', () => {
    const without = readEvaluation(planYear(buildPlan(), { plans: undefined }))
    expect(without.ok && writeEvaluation(without.value)).not.toContain('plans')
    const { evaluation } = readPlanYear()
    expect(readEvaluation(writeEvaluation(evaluation))).toEqual({ ok: true, value: evaluation })
  })

  test.each<[string, Partial<PlanFile>, string, string]>([
    ['an unknown component', { component: 'none' }, 'plans[0].component', 'unknown-id'],
    ['a group twice', { groups: [group(), group()] }, 'plans[0].groups[1].id', 'duplicate'],
    ['a group of no scheme', { groups: [group({ id: 'Z' })] }, 'plans[0].groups[0].id', 'unknown-id'],
    ['merged into itself', { groups: [group({ mergeInto: 'A' })] }, 'plans[0].groups[0].mergeInto', 'merge-circle'],
    ['merged into one not here', { groups: [group({ mergeInto: 'B' })] }, 'plans[0].groups[0].mergeInto', 'unknown-id'],
    ['nobody of the roster', { instructors: ['i99'] }, 'plans[0].instructors[0]', 'unknown-id'],
    ['somebody twice', { instructors: ['i01', 'i01'] }, 'plans[0].instructors[1]', 'duplicate'],
    [
      'an attendee of no roster',
      { groups: [group({ attendance: [{ name: '甲', instructor: 'i99' }] })] },
      'plans[0].groups[0].attendance[0].instructor',
      'unknown-id',
    ],
  ])('with %s is refused', (_, overrides, path, code) => {
    const read = readEvaluation(planYear(buildPlan(overrides)))
    expect(read.ok ? [] : read.error.map(fault => [fault.path, fault.code])).toEqual([[path, code]])
  })

  test('the first plan is whole: everybody in stroke order, peers listed, half a page each', () => {
    const { evaluation, plan: old } = readPlanYear(undefined, {
      instructors: [
        { id: 'i01', name: '张三', kind: 'full-time' },
        { id: 'i02', name: '丁一', kind: 'part-time', unit: '甲厂' },
        { id: 'i03', name: '王五', kind: 'full-time', unit: '乙厂' },
        { id: 'i04', name: '于二', kind: 'part-time' },
      ],
      self: [buildSelf({ instructor: 'i03', summary: '一年走访。'.repeat(200) })],
    })
    const component = planComponent(old, evaluation.scheme)
    if (!component) throw new Error('no component')
    const plan = newPlan({
      id: meetingId.parse('m2'),
      title: '测评会',
      component,
      instructors: evaluation.instructors,
      self: evaluation.self,
    })
    expect(plan.instructors).toEqual(['i02', 'i04', 'i03', 'i01'])
    expect(plan.groups.map(({ id, expected, slips }) => [id, expected, slips])).toEqual([
      ['A', 30, 33],
      ['B', 30, 33],
      ['C', 30, 33],
      ['D', 2, 4],
    ])
    expect(plan.groups[3]?.attendance).toEqual([
      { name: '张三', instructor: 'i01' },
      { name: '王五', unit: '乙厂', instructor: 'i03' },
    ])
    expect(plan.summaries?.map(({ instructor }) => instructor)).toEqual(['i03'])
  })
})

describe('who is appraised', () => {
  // Catches: people left out who stand on the ballot, vote as peers or are told of; people taken in again without their 述职.
  test('what hangs on it follows, and comes back', () => {
    const { evaluation, plan: old } = readPlanYear(undefined, {
      instructors: [
        { id: 'i01', name: '张三', kind: 'full-time' },
        { id: 'i02', name: '丁一', kind: 'part-time' },
        { id: 'i03', name: '王五', kind: 'full-time' },
        { id: 'i04', name: '于二', kind: 'part-time' },
      ],
      self: [buildSelf({ instructor: 'i03', summary: '一年走访。' })],
    })
    const component = planComponent(old, evaluation.scheme)
    if (!component) throw new Error('no component')
    const { instructors, self } = evaluation
    const whole = newPlan({ id: meetingId.parse('m2'), title: '测评会', component, instructors, self })
    const choose = (plan: typeof whole, ...ids: string[]) => ({
      ...plan,
      ...choosePeople(plan, component, instructors, self, new Set(ids)),
    })
    const guest = { name: '老李' }
    const withGuest = whole.groups.map(each => (each.id === 'D' ? { ...each, attendance: [guest] } : each))
    const fewer = choose({ ...whole, groups: withGuest }, 'i01', 'i02')
    expect(fewer.instructors).toEqual(['i02', 'i01'])
    expect(fewer.summaries).toEqual([])
    expect(fewer.groups[3]).toMatchObject({ expected: 2, slips: 4, attendance: [guest, { instructor: 'i01' }] })
    expect(fewer.groups[0]).toEqual(whole.groups[0])
    expect(choose(choose(whole, 'i01'), 'i01', 'i02', 'i03', 'i04')).toEqual(whole)
  })
})

describe('half a page', () => {
  test('keeps whole sentences, and cuts one that never ends', () => {
    const text = halfPage('全年走访。'.repeat(100))
    expect(text.length).toBeLessThanOrEqual(HALF_PAGE)
    expect(text.endsWith('。')).toBe(true)
    expect([...halfPage('走'.repeat(1_000))]).toHaveLength(HALF_PAGE)
    expect(halfPage('短。')).toBe('短。')
    expect(halfPage(undefined)).toBe('')
    expect(halfPage('第一段。\n\n第二段。')).toBe('第一段。\n\n第二段。')
  })
})

describe('attendance', () => {
  test('two thirds of everybody expected, exactly', () => {
    const of = (expected: number, attended?: number) =>
      quorumOf(withGroups(group({ expected, ...(attended === undefined ? {} : { numbers: { attended } }) })).plan)
    expect(of(9, 6)).toEqual({ expected: 9, attended: 6, need: 6, reached: true })
    expect(of(10, 6)).toMatchObject({ need: 7, reached: false })
    expect(of(10)).toMatchObject({ attended: null, reached: false })
    expect(of(0, 0)).toMatchObject({ need: 0, reached: true })
  })

  // Catches: one person who votes twice, as somebody of the office and of an enterprise.
  test('a person on two lists is found by name and unit, or by the roster', () => {
    const { plan } = withGroups(
      group({ attendance: [{ name: '王 明', unit: '一厂' }, { name: '李强' }, { name: '赵六', unit: '三厂' }] }),
      group({
        id: 'B',
        attendance: [
          { name: '王明', unit: '一厂' },
          { name: '李强', unit: '二厂' },
          { name: '赵六', unit: '四厂' },
        ],
      }),
    )
    expect(doubleListings(plan)).toEqual([
      { name: '王 明', unit: '一厂', groups: ['A', 'B'] },
      { name: '李强', unit: '', groups: ['A', 'B'] },
    ])
    const appraised = withGroups(group({ attendance: [{ name: '指导员01', instructor: 'i01' }] }), group({ id: 'D' }))
    const peers = new Set(['D'])
    expect(misplacedPeers(appraised.plan, appraised.setUp.instructors, peers)).toEqual([
      { name: '指导员01', group: 'A', sure: true },
    ])
    // Typed or pasted, a name has no roster id.
    const typed = withGroups(
      group({ attendance: [{ name: '甲 一', unit: '一厂' }, { name: '甲一' }, { name: '甲一', unit: '二厂' }] }),
      group({ id: 'D', attendance: [{ name: '甲一', unit: '一厂' }] }),
    )
    const found = misplacedPeers(typed.plan, [{ id: 'i01', name: '甲一', unit: '一厂' }], peers)
    expect(found.map(({ sure }) => sure)).toEqual([true, true, false])
    expect(planWarnings(appraised.plan, appraised.setUp)).toContainEqual({
      code: 'peer-in-other-group',
      group: 'A',
      details: { name: '指导员01' },
      blocks: true,
    })
  })
})

describe('what is unwise in a plan', () => {
  const calm = (overrides: Parameters<typeof group>[0] = {}) => group({ paper: 3, ...overrides })
  const codes = (overrides: Partial<PlanFile>) => {
    const { plan, setUp } = readPlanYear(buildPlan(overrides))
    return planWarnings(plan, setUp).map(({ code, group: id }) => (id === null ? code : `${code} ${id}`))
  }

  test.each<[string, Partial<PlanFile>, string[]]>([
    ['nothing', { groups: [calm()] }, []],
    ['fewer slips than people', { groups: [calm({ slips: 4, paper: 0 })] }, ['few-slips A']],
    ['peers of whom each lacks one', { groups: [calm({ id: 'D', expected: 3 })] }, ['small-group D']],
    ['one paper ballot', { groups: [calm({ paper: 1 })] }, ['small-paper-pile A']],
    ['a rule that hits few people', { groups: [calm()], voidRules: ['all-equal'] }, ['rule-hits-few-people']],
    ['a limit of everybody', { groups: [calm()], limits: { excellent: 4 } }, ['limit-without-meaning']],
    [
      'an appraised teller',
      { groups: [calm()], roles: [{ role: 'teller', name: '指导员02' }] },
      ['role-is-appraised', 'too-few-tellers'],
    ],
    ['too few came', { groups: [calm({ numbers: { attended: 5 } })] }, ['under-two-thirds']],
    ['too few came, with a reason', { groups: [calm({ numbers: { attended: 5 } })], attendanceReason: '大雪' }, []],
  ])('%s', (_, overrides, expected) => {
    expect(codes(overrides)).toEqual(expected)
  })

  test('how many taps a ballot takes', () => {
    const setUp = buildSetUp({}, { people: 60, indicators: 8 })
    expect(ballotEffort(setUp)).toEqual({ people: 60, indicators: 8, taps: 480, minutes: 12 })
  })
})

describe('reconciliation', () => {
  const of = (numbers: PlanFile['groups'][number]['numbers'], returned: number, justifications?: never[]) =>
    reconcile(withGroups(group({ numbers, justifications })).plan, [{ id: 'A', returned, void: 1 }]).groups[0]

  test('a group that balances has nothing to explain', () => {
    expect(of({ attended: 7, spare: 1, leftover: 4 }, 7)).toEqual({
      numbers: {
        id: 'A',
        expected: 8,
        attended: 7,
        printed: 12,
        spare: 1,
        issued: 8,
        leftover: 4,
        returned: 7,
        valid: 6,
        void: 1,
      },
      gaps: [],
      voided: null,
    })
  })

  test('every line that does not balance wants words', () => {
    const gaps = (...parameters: Parameters<typeof of>) => of(...parameters)?.gaps.map(({ gap, by }) => [gap, by])
    expect(gaps({ attended: 7, leftover: 4 }, 5)).toEqual([
      ['leftover', 1],
      ['not-returned', 2],
    ])
    expect(gaps({ attended: 9, spare: 4 }, 9)).toEqual([
      ['attended-over-expected', 1],
      ['issued-over-printed', 1],
      ['leftover', -1],
    ])
  })

  test('words settle a gap; more returned than issued or present are settled by nothing', () => {
    const { plan } = withGroups(
      group({ numbers: { attended: 7 }, justifications: [{ gap: 'not-returned', words: '领码后离场' }] }),
    )
    expect(reconcile(plan, [{ id: 'A', returned: 6, void: 0 }]).settled).toBe(true)
    expect(of({ attended: 7, spare: 1 }, 9)?.voided).toBe('收回多于发出')
    // A lost slip and its spare have both voted: the spare does not make room for a vote more than people.
    expect(of({ attended: 7, spare: 1 }, 8)?.voided).toBe('收回多于实到')
  })

  test('what the 清点单 says below its numbers', () => {
    const { plan } = readPlanYear(
      buildPlan({
        groups: [
          group({ numbers: { attended: 5, spare: 1, leftover: 7 } }),
          group({
            id: 'B',
            numbers: { attended: 3, leftover: 9 },
            justifications: [{ gap: 'not-returned', words: '领码后离场' }],
          }),
        ],
        incidents: [{ group: 'A', words: '一人称未投票，码条显示已投', settled: '补发一张' }],
      }),
    )
    const numbers = { expected: 8, attended: 5, printed: 12, issued: 6, void: 0 }
    const groups = ['A', 'B'].map((id, index) => ({ ...numbers, id, returned: index === 0 ? 5 : 2 }))
    const meeting = meetingSchema.parse({ id: 'm1', groups, tallies: [] })
    expect(turnoutNotes(plan, meeting)).toEqual([
      '应到16人，实到8人，不足三分之二：＿＿＿＿＿＿＿＿＿＿',
      '票种A：补发码条1张',
      '票种A：发出与剩余合计比印制多1张：＿＿＿＿＿＿＿＿＿＿',
      '票种B：实到未投票1人：领码后离场',
      '票种A：一人称未投票，码条显示已投（处理：补发一张）',
    ])
  })

  test('a voided group keeps its numbers, and no tally of its pile', () => {
    const { plan, evaluation } = withGroups(
      group({ numbers: { attended: 3 } }),
      group({ id: 'B', numbers: { attended: 8 } }),
      group({ id: 'C', numbers: { attended: 2 } }),
    )
    const row = { instructor: 'i01', indicator: 'overall', marks: { basic: 5 }, abstain: 0, invalid: 0, self: 0 }
    const meeting = meetingOf(plan, {
      groups: [
        { id: 'A', printed: 10, returned: 3, void: 0 },
        { id: 'B', printed: 10, returned: 5, void: 0 },
        { id: 'C', printed: 10, returned: 3, void: 1, mergedInto: 'A' },
      ],
      tallies: [
        { ...row, group: 'A' },
        { ...row, group: 'B' },
      ],
    })
    expect(meeting.groups.map(({ id, voided, mergedInto }) => [id, voided, mergedInto])).toEqual([
      ['A', '与票种 A 合并计票，一并重投', undefined],
      ['B', undefined, undefined],
      ['C', '收回多于发出', undefined],
    ])
    expect(meeting.tallies.map(tally => tally.group)).toEqual(['B'])
    expect(readEvaluation(JSON.stringify({ ...evaluation, meetings: [meeting] })).ok).toBe(true)
  })
})

describe('called-out counts', () => {
  const setUp = buildSetUp({}, { people: 2 })
  const count = (overrides: Partial<HandCount> = {}): HandCount => ({
    group: 'A',
    returned: 4,
    void: 1,
    rows: [
      { instructor: 'i01', indicator: 'overall', marks: { excellent: 2, basic: 1 }, abstain: 0, invalid: 0, self: 0 },
      { instructor: 'i02', indicator: 'overall', marks: { competent: 1 }, abstain: 1, invalid: 1, self: 0 },
    ],
    ...overrides,
  })

  test('two counters are compared figure by figure, and each row must add up', () => {
    expect(compareHandCounts(count(), count(), setUp)).toEqual([])
    const other = count({ returned: 5, rows: count().rows.map(row => ({ ...row, marks: { excellent: 2 } })) })
    expect(compareHandCounts(count(), other, setUp)).toEqual([
      { instructor: null, indicator: null, of: 'returned', first: 4, second: 5 },
      { instructor: 'i01', indicator: 'overall', of: 'basic', first: 1, second: 0 },
      { instructor: 'i02', indicator: 'overall', of: 'competent', first: 1, second: 0 },
      { instructor: 'i02', indicator: 'overall', of: 'excellent', first: 0, second: 2 },
    ])
    expect(handCountGaps(count(), setUp)).toEqual([])
    expect(handCountGaps(count({ void: 0 }), setUp)).toEqual([
      { instructor: 'i01', indicator: 'overall', total: 3, valid: 4 },
      { instructor: 'i02', indicator: 'overall', total: 3, valid: 4 },
    ])
  })

  test('they join the pile that holds their group', () => {
    const row = { indicator: 'overall', abstain: 0, invalid: 0, self: 0 }
    const box = {
      groups: [
        { id: 'A', printed: 8, returned: 1, void: 0, mergedInto: 'C' },
        { id: 'B', printed: 6, returned: 0, void: 0, mergedInto: 'C' },
        { id: 'C', printed: 6, returned: 4, void: 0 },
        { id: 'D', printed: 5, returned: 0, void: 0, mergedInto: 'C' },
      ],
      tallies: ['i01', 'i02'].map(instructor => ({
        ...row,
        instructor,
        group: 'C',
        marks: { excellent: 5, competent: 0, basic: 0, incompetent: 0 },
      })),
    }
    const added = addHandCounts(setUp, box, [count()])
    expect(added).toEqual({
      ok: true,
      value: {
        groups: [{ id: 'A', printed: 8, returned: 5, void: 1, mergedInto: 'C' }, ...box.groups.slice(1)],
        tallies: [
          {
            ...row,
            instructor: 'i01',
            group: 'C',
            marks: { excellent: 7, competent: 0, basic: 1, incompetent: 0 },
          },
          {
            ...row,
            instructor: 'i02',
            group: 'C',
            marks: { excellent: 5, competent: 1, basic: 0, incompetent: 0 },
            abstain: 1,
            invalid: 1,
          },
        ],
      },
    })
  })

  test('all on paper: groups too small are merged as the box would', () => {
    const alone = addHandCounts(setUp, null, [count(), count({ group: 'B', returned: 1, void: 1, rows: [] })])
    expect(alone.ok && alone.value.groups.map(({ id, mergedInto }) => [id, mergedInto])).toEqual([
      ['A', undefined],
      ['B', 'A'],
      ['C', 'A'],
      ['D', 'A'],
    ])
    expect(alone.ok && alone.value.tallies.map(({ group: id, instructor }) => [id, instructor])).toEqual([
      ['A', 'i01'],
      ['A', 'i02'],
    ])
    const few = addHandCounts(setUp, null, [])
    expect(few).toMatchObject({ ok: true, value: { tallies: [] } })
  })

  // Catches: phones' ballots counted as returned that no row holds.
  test('a box that was too small to be counted cannot be joined, nor a row that does not add up', () => {
    const groups = [{ id: 'A', printed: 8, returned: 2, void: 0 }]
    expect(addHandCounts(setUp, { groups, tallies: [] }, [count()])).toEqual({ ok: false, error: 'box-uncounted' })
    expect(addHandCounts(setUp, null, [count({ void: 0 })])).toEqual({ ok: false, error: 'does-not-reconcile' })
  })
})

describe('a further round', () => {
  test('is of one group, with nothing counted yet', () => {
    const { plan } = readPlanYear(buildPlan({ attendanceReason: '大雪', incidents: [{ words: '码条遗失' }] }))
    const again = planAgain(plan, ['D'], meetingId.parse('m1-2'), '三人迟到')
    expect(again).toMatchObject({ id: 'm1-2', round: 2, again: { of: 'm1', reason: '三人迟到' } })
    expect(again.groups).toEqual([{ id: 'D', expected: 4, slips: 6, paper: 2 }])
    expect(again.attendanceReason ?? again.incidents).toBeUndefined()
  })

  const numbers = { expected: 5, attended: 5, printed: 5, issued: 5, returned: 4, void: 0 }

  // Catches: people whose ballots were counted with another group's, set aside with it and never asked to vote again; a
  // group that votes in two rounds after one.
  test('takes along the groups whose ballots it sets aside', () => {
    const none = { ...numbers, attended: 0, issued: 0, returned: 0 }
    const meeting = meetingSchema.parse({
      id: 'm1',
      groups: [
        { id: 'A', ...numbers },
        { id: 'B', ...numbers },
        { id: 'C', ...none, mergedInto: 'A' },
        { id: 'D', ...numbers, returned: 2, mergedInto: 'A' },
      ],
      tallies: [],
    })
    expect(groupsAgain(meeting, 'A', [])).toEqual(['A', 'D'])
    expect(groupsAgain(meeting, 'D', [])).toEqual(['A', 'D'])
    expect(groupsAgain(meeting, 'B', [])).toEqual(['B'])
    expect(groupsAgain(meeting, 'C', [])).toEqual(['A', 'C', 'D'])

    // Voided by the count itself, where nothing is merged any more.
    const { meeting: aside } = setAside(meeting, 'A', '收回多于发出')
    const { plan } = readPlanYear()
    const id = meetingId.parse('m2')
    expect(groupsAgain(aside, 'A', [])).toEqual(['A', 'D'])
    expect(groupsAgain(aside, 'A', [planAgain({ ...plan, id: aside.id }, ['D'], id, '收回多于发出')])).toEqual(['A'])
  })

  test('sets the earlier vote of the whole pile aside', () => {
    const meeting = meetingSchema.parse({
      id: 'm1',
      groups: [
        { id: 'A', ...numbers },
        { id: 'B', ...numbers },
        { id: 'D', ...numbers, returned: 2, mergedInto: 'A' },
      ],
      tallies: ['A', 'B'].map(id => ({
        instructor: 'i01',
        group: id,
        indicator: 'overall',
        marks: {},
        abstain: 4,
        invalid: 0,
      })),
    })
    const aside = setAside(meeting, 'D', '三人迟到，重新投票')
    expect(aside.groups).toEqual(['A', 'D'])
    expect(aside.meeting.groups.map(({ voided }) => voided)).toEqual([
      '三人迟到，重新投票',
      undefined,
      '三人迟到，重新投票',
    ])
    expect(aside.meeting.tallies.map(tally => tally.group)).toEqual(['B'])
  })
})

describe('what travels', () => {
  test('only a fixed address is printed on slips, the code in its fragment', () => {
    const station = (overrides: object) =>
      slipAddress({ station: { address: '192.168.8.1', port: 47170, ...overrides } })
    expect(station({ fixed: true })).toBe('http://192.168.8.1:47170/')
    expect(station({ fixed: true, port: 80 })).toBe('http://192.168.8.1/')
    expect(station({ fixed: true, address: 'fd00::1' })).toBe('http://[fd00::1]:47170/')
    expect(station({})).toBeNull()
    expect(slipAddress({})).toBeNull()
    expect(slipLink('http://192.168.8.1/', '1234-5678-9012-3456')).toBe('http://192.168.8.1/#1234567890123456')
  })

  test('the extract holds one plan and nobody else', () => {
    const { evaluation } = readPlanYear(buildPlan({ instructors: ['i02'] }), {
      instructors: buildInstructors(3, { phone: '13812345678' }),
    })
    const extract = meetingExtract(evaluation, 'm1')
    expect(extract?.instructors).toEqual([
      { id: 'i02', name: '指导员02', kind: 'full-time', level: 'city', posting: '西城区' },
    ])
    expect(extract && readEvaluation(writeEvaluation(extract)).ok).toBe(true)
    expect(meetingExtract(evaluation, 'm9')).toBeNull()
  })
})
