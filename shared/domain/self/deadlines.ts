import { z } from 'zod'
import { date } from '#shared/lib/fields.ts'
import type { DeepReadonly } from '#shared/lib/readonly.ts'

/** By when the self-assessments and the ratings are to be in (districts report by a fixed date: 大连 2015, FORMS.md). */
export const deadlinesSchema = z.strictObject({ self: date.optional(), ratings: date.optional() })

export type Deadlines = DeepReadonly<z.infer<typeof deadlinesSchema>>

/** The deadlines with one set or, with '', taken away; undefined where none is left, so that the key can be left out. */
export function withDeadline(
  deadlines: Deadlines | undefined,
  key: keyof Deadlines,
  day: string,
): Deadlines | undefined {
  const { [key]: _, ...others } = deadlines ?? {}
  const next = day === '' ? others : { ...others, [key]: day }
  return Object.keys(next).length === 0 ? undefined : next
}

/** Whole days from `today` to a deadline (both `2026-12-10`): 0 on the day itself, below 0 when it is over. */
export function daysUntil(deadline: string, today: string): number {
  return Math.round((Date.parse(deadline) - Date.parse(today)) / 86_400_000)
}
