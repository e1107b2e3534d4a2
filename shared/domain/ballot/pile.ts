import type { BallotComponent } from '#shared/domain/scheme/scheme.ts'
import type { Meeting, MeetingGroup } from './meeting.ts'

/** What is counted together under one group: its own ballots and those of the groups merged into it. */
export type Pile = {
  readonly group: MeetingGroup
  readonly members: readonly MeetingGroup[]
  /** `returned − void` of all members: each tally row of the pile must total this. */
  readonly valid: number
  /** The ballots a row can count at least: where peers voted, one may be the person's own row. */
  readonly counted: number
  readonly peers: boolean
}

/** The group at the end of a group's `mergedInto` chain; `null` where the chain is a circle or leads nowhere. */
export function mergeTarget(groups: ReadonlyMap<string, MeetingGroup>, group: MeetingGroup): MeetingGroup | null {
  const seen = new Set<string>()
  let current = group
  while (current.mergedInto !== undefined) {
    if (seen.has(current.id)) return null
    seen.add(current.id)
    const next = groups.get(current.mergedInto)
    if (!next) return null
    current = next
  }
  return current
}

/**
 * The piles of a meeting, one per group that is neither merged away nor voided.
 * Ours: a pile that holds any peers' ballots counts one less against `minGroupBallots`, not only a peers group alone,
 * so that no count stands for fewer ballots than the minimum. Source: SCORING.md "Small groups never exist".
 */
export function pilesOf(meeting: Meeting, component: BallotComponent): Pile[] {
  const groups = new Map(meeting.groups.map(group => [String(group.id), group]))
  const peers = new Set<string>(component.groups.filter(group => group.peers).map(group => group.id))
  const members = Map.groupBy(
    meeting.groups.filter(group => group.voided === undefined),
    group => mergeTarget(groups, group)?.id,
  )
  return meeting.groups
    .filter(group => group.mergedInto === undefined && group.voided === undefined)
    .map(group => {
      const merged = members.get(group.id) ?? []
      const valid = merged.reduce((total, member) => total + member.returned - member.void, 0)
      const withPeers = merged.some(member => peers.has(member.id) && member.returned > member.void)
      return { group, members: merged, valid, counted: withPeers ? valid - 1 : valid, peers: withPeers }
    })
}
