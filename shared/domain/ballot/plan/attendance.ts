import type { Attendee, MeetingPlan } from './meeting-plan.ts'

/** Expected and present of the whole meeting, and whether it may be held. */
export type Quorum = {
  readonly expected: number
  /** Of the groups in which somebody counted; null where nobody has yet. */
  readonly attended: number | null
  /** The least that must be there: two thirds of the expected, rounded up. */
  readonly need: number
  readonly reached: boolean
}

/**
 * The two-thirds rule over the whole meeting: attended × 3 ≥ expected × 2. Source: FORMS.md "Attendance under two thirds: not
 * valid" (职代会 rules); the plan's `attendanceReason` overrides it and is printed.
 */
export function quorumOf({ groups }: Pick<MeetingPlan, 'groups'>): Quorum {
  const expected = groups.reduce((total, group) => total + group.expected, 0)
  const counted = groups.flatMap(({ numbers }) => (numbers?.attended === undefined ? [] : [numbers.attended]))
  const attended = counted.length === 0 ? null : counted.reduce((total, count) => total + count, 0)
  return {
    expected,
    attended,
    need: Math.ceil((expected * 2) / 3),
    reached: attended !== null && attended * 3 >= expected * 2,
  }
}

/** A person who stands on two lists, or twice on one; must be settled before anything is printed. */
export type DoubleListing = { readonly name: string; readonly unit: string; readonly groups: readonly string[] }

/**
 * Who is on more than one attendance list, or twice on one: the same roster id, or the same name and unit (a unit left out on
 * one of them matches any: better one question too many). Spaces do not count. Source: issue "a person on two lists is
 * settled before printing".
 */
export function doubleListings({ groups }: Pick<MeetingPlan, 'groups'>): DoubleListing[] {
  const listed = groups.flatMap(group => (group.attendance ?? []).map(person => ({ person, group: String(group.id) })))
  const byName = Map.groupBy(listed, ({ person }) => bare(person.name))
  return [...byName.values()].flatMap(same => {
    const [first, ...others] = same
    const matching = first ? others.filter(other => isSame(first.person, other.person)) : []
    if (!first || matching.length === 0) return []
    const { name, unit = '' } = first.person
    return [{ name, unit, groups: [first.group, ...matching.map(({ group }) => group)] }]
  })
}

/** Somebody on a group's list who is under appraisal, or (`sure` false) has the name of one who is, of another unit. */
export type MisplacedPeer = { readonly name: string; readonly group: string; readonly sure: boolean }

/**
 * People under appraisal who stand on the list of a group that is not the peers': the same roster id, or the same name and
 * unit (one left out matches any), as `doubleListings` has it. Source: issue "vote in group D only".
 */
export function misplacedPeers(
  { groups }: Pick<MeetingPlan, 'groups'>,
  appraised: readonly { readonly id: string; readonly name: string; readonly unit?: string | undefined }[],
  peers: ReadonlySet<string>,
): MisplacedPeer[] {
  const byName = Map.groupBy(appraised, ({ name }) => bare(name))
  const ids = new Set(appraised.map(({ id }) => id))
  return groups
    .filter(({ id }) => !peers.has(id))
    .flatMap(({ id, attendance = [] }) =>
      attendance.flatMap(({ name, unit, instructor }) => {
        const namesakes = byName.get(bare(name)) ?? []
        const sure =
          instructor === undefined ? namesakes.some(each => isSameUnit(unit, each.unit)) : ids.has(instructor)
        return sure || (instructor === undefined && namesakes.length > 0) ? [{ name, group: String(id), sure }] : []
      }),
    )
}

function isSame(a: Attendee, b: Attendee): boolean {
  if (a.instructor !== undefined && b.instructor !== undefined) return a.instructor === b.instructor
  return isSameUnit(a.unit, b.unit)
}

function isSameUnit(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || bare(a) === bare(b)
}

function bare(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/gu, '')
}
