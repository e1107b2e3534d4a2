import { z } from 'zod'
import { indicatorScoresFields } from '#shared/domain/scheme/indicator-scores.ts'
import { attachmentsSchema } from '#shared/domain/self/attachment.ts'
import { count, decimal, gradeId, instructorId, sourceId, words } from '#shared/lib/fields.ts'
import type { DeepReadonly } from '#shared/lib/readonly.ts'

/** One rating (综合评定) of one person by a district or industry union. */
export const ratingSchema = z.strictObject({
  instructor: instructorId,
  source: sourceId,
  /** The union that rated; it tells two ratings of one source apart (a posting changed in mid-year). */
  by: words.default(''),
  ...indicatorScoresFields,
  /** The months this union had the person, 1 to 12; weighs several ratings of one source. */
  months: count.min(1, 'out-of-range').max(12, 'out-of-range').optional(),
  bonus: decimal.optional(),
  penalty: decimal.optional(),
  /** What a bonus or penalty was given for. */
  reason: words.optional(),
  comment: words.optional(),
  /** The grade that the union proposes; it is shown and decides nothing. */
  proposed: gradeId.optional(),
  /** Evidence of a bonus or penalty, or the scan of a rating that came on paper. */
  attachments: attachmentsSchema.optional(),
})

export type Rating = DeepReadonly<z.infer<typeof ratingSchema>>

/** A rating as an edit leaves it, before it is checked. */
export type RatingDraft = DeepReadonly<z.input<typeof ratingSchema>>
