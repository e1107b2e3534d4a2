import { z } from 'zod'
import { date, name, sourceId } from '#shared/lib/fields.ts'
import type { DeepReadonly } from '#shared/lib/readonly.ts'

/**
 * Unions of one source that became one in the course of the year: what they still had to rate falls to `into`. Of a source
 * that the scheme does not have it says nothing.
 */
export const mergerSchema = z.strictObject({
  date,
  source: sourceId,
  /** The unions by the names under which they rated. */
  from: z.array(name).min(1, 'empty'),
  into: name,
  /** The posting (派驻区/产业) that now stands for it; left out where people's postings stayed as they were. */
  posting: name.optional(),
})

export type UnionMerger = DeepReadonly<z.infer<typeof mergerSchema>>
