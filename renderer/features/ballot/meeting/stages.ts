import type { MeetingStatus } from '#shared/contract/meeting.ts'
import type { Meeting } from '#shared/domain/ballot/meeting.ts'

/** What a meeting goes through, in order. */
export const STAGES = ['plan', 'print', 'room', 'seal', 'vote', 'reconcile', 'open'] as const

export type Stage = (typeof STAGES)[number]

/** The box as the page knows it: none made yet, one that cannot be used (why), or its status. */
export type BoxState =
  | { readonly kind: 'looking' }
  | { readonly kind: 'none' }
  | { readonly kind: 'trouble'; readonly words: string }
  | { readonly kind: 'box'; readonly status: MeetingStatus }

/** The stage at which the meeting stands. */
export function stageOf(box: BoxState, meeting: Meeting | undefined): Stage {
  if (meeting) return 'open'
  if (box.kind !== 'box') return 'plan'
  switch (box.status.phase) {
    case 'created':
      return 'print'
    case 'sealed':
      return 'vote'
    case 'closed':
      return 'reconcile'
    default:
      return 'open'
  }
}

/** Whether the plan may still be changed in what the slips and the ballot say: the box has its own copy of that. */
export function isPlanOpen(box: BoxState, meeting: Meeting | undefined): boolean {
  return box.kind === 'none' && meeting === undefined
}
