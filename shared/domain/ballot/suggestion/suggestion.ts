import { z } from 'zod'
import { date, meetingId, name } from '#shared/lib/fields.ts'
import type { DeepReadonly } from '#shared/lib/readonly.ts'
import { MOST_SUGGESTION } from './suggestion-text.ts'

/** One line of the register (意见建议办理台账): what was said, who answers by when, the answer. Nothing says who said it. */
export const suggestionSchema = z.strictObject({
  id: z.string().regex(/^s[1-9][0-9]{0,6}$/, 'wrong-format'),
  /** The meeting at which it was made. */
  meeting: meetingId,
  text: z.string().min(1, 'empty').max(MOST_SUGGESTION, 'too-long'),
  /** 承办人(单位) */
  responsible: name.optional(),
  /** 办理期限 */
  due: date.optional(),
  /** 答复 */
  answer: z.string().min(1, 'empty').max(500, 'too-long').optional(),
  /** 答复日期: from then on it is done. */
  answered: date.optional(),
})

export type Suggestion = DeepReadonly<z.infer<typeof suggestionSchema>>

/** Where a suggestion stands: `open` nobody answers for it, `assigned`, `overdue` past its date on `today` (ISO), `done`. */
export function suggestionState(
  { responsible, due, answered }: Suggestion,
  today: string,
): 'open' | 'assigned' | 'overdue' | 'done' {
  if (answered !== undefined) return 'done'
  if (due !== undefined && due < today) return 'overdue'
  return responsible === undefined ? 'open' : 'assigned'
}
