import type { MeetingSetUp, SetUpGroup } from '#shared/domain/ballot/set-up/meeting-set-up.ts'

/** Valid ballots of one group. */
export type GroupValid = { readonly id: string; readonly valid: number }

type Pile = { readonly head: SetUpGroup; readonly place: number; valid: number; withPeers: boolean }

/**
 * Where each group is counted: a map from the id of every group that is too small to the id of the group it went into, or
 * `null` where all together are too few and nothing may be counted.
 *
 * A pile stands when its valid ballots, less one where any of them is a peer's (someone's own row is missing), reach
 * `minGroupBallots`. While one does not, the smallest goes into the group named for it, wherever that is counted by now;
 * without a name, or where the name leads back to itself, into the group with the most slips. The earlier group first
 * among equals. Sources: PROMISES.md "Opening", SCORING.md "Small groups never exist"; the tie and the way out of a
 * circle are ours.
 */
export function mergeGroups(
  { groups, minGroupBallots }: Pick<MeetingSetUp, 'groups' | 'minGroupBallots'>,
  valid: readonly GroupValid[],
): ReadonlyMap<string, string> | null {
  const counts = new Map(valid.map(group => [group.id, group.valid]))
  let piles: readonly Pile[] = groups.map((head, place) => {
    const own = counts.get(head.id) ?? 0
    return { head, place, valid: own, withPeers: head.peers === true && own > 0 }
  })
  const mergedInto = new Map<string, string>()
  for (;;) {
    const [smallest] = piles.filter(pile => counted(pile) < minGroupBallots).sort(bySize)
    if (!smallest) return mergedInto
    const target = targetOf(smallest, piles, mergedInto)
    if (!target) return null
    mergedInto.set(smallest.head.id, target.head.id)
    target.valid += smallest.valid
    target.withPeers ||= smallest.withPeers
    piles = piles.filter(pile => pile !== smallest)
  }
}

function counted(pile: Pile): number {
  return pile.withPeers ? pile.valid - 1 : pile.valid
}

function bySize(a: Pile, b: Pile): number {
  return counted(a) - counted(b) || a.place - b.place
}

function targetOf(pile: Pile, piles: readonly Pile[], mergedInto: ReadonlyMap<string, string>): Pile | undefined {
  let named: string | undefined = pile.head.mergeInto
  while (named !== undefined && mergedInto.has(named)) named = mergedInto.get(named)
  const others = piles.filter(other => other !== pile)
  const most = [...others].sort((a, b) => b.head.slips - a.head.slips || a.place - b.place)
  return others.find(other => other.head.id === named) ?? most[0]
}
