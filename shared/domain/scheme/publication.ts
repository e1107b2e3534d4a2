import { z } from 'zod'
import { date, name, words } from '#shared/lib/fields.ts'
import type { DeepReadonly } from '#shared/lib/readonly.ts'
import { schemeSchema } from './scheme.ts'

// How the scheme was made known (发布): published = locked. What was done to the lock is kept with its reason; a scheme
// that was replaced after a count is kept whole, so that both results can be shown.

const actSchema = z.strictObject({
  date,
  by: name,
  action: z.enum(['publish', 'unlock', 'version']),
  reason: words.optional(),
  /** The minutes (会议纪要) that decided it, by number. */
  minute: words.optional(),
})

const versionSchema = z.strictObject({
  /** The scheme as it stood until then. */
  scheme: schemeSchema,
  until: date,
  by: name,
  reason: name,
  minute: name,
})

export const publicationSchema = z.strictObject({
  /** While the scheme is published; gone again when it was unlocked. */
  publishedOn: date.optional(),
  by: name.optional(),
  /** Append-only, oldest first. */
  history: z.array(actSchema),
  /** Schemes replaced after a count, oldest first. */
  versions: z.array(versionSchema).optional(),
})

export type Publication = DeepReadonly<z.infer<typeof publicationSchema>>
export type PublicationAct = Publication['history'][number]
export type SchemeVersion = NonNullable<Publication['versions']>[number]
