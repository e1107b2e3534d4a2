import { z } from 'zod'
import {
  componentId,
  count,
  date,
  groupId,
  indicatorId,
  instructorId,
  meetingId,
  name,
  words,
} from '#shared/lib/fields.ts'
import type { DeepReadonly } from '#shared/lib/readonly.ts'

// A meeting (民主测评会) after the count: counts only, nothing smaller. Shapes: SCORING.md; words: FORMS.md.

const meetingGroupSchema = z.strictObject({
  id: groupId,
  /** 应到 */
  expected: count,
  /** 实到 */
  attended: count,
  /** 印制 */
  printed: count,
  /** 发出 */
  issued: count,
  /** 收回 */
  returned: count,
  /** 无效(整票) */
  void: count,
  /** The group this one's ballots were counted into, being too few to stand alone. */
  mergedInto: groupId.optional(),
  /** Why this group's whole vote is void, e.g. 收回多于发出. */
  voided: name.optional(),
})

const tallySchema = z.strictObject({
  instructor: instructorId,
  group: groupId,
  indicator: indicatorId,
  /** Marks per option id, or per number on a points scale; an option left out has none. */
  marks: z.record(z.string().max(64, 'too-long'), count),
  abstain: count,
  invalid: count,
  /** Rows that a peers ballot marked as its author's own. */
  self: count.default(0),
})

export const meetingSchema = z.strictObject({
  id: meetingId,
  /** May be left out where the scheme has one ballot component. */
  component: componentId.optional(),
  round: count.min(1, 'out-of-range').default(1),
  date: date.optional(),
  place: words.optional(),
  /** The counts came on paper from elsewhere and were keyed in by hand: no box of ours stands behind them. */
  keyed: z.literal(true).optional(),
  groups: z.array(meetingGroupSchema),
  tallies: z.array(tallySchema),
})

export type Meeting = DeepReadonly<z.infer<typeof meetingSchema>>
export type MeetingGroup = Meeting['groups'][number]
export type Tally = Meeting['tallies'][number]
