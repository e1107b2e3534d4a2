import { z } from 'zod'
import type { Duty } from '#shared/domain/rating/duties.ts'
import { ratingSchema } from '#shared/domain/rating/rating.ts'
import { ratingCells } from '#shared/domain/rating/rating-entry.ts'
import type { Grade } from '#shared/domain/scheme/scheme.ts'
import { attachmentsSchema } from '#shared/domain/self/attachment.ts'
import type { DeepReadonly } from '#shared/lib/readonly.ts'

const formSchema = z.strictObject({
  /** The rating that the form began from: one that was changed meanwhile is not overwritten. */
  base: ratingSchema.nullable(),
  by: z.string(),
  cells: z.record(z.string(), z.string()),
  attachments: attachmentsSchema,
})

/** One rating as a form holds it. */
export type RatingForm = DeepReadonly<z.infer<typeof formSchema>>

export function ratingFormOf({ rating, by }: Pick<Duty, 'rating' | 'by'>, grades: readonly Grade[]): RatingForm {
  const { by: _, ...cells } = ratingCells(rating, grades)
  return { base: rating, by, cells, attachments: rating?.attachments ?? [] }
}

export function isRatingForm(value: unknown): value is RatingForm {
  return formSchema.safeParse(value).success
}
