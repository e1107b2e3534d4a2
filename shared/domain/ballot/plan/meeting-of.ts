import type { BoxCounts } from '#shared/domain/ballot/count/box-counts.ts'
import { type Meeting, meetingSchema } from '#shared/domain/ballot/meeting.ts'
import { groupNumbers, returnedGroups } from './group-numbers.ts'
import type { MeetingPlan } from './meeting-plan.ts'
import { reconcile } from './reconcile.ts'

/**
 * The evaluation file's meeting out of a held plan and its box's counts (with the called-out ones, `addHandCount`): the
 * clerk's numbers, what came back, the tallies in the ballot's order. A group that more came back of than were issued or
 * present is voided and its pile's tallies left out; groups that were counted into its pile are voided with it, because
 * their ballots cannot be told apart any more.
 */
export function meetingOf(plan: MeetingPlan, counts: BoxCounts): Meeting {
  const reconciled = reconcile(plan, returnedGroups(counts))
  const voided = new Map<string, string>()
  for (const { numbers, voided: reason } of reconciled.groups) if (reason !== null) voided.set(numbers.id, reason)
  const heads = new Map(counts.groups.map(({ id }) => [id, headOf(counts, id)]))
  const voidHeads = new Set([...voided.keys()].map(id => heads.get(id) ?? id))
  return meetingSchema.parse({
    id: plan.id,
    ...(plan.component === undefined ? {} : { component: plan.component }),
    round: plan.round,
    ...(plan.date === undefined ? {} : { date: plan.date }),
    ...(plan.place === undefined ? {} : { place: plan.place }),
    groups: plan.groups.map(group => {
      const counted = counts.groups.find(({ id }) => id === group.id)
      const {
        expected,
        attended,
        printed,
        issued,
        returned,
        void: invalid,
      } = groupNumbers(group, {
        id: group.id,
        returned: counted?.returned ?? 0,
        void: counted?.void ?? 0,
      })
      const numbers = {
        id: group.id,
        expected,
        attended,
        printed: Math.max(printed, issued),
        issued,
        returned,
        void: invalid,
      }
      const head = heads.get(group.id) ?? group.id
      if (voidHeads.has(head))
        return { ...numbers, voided: voided.get(group.id) ?? `与票种 ${head} 合并计票，一并重投` }
      return counted?.mergedInto === undefined ? numbers : { ...numbers, mergedInto: counted.mergedInto }
    }),
    tallies: counts.tallies.filter(({ group }) => !voidHeads.has(group)),
  })
}

function headOf(counts: BoxCounts, id: string): string {
  const seen = new Set<string>()
  let head = id
  for (;;) {
    const next = counts.groups.find(group => group.id === head)?.mergedInto
    if (next === undefined || seen.has(head)) return head
    seen.add(head)
    head = next
  }
}
