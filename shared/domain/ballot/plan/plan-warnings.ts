import type { MeetingSetUp } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import { doubleListings, misplacedPeers, quorumOf } from './attendance.ts'
import { ballotEffort } from './ballot-effort.ts'
import type { MeetingPlan } from './meeting-plan.ts'
import { slipAddress } from './slip-address.ts'

/** What is unwise, or must be settled, in a plan. `details` are the figures and names that its words need. */
export type PlanWarning = {
  readonly code:
    | 'person-on-two-lists'
    | 'peer-in-other-group'
    | 'namesake-of-peer'
    | 'list-not-expected'
    | 'few-slips'
    | 'small-group'
    | 'small-paper-pile'
    | 'many-taps'
    | 'rule-hits-few-people'
    | 'rule-hits-two-options'
    | 'limit-too-low'
    | 'limit-without-meaning'
    | 'role-is-appraised'
    | 'too-few-tellers'
    | 'summaries-too-long'
    | 'slips-without-address'
    | 'under-two-thirds'
  readonly group: string | null
  readonly details: Readonly<Record<string, string | number>>
  /** Settled before slips are printed; the others are advice. */
  readonly blocks: boolean
}

// About what 100 KB over the wire holds of gzipped Chinese beside the page and the names. Ours.
const MOST_SUMMARY_CHARACTERS = 48_000
const MANY_TAPS = 240
const FEWEST_TELLERS = 3

/** Everything to settle or to consider in a plan, in the order in which the office meets it. */
export function planWarnings(plan: MeetingPlan, setUp: MeetingSetUp): PlanWarning[] {
  return [
    ...listWarnings(plan, setUp),
    ...groupWarnings(plan, setUp),
    ...(plan.station?.fixed && slipAddress(plan) === null ? [warning('slips-without-address', {}, null, true)] : []),
    ...ballotWarnings(plan, setUp),
    ...ruleWarnings(setUp),
    ...roleWarnings(plan, setUp),
    ...quorumWarnings(plan),
  ]
}

function warning(
  code: PlanWarning['code'],
  details: PlanWarning['details'] = {},
  group: string | null = null,
  blocks = false,
): PlanWarning {
  return { code, group, details, blocks }
}

function listWarnings(plan: MeetingPlan, setUp: MeetingSetUp): PlanWarning[] {
  const peers = new Set<string>(setUp.groups.filter(group => group.peers).map(({ id }) => id))
  return [
    ...doubleListings(plan).map(({ name, unit, groups }) =>
      warning('person-on-two-lists', { name, unit, groups: groups.join('、') }, null, true),
    ),
    ...misplacedPeers(plan, setUp.instructors, peers).map(({ name, group, sure }) =>
      warning(sure ? 'peer-in-other-group' : 'namesake-of-peer', { name }, group, sure),
    ),
    ...plan.groups.flatMap(({ id, attendance, expected }) =>
      attendance && attendance.length > 0 && attendance.length !== expected
        ? [warning('list-not-expected', { listed: attendance.length, expected }, id)]
        : [],
    ),
  ]
}

function groupWarnings(plan: MeetingPlan, { groups, minGroupBallots }: MeetingSetUp): PlanWarning[] {
  return plan.groups.flatMap(({ id, expected, slips, paper }) => {
    const least = minGroupBallots + (groups.find(group => group.id === id)?.peers ? 1 : 0)
    return [
      // Of several halls each prints its own part.
      ...(plan.halls === undefined && slips + paper < expected
        ? [warning('few-slips', { slips, paper, expected }, id)]
        : []),
      ...(expected < least ? [warning('small-group', { expected, least }, id)] : []),
      // Whoever keys in one or two ballots may know whose they are.
      ...(paper === 1 || paper === 2 ? [warning('small-paper-pile', { paper }, id)] : []),
    ]
  })
}

function ballotWarnings({ summaries }: MeetingPlan, setUp: MeetingSetUp): PlanWarning[] {
  const { people, indicators, taps, minutes } = ballotEffort(setUp)
  const characters = (summaries ?? []).reduce((total, { text }) => total + text.length, 0)
  return [
    ...(taps > MANY_TAPS ? [warning('many-taps', { people, indicators, taps, minutes })] : []),
    ...(characters > MOST_SUMMARY_CHARACTERS
      ? [warning('summaries-too-long', { characters, maximum: MOST_SUMMARY_CHARACTERS })]
      : []),
  ]
}

/** Where a rule would hit ballots that were filled in honestly. */
function ruleWarnings({ voidRules, limits, scale, instructors, indicators }: MeetingSetUp): PlanWarning[] {
  const people = instructors.length
  const rows = people * indicators.length
  const allEqual = voidRules?.includes('all-equal') ?? false
  const options = scale.kind === 'grades' ? scale.options : []
  return [
    // Of five people whom somebody knows to be competent, all may well be competent.
    ...(allEqual && rows <= 5 ? [warning('rule-hits-few-people', { people })] : []),
    ...(allEqual && options.length === 2 ? [warning('rule-hits-two-options', { options: 2 })] : []),
    ...Object.entries(limits ?? {}).flatMap(([id, limit]) => {
      const label = options.find(option => option.id === id)?.label ?? id
      if (limit >= people) return [warning('limit-without-meaning', { label, limit, people })]
      return limit * 10 < people ? [warning('limit-too-low', { label, limit, people })] : []
    }),
  ]
}

function roleWarnings({ roles }: MeetingPlan, { instructors }: MeetingSetUp): PlanWarning[] {
  const names = new Set(instructors.map(({ name }) => name.trim()))
  const tellers = (roles ?? []).filter(({ role }) => role !== 'counter')
  return [
    ...(roles ?? [])
      .filter(({ name }) => names.has(name.trim()))
      .map(({ name }) => warning('role-is-appraised', { name })),
    ...(roles && tellers.length < FEWEST_TELLERS
      ? [warning('too-few-tellers', { tellers: tellers.length, least: FEWEST_TELLERS })]
      : []),
  ]
}

function quorumWarnings(plan: MeetingPlan): PlanWarning[] {
  const { attended, expected, need, reached } = quorumOf(plan)
  return attended === null || reached || plan.attendanceReason !== undefined
    ? []
    : [warning('under-two-thirds', { attended, expected, need }, null, true)]
}
