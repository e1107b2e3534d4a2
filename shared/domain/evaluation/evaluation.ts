import { z } from 'zod'
import { meetingSchema } from '#shared/domain/ballot/meeting.ts'
import { decisionSchema } from '#shared/domain/decision/decision.ts'
import { ratingSchema } from '#shared/domain/rating/rating.ts'
import { instructorSchema } from '#shared/domain/roster/instructor.ts'
import { schemeSchema } from '#shared/domain/scheme/scheme.ts'
import { selfSchema } from '#shared/domain/self/self.ts'
import { date, name, words, year } from '#shared/lib/fields.ts'
import type { DeepReadonly } from '#shared/lib/readonly.ts'

export const EVALUATION_FORMAT = 'pingyi/evaluation'
export const EVALUATION_VERSION = 1

/** A whole year: the mirror, the backup, the archive's data and the command's input. Source: SCORING.md. */
export const evaluationSchema = z.strictObject({
  format: z.literal(EVALUATION_FORMAT),
  version: z.literal(EVALUATION_VERSION),
  year,
  title: name,
  organiser: words,
  scheme: schemeSchema,
  instructors: z.array(instructorSchema),
  self: z.array(selfSchema).default([]),
  meetings: z.array(meetingSchema).default([]),
  ratings: z.array(ratingSchema).default([]),
  decisions: z.array(decisionSchema).default([]),
  /** The year is finished (结档): read-only from here on, until somebody opens it again with a reason. */
  closed: z.strictObject({ date, by: words, reason: words.optional() }).optional(),
})

export type Evaluation = DeepReadonly<z.infer<typeof evaluationSchema>>
