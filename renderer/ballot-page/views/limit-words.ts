import type { LimitUse } from '#renderer/ballot-page/ballot-form.ts'
import { BALLOT_PAGE } from '#renderer/strings/ballot-page.ts'

/** How much of each limit is used: `优秀 3/4`. */
export function limitWords(limits: readonly LimitUse[]): string {
  return limits.map(({ label, used, maximum }) => BALLOT_PAGE.limitUse(label, used, maximum)).join('　')
}
