import type { BoxCounts } from '#shared/domain/ballot/count/box-counts.ts'
import type { PlanGroup } from './meeting-plan.ts'

/** What came back of one group, phones and paper together, and how much of it is void. */
export type ReturnedGroup = { readonly id: string; readonly returned: number; readonly void: number }

/** The numbers of one group as the 清点单 prints them. Source: FORMS.md "发票收票清点单". */
export type GroupNumbers = {
  readonly id: string
  /** 应到 */
  readonly expected: number
  /** 实到 */
  readonly attended: number
  /** 印制: slips and paper ballots together. */
  readonly printed: number
  /** 补发 */
  readonly spare: number
  /** 发出 = 实到 + 补发 */
  readonly issued: number
  /** 剩余(剪角作废); what should be left where nobody has counted it. */
  readonly leftover: number
  /** 收回 */
  readonly returned: number
  /** 有效 */
  readonly valid: number
  /** 无效 */
  readonly void: number
}

/**
 * A group's numbers: what was counted at the doors, and what came back. Where 实到 was never counted it is taken as the number
 * returned, the least it can have been. Everything printed is slips and paper ballots together,
 * of one hall unless the numbers say it of all.
 */
export function groupNumbers(group: PlanGroup, { returned, void: invalid }: ReturnedGroup): GroupNumbers {
  const attended = group.numbers?.attended ?? returned
  const spare = group.numbers?.spare ?? 0
  const printed = group.numbers?.printed ?? group.slips + group.paper
  const issued = attended + spare
  return {
    id: group.id,
    expected: group.expected,
    attended,
    printed,
    spare,
    issued,
    leftover: group.numbers?.leftover ?? Math.max(0, printed - issued),
    returned,
    valid: returned - invalid,
    void: invalid,
  }
}

/** What came back of each group, as an opened box says it. */
export function returnedGroups(counts: BoxCounts): ReturnedGroup[] {
  return counts.groups.map(({ id, returned, void: invalid }) => ({ id, returned, void: invalid }))
}
