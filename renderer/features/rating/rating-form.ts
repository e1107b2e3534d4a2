import { z } from 'zod'
import type { Place } from '#renderer/editing/three-way.ts'
import { FORM } from '#renderer/strings/form.ts'
import { RATING } from '#renderer/strings/rating.ts'
import type { Duty } from '#shared/domain/rating/duties.ts'
import { ratingSchema } from '#shared/domain/rating/rating.ts'
import { ratingCells } from '#shared/domain/rating/rating-entry.ts'
import type { Grade, RatingComponent } from '#shared/domain/scheme/scheme.ts'
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

const CELLS = ['months', 'bonus', 'penalty', 'reason', 'comment', 'proposed'] as const

/** What a place of the form is called; null for the rating that it began from. */
export function ratingPlaceWords([part, cell = '']: Place, component: RatingComponent): string | null {
  if (part === 'base') return null
  if (part === 'by') return RATING.union
  if (part !== 'cells') return FORM.meanwhile.other
  const own = CELLS.find(each => each === cell)
  if (own) return RATING[own]
  return component.indicators?.find(each => cell === `score:${each.id}`)?.name ?? RATING.drawerOverall
}
