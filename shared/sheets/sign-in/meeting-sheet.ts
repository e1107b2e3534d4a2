import type { MeetingPlan } from '#shared/domain/ballot/plan/meeting-plan.ts'
import type { MeetingSetUp } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { dateWords, oneLine } from '#shared/sheets/paper/text.ts'

/** What the sheets of one meeting are made of; `groups` are the ids of those to print. */
export type MeetingSheet = {
  readonly evaluation: Evaluation
  readonly plan: MeetingPlan
  readonly setUp: MeetingSetUp
  readonly groups: readonly string[]
}

/** The date in a sheet's properties: the meeting's, or the year's last day. ISO. */
export function sheetDate({ evaluation, plan }: Pick<MeetingSheet, 'evaluation' | 'plan'>): string {
  return plan.date ?? `${evaluation.year}-12-31`
}

/** `2026年12月10日　下午2:00　市总工会三楼会议室`, as far as it is settled. */
export function whenAndWhere({ date, time, place }: MeetingPlan): string {
  return [dateWords(date), oneLine(time, 30), oneLine(place, 60)].filter(text => text !== '').join('　')
}
