import { z } from 'zod'
import { componentId, decimal, name, sourceId, variantId } from '#shared/lib/fields.ts'
import type { DeepReadonly } from '#shared/lib/readonly.ts'
import { pointsIndicatorSchema } from './points-indicator.ts'

/**
 * What a variant says otherwise of one component; what is left out is as in the main scheme. `indicators` replace the main
 * ones whole; `sources` give the main sources other weights. Which of them a component may have: `checkVariants`.
 */
const variantComponentSchema = z.strictObject({
  id: componentId,
  weight: decimal.optional(),
  indicators: z.array(pointsIndicatorSchema).min(1, 'empty').optional(),
  sources: z
    .array(z.strictObject({ id: sourceId, weight: decimal }))
    .min(1, 'empty')
    .optional(),
})

/**
 * A district's or industry's variant of the scheme (东城区 revised its own, FORMS.md), for everybody who is posted there.
 * The meeting, the scale, lines, quota and rules stay the city's: totals remain comparable.
 */
export const variantSchema = z.strictObject({
  id: variantId,
  name,
  /** Whom it is for, by their posting (派驻区/产业) as the roster writes it. */
  postings: z.array(name).min(1, 'empty'),
  components: z.array(variantComponentSchema),
})

export type Variant = DeepReadonly<z.infer<typeof variantSchema>>
export type VariantComponent = Variant['components'][number]
