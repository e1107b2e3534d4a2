import type { Meeting } from '#shared/domain/ballot/meeting.ts'
import type { MeetingId } from '#shared/lib/fields.ts'
import type { MeetingPlan } from './meeting-plan.ts'

/**
 * The plan of a further round for some groups (迟到的人，或该票种作废): everything as before, those groups alone, nothing counted
 * yet. `id` is the new meeting's. Whoever came late votes with the whole group again, because a box that was opened is closed
 * for good. Source: PROMISES.md "After a round is opened it is closed for good".
 */
export function planAgain(plan: MeetingPlan, groups: readonly string[], id: MeetingId, reason: string): MeetingPlan {
  const { attendanceReason: _, incidents: __, ...kept } = plan
  return {
    ...kept,
    id,
    round: plan.round + 1,
    groups: plan.groups
      .filter(each => groups.includes(each.id))
      .map(({ numbers: ___, justifications: ____, mergeInto: _____, ...own }) => own),
    again: { of: plan.id, reason },
  }
}

/**
 * An earlier round with one group's vote set aside for the reason: the round is kept, that group's counts are not used. Groups
 * that were counted into the same pile go with it, as nobody can tell their ballots apart; `groups` names all that must
 * vote again.
 */
export function setAside(
  meeting: Meeting,
  group: string,
  reason: string,
): { readonly meeting: Meeting; readonly groups: readonly string[] } {
  const head = headOf(meeting, group)
  const pile = meeting.groups.filter(({ id }) => headOf(meeting, id) === head).map(({ id }) => String(id))
  return {
    groups: pile,
    meeting: {
      ...meeting,
      groups: meeting.groups.map(each => {
        if (!pile.includes(each.id)) return each
        const { mergedInto: _, ...numbers } = each
        return { ...numbers, voided: each.voided ?? reason }
      }),
      tallies: meeting.tallies.filter(tally => tally.group !== head),
    },
  }
}

/**
 * The groups that vote in the further round of `group`, itself among them, in the meeting's order. With it go those whose
 * ballots were counted into its pile and, where it is void, the others that are void: their ballots are not used either, and
 * a small one could not be counted alone. Left out: groups that returned nothing, and those that a later round has already.
 */
export function groupsAgain(meeting: Meeting, group: string, plans: readonly MeetingPlan[]): string[] {
  const pile = setAside(meeting, group, '').groups
  const isVoid = meeting.groups.some(each => each.id === group && each.voided !== undefined)
  const later = plans.filter(plan => plan.again?.of === meeting.id).flatMap(plan => plan.groups.map(({ id }) => id))
  return meeting.groups
    .filter(
      each =>
        each.id === group ||
        (each.returned > 0 &&
          !later.includes(each.id) &&
          (pile.includes(each.id) || (isVoid && each.voided !== undefined))),
    )
    .map(({ id }) => id)
}

function headOf({ groups }: Meeting, id: string): string {
  const seen = new Set<string>()
  let head = id
  for (;;) {
    const next = groups.find(group => group.id === head)?.mergedInto
    if (next === undefined || seen.has(head)) return head
    seen.add(head)
    head = next
  }
}
