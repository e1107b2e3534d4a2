import { z } from 'zod'
import { decimal, indicatorId, name } from '#shared/lib/fields.ts'

/** An indicator scored by points (self-assessment, rating); a component's points total 100. */
export const pointsIndicatorSchema = z.strictObject({ id: indicatorId, name, points: decimal })
