import { z } from 'zod'
import { scaleSchema } from '#shared/domain/scheme/scheme.ts'
import { count, decimal, groupId, indicatorId, instructorId, meetingId, name, words } from '#shared/lib/fields.ts'
import type { DeepReadonly } from '#shared/lib/readonly.ts'

// What a meeting votes on, settled before the slips are printed (`box create --meeting`). Shape: DESIGN.md.

/** The most slots (slips and paper) of one urn, and the most rows (instructors × indicators) of one ballot. Ours. */
export const MOST_SLOTS = 100_000
/** The same of a hub's box, which is no file that is filled beforehand and written as a whole. Ours. */
export const MOST_HUB_SLOTS = 5_000_000
export const MOST_ROWS = 20_000

/** The most halls of one meeting. Ours. */
export const MOST_HALLS = 99

/** The longest summary behind a name, in UTF-16 units: half a page. */
export const MOST_SUMMARY = 1_200

export const VOID_RULES = ['all-equal'] as const

const groupSchema = z.strictObject({
  id: groupId,
  name,
  /** 印制的测评码条 */
  slips: count,
  /** Slots kept for paper ballots that are keyed in. */
  paper: count.optional(),
  /** The group of the appraised themselves: a ballot marks its author's own row `self`. */
  peers: z.boolean().optional(),
  /** Where this group is counted when too few return; left out: the group with the most slips. */
  mergeInto: groupId.optional(),
})

export const meetingSetUpSchema = z.strictObject({
  id: meetingId,
  title: name,
  scale: scaleSchema,
  indicators: z.array(z.strictObject({ id: indicatorId, name, weight: decimal })).min(1, 'empty'),
  groups: z.array(groupSchema).min(1, 'empty'),
  instructors: z
    .array(
      z.strictObject({
        id: instructorId,
        name,
        unit: words.optional(),
        /** 述职: half a page of the person's year, shown behind the name on the phone. */
        summary: z.string().max(MOST_SUMMARY, 'too-long').optional(),
      }),
    )
    .min(1, 'empty'),
  minGroupBallots: count.min(1, 'out-of-range').default(3),
  /** The most instructors that one ballot may give an option to, in each indicator: 优秀不超过 4 人. */
  limits: z.record(z.string().max(64, 'too-long'), count).optional(),
  voidRules: z.array(z.enum(VOID_RULES)).optional(),
  /** The meeting is held in so many halls, each with a box of its own: none of them opens without the others. */
  halls: count.min(2, 'out-of-range').max(MOST_HALLS, 'out-of-range').optional(),
  /** 意见建议: free words beside the ballot, in a pile of their own; left out: none. */
  suggestions: z.boolean().optional(),
})

export type MeetingSetUp = DeepReadonly<z.infer<typeof meetingSetUpSchema>>
export type SetUpGroup = MeetingSetUp['groups'][number]
export type VoidRule = (typeof VOID_RULES)[number]

/** The slots that a group has in the urn: one for every slip and every paper ballot. */
export function slotsOf(group: SetUpGroup): number {
  return group.slips + (group.paper ?? 0)
}
