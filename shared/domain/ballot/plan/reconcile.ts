import { type GroupNumbers, groupNumbers, type ReturnedGroup } from './group-numbers.ts'
import type { MeetingPlan, PlanGroup, ReconciliationGap } from './meeting-plan.ts'

/** A line of a group's numbers that does not add up: by how many, and the words that justify it, where they were chosen. */
export type Gap = { readonly gap: ReconciliationGap; readonly by: number; readonly justification: string | null }

export type ReconciledGroup = {
  readonly numbers: GroupNumbers
  /** Each needs words before the 清点单 is signed. */
  readonly gaps: readonly Gap[]
  /** Why the group's whole vote is void and must be held again, whatever words there are; null where it stands. */
  readonly voided: '收回多于发出' | '收回多于实到' | null
}

export type Reconciliation = {
  readonly groups: readonly ReconciledGroup[]
  /** Everything balances, or is justified; voided groups aside. */
  readonly settled: boolean
}

/**
 * Reconciles what was issued and what came back, group by group: 发出 = 实到 + 补发 ≤ 印制, 发出 + 剩余 = 印制, 收回 ≤ 发出,
 * 收回 ≤ 实到, 实到 ≤ 应到. Returned over issued or attended voids the group; the rest must balance or be justified in words.
 * Source: FORMS.md "Ballots on paper", SCORING.md "Refused".
 */
export function reconcile(plan: MeetingPlan, returned: readonly ReturnedGroup[]): Reconciliation {
  const groups = plan.groups.map((group): ReconciledGroup => {
    const back = returned.find(({ id }) => id === group.id) ?? { id: group.id, returned: 0, void: 0 }
    const numbers = groupNumbers(group, back)
    return { numbers, gaps: gapsOf(group, numbers), voided: voidedBy(numbers) }
  })
  const open = groups.some(({ gaps, voided }) => voided === null && gaps.some(gap => gap.justification === null))
  return { groups, settled: !open }
}

function voidedBy({ returned, issued, attended }: GroupNumbers): ReconciledGroup['voided'] {
  if (returned > issued) return '收回多于发出'
  // A lost slip's spare is issued on top: both cannot have voted for one person present.
  return returned > attended ? '收回多于实到' : null
}

function gapsOf(group: PlanGroup, numbers: GroupNumbers): Gap[] {
  const { expected, attended, printed, issued, leftover, returned } = numbers
  const amounts: readonly [ReconciliationGap, number][] = [
    ['attended-over-expected', Math.max(0, attended - expected)],
    ['issued-over-printed', Math.max(0, issued - printed)],
    ['leftover', printed - issued - leftover],
    ['not-returned', Math.max(0, attended - returned)],
  ]
  return amounts
    .filter(([, by]) => by !== 0)
    .map(([gap, by]) => ({
      gap,
      by,
      justification: group.justifications?.find(each => each.gap === gap)?.words ?? null,
    }))
}

const SUGGESTIONS: Readonly<Record<ReconciliationGap, readonly string[]>> = {
  'attended-over-expected': ['临时增加参会人员，已经会议主持人同意', '原名单漏列，已补签到'],
  'issued-over-printed': ['现场加印', '其他会场另印'],
  leftover: ['码条损坏，当场作废', '纸质票印坏，当场作废'],
  'not-returned': ['领码后离场，未投票', '自愿不投票', '码条遗失，未补领'],
}

/** Words that usually justify a gap, the likeliest first; people choose or write their own. Ours. */
export function justificationsFor(gap: ReconciliationGap): readonly string[] {
  return SUGGESTIONS[gap]
}
