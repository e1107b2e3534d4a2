import type { Ballot } from '#shared/domain/ballot/cast/ballot.ts'
import type { MeetingSetUp, SetUpGroup } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import { buildSetUp, GRADES } from '#tests/unit/box/build-set-up.ts'

/** Which of two meetings is held: the same people in the same order, the marks of each pair of voters exchanged. */
export type World = 0 | 1

/** One voter, who presses submit in the order of the list, with the ballot of either world. */
export type ScriptedVoter = {
  readonly group: SetUpGroup['id']
  /** What only this voter's phone says. */
  readonly agent: string
  readonly ballots: readonly [Ballot, Ballot]
}

export type Script = { readonly setUp: MeetingSetUp; readonly voters: readonly ScriptedVoter[] }

type Seat = { readonly group: SetUpGroup['id']; readonly self: string | null }

/** What is voted on, and the two who exchange their marks: one early in the meeting, one late. */
export type Cast = {
  readonly setUp: MeetingSetUp
  readonly pairs: readonly (readonly [Seat, Seat])[]
  /** Some write nothing, as in a real room. */
  readonly sparse?: true
  /** What somebody writes stays theirs in both worlds, and only the marks are exchanged. */
  readonly ownWords?: true
}

const OPTIONS = GRADES.options.map(option => option.id)

/** Fourteen voters in three groups: one that stands, one too small that is counted with it, one of peers. Slips are left over. */
export const FULL_CAST: Cast = castOf(
  buildSetUp(
    {
      groups: [
        { id: 'A', name: '企业工会代表', slips: 10, paper: 2 },
        { id: 'B', name: '企业管理者代表', slips: 3, mergeInto: 'A' },
        { id: 'D', name: '专职指导员', slips: 5, peers: true, mergeInto: 'A' },
      ],
      minGroupBallots: 3,
    },
    { people: 12 },
  ),
  [...Array<readonly [string, string]>(4).fill(['A', 'A']), ['B', 'B'], ['D i01', 'D i03'], ['D i02', 'D i04']],
)

/** The same people, asked for suggestions as well; each writes something that nobody else does. */
export const SPEAKING_CAST: Cast = { ...FULL_CAST, setUp: { ...FULL_CAST.setUp, suggestions: true } }

/** Words that go over to the other of the pair with the marks, or are missing: whose they are must not show. */
export const EXCHANGED_WORDS: Cast = { ...SPEAKING_CAST, sparse: true }

/** Words whose author everybody knows by their style: which marks were cast beside them must not show. */
export const KNOWN_WORDS: Cast = { ...SPEAKING_CAST, sparse: true, ownWords: true }

/** Six voters, of whom the two peers are counted with the others, and four people: for what takes long with each. */
export const SMALL_CAST: Cast = castOf(
  buildSetUp(
    {
      groups: [
        { id: 'A', name: '企业工会代表', slips: 5 },
        { id: 'D', name: '专职指导员', slips: 3, peers: true, mergeInto: 'A' },
      ],
      minGroupBallots: 3,
    },
    { people: 4 },
  ),
  [...Array<readonly [string, string]>(2).fill(['A', 'A']), ['D i01', 'D i02']],
)

/** Seats by their group's id, a peer's with the own row: `D i01`. */
function castOf(setUp: MeetingSetUp, pairs: readonly (readonly [string, string])[]): Cast {
  const seat = (words: string): Seat => {
    const [id, self = null] = words.split(' ')
    const group = setUp.groups.find(candidate => candidate.id === id)
    if (!group) throw new Error(`no group ${id}`)
    return { group: group.id, self }
  }
  return { setUp, pairs: pairs.map(([early, late]) => [seat(early), seat(late)]) }
}

type Marks = Record<string, string>

/**
 * A meeting of a cast. Either world has the same counts, so that whoever tells the worlds apart has learned who gave which
 * mark. Whoever votes early marks the last person 优秀 in world 0 and 基本称职 in world 1, whoever votes late the other
 * way round. `draw` gives numbers from 0 up to, not including, 1.
 */
export function writeScript(draw: () => number, { setUp, pairs, sparse, ownWords }: Cast = FULL_CAST): Script {
  const early: ScriptedVoter[] = []
  const late: ScriptedVoter[] = []
  for (const [first, second] of pairs) {
    const [own, other] = [drawMarks(draw, setUp, 'excellent'), drawMarks(draw, setUp, 'basic')]
    const [said, answered] = setUp.suggestions ? [wordsOf(draw, sparse), wordsOf(draw, sparse)] : []
    early.push({
      group: first.group,
      agent: agentOf(draw),
      ballots: saying(ballotsOf(first, second, own, other), said, ownWords ? said : answered),
    })
    late.push({
      group: second.group,
      agent: agentOf(draw),
      ballots: saying(ballotsOf(second, first, other, own), answered, ownWords ? answered : said),
    })
  }
  return { setUp, voters: [...mixed(early, draw), ...mixed(late, draw)] }
}

/** The person whose marks tell the worlds apart. */
export function tellingPerson({ setUp }: Script): string {
  return setUp.instructors.at(-1)?.id ?? ''
}

function drawMarks(draw: () => number, setUp: MeetingSetUp, telling: string): Marks {
  const marks: Marks = {}
  for (const { id } of setUp.instructors) marks[id] = OPTIONS[Math.floor(draw() * OPTIONS.length)] ?? ''
  marks[setUp.instructors.at(-1)?.id ?? ''] = telling
  return marks
}

/** A peer keeps the own row, and the mark for the other of the pair, who could not exchange it, in both worlds. */
function ballotsOf(own: Seat, other: Seat, first: Marks, second: Marks): readonly [Ballot, Ballot] {
  const ballot = (marks: Marks): Ballot => {
    const cast: Marks = { ...marks }
    if (other.self !== null) cast[other.self] = first[other.self] ?? ''
    if (own.self !== null) delete cast[own.self]
    return {
      marks: Object.fromEntries(Object.entries(cast).map(([id, mark]) => [id, { overall: mark }])),
      ...(own.self === null ? {} : { self: own.self }),
    }
  }
  return [ballot(first), ballot(second)]
}

/** What is said is exchanged as the marks are. */
function saying(
  [one, other]: readonly [Ballot, Ballot],
  first: string | undefined,
  second: string | undefined,
): readonly [Ballot, Ballot] {
  return [
    { ...one, suggestion: first },
    { ...other, suggestion: second },
  ]
}

function wordsOf(draw: () => number, sparse: boolean | undefined): string | undefined {
  const silent = sparse === true && draw() < 0.3
  return silent ? undefined : `希望${agentOf(draw)}`
}

function agentOf(draw: () => number): string {
  return `Phone-${Array.from({ length: 3 }, () => Math.floor(draw() * 2 ** 32).toString(36)).join('-')}`
}

function mixed<T>(items: readonly T[], draw: () => number): T[] {
  const keyed = items.map(item => [draw(), item] as const)
  return keyed.sort(([a], [b]) => a - b).map(([, item]) => item)
}
