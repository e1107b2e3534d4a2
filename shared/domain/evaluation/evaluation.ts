import { z } from 'zod'
import { meetingSchema } from '#shared/domain/ballot/meeting.ts'
import { meetingPlanSchema } from '#shared/domain/ballot/plan/meeting-plan.ts'
import { suggestionSchema } from '#shared/domain/ballot/suggestion/suggestion.ts'
import { attachedSchema } from '#shared/domain/decision/attached.ts'
import { calendarSchema } from '#shared/domain/decision/calendar.ts'
import { decisionSchema } from '#shared/domain/decision/decision.ts'
import { noticeSchema } from '#shared/domain/decision/notice.ts'
import { mergerSchema } from '#shared/domain/rating/merger.ts'
import { ratingSchema } from '#shared/domain/rating/rating.ts'
import { instructorSchema } from '#shared/domain/roster/instructor.ts'
import { publicationSchema } from '#shared/domain/scheme/publication.ts'
import { schemeSchema } from '#shared/domain/scheme/scheme.ts'
import { deadlinesSchema } from '#shared/domain/self/deadlines.ts'
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
  publication: publicationSchema.optional(),
  instructors: z.array(instructorSchema),
  deadlines: deadlinesSchema.optional(),
  self: z.array(selfSchema).default([]),
  /** Meetings as they are prepared and held; what was counted stands in `meetings`. */
  plans: z.array(meetingPlanSchema).optional(),
  meetings: z.array(meetingSchema).default([]),
  /** 意见建议 that a teller released, and what became of each (件件有着落). */
  suggestions: z.array(suggestionSchema).optional(),
  ratings: z.array(ratingSchema).default([]),
  /** Unions that became one in the course of the year (合并单位), in the order in which they did. */
  mergers: z.array(mergerSchema).min(1, 'empty').optional(),
  decisions: z.array(decisionSchema).default([]),
  notices: z.array(noticeSchema).optional(),
  calendar: calendarSchema.optional(),
  /** Signed scans and documents from elsewhere, which are archived with the year. */
  attached: z.array(attachedSchema).optional(),
  /** The year is finished (结档): read-only from here on, until somebody opens it again with a reason. */
  closed: z.strictObject({ date, by: words, reason: words.optional() }).optional(),
})

export type Evaluation = DeepReadonly<z.infer<typeof evaluationSchema>>
