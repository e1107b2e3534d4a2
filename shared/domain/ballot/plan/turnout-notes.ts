import type { Meeting } from '#shared/domain/ballot/meeting.ts'
import { quorumOf } from './attendance.ts'
import type { MeetingPlan, ReconciliationGap } from './meeting-plan.ts'
import { type Gap, reconcile } from './reconcile.ts'

/**
 * What the 清点单 says below its numbers, a line each: a further round and why, an attendance under two thirds and its reason,
 * spare slips, each line that does not balance with the words that justify it (or a blank to write them), incidents.
 * Empty where everything went as it should. Source: FORMS.md, issue "Reconciliation".
 */
export function turnoutNotes(plan: MeetingPlan, { groups }: Pick<Meeting, 'groups'>): string[] {
  const { attended, expected, reached } = quorumOf(plan)
  const reconciled = reconcile(plan, groups)
  return [
    ...(plan.again ? [`第${plan.round}轮：${plan.again.reason}`] : []),
    ...(attended !== null && !reached
      ? [`应到${expected}人，实到${attended}人，不足三分之二：${plan.attendanceReason ?? BLANK}`]
      : []),
    ...reconciled.groups.flatMap(({ numbers, gaps }) => [
      ...(numbers.spare > 0 ? [`票种${numbers.id}：补发码条${numbers.spare}张`] : []),
      ...gaps.map(gap => `票种${numbers.id}：${GAP_WORDS[gap.gap](gap)}：${gap.justification ?? BLANK}`),
    ]),
    ...(plan.incidents ?? []).map(
      ({ group, words, settled }) =>
        `${group === undefined ? '' : `票种${group}：`}${words}${settled === undefined || settled === '' ? '' : `（处理：${settled}）`}`,
    ),
  ]
}

const BLANK = '＿＿＿＿＿＿＿＿＿＿'

const GAP_WORDS: Readonly<Record<ReconciliationGap, (gap: Gap) => string>> = {
  'attended-over-expected': ({ by }) => `实到比应到多${by}人`,
  'issued-over-printed': ({ by }) => `发出比印制多${by}张`,
  leftover: ({ by }) => (by > 0 ? `发出与剩余合计比印制少${by}张` : `发出与剩余合计比印制多${-by}张`),
  'not-returned': ({ by }) => `实到未投票${by}人`,
}
