import { z } from 'zod'
import { MOST_HALLS, MOST_SUMMARY, VOID_RULES } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import { componentId, count, date, groupId, instructorId, meetingId, name, words } from '#shared/lib/fields.ts'
import type { DeepReadonly } from '#shared/lib/readonly.ts'

// A meeting as the office prepares and holds it (会务): everything that is not a vote. One of the evaluation file's
// `plans`; after the count it and the box's counts make the `Meeting`. Words: FORMS.md. Nothing here is secret, no
// passphrase, no code, no mark.

const shortWords = z.string().max(500, 'too-long')

/** Somebody who is to come. `instructor`: this is a person of the roster; left out, told by name and unit. */
const attendeeSchema = z.strictObject({ name, unit: words.optional(), instructor: instructorId.optional() })

/** What was counted at the doors and desks; each left out until somebody counted it. */
const numbersSchema = z.strictObject({
  /** 实到 */
  attended: count.optional(),
  /** 补发: slips drawn again for a lost one; 发出 = 实到 + 补发. */
  spare: count.optional(),
  /** 剩余: slips and paper ballots left over, their corners cut. */
  leftover: count.optional(),
  /** 印制 of all halls together, where there are several: what this plan printed is one hall's only. */
  printed: count.optional(),
})

/** Why a line of the reconciliation does not balance. Source: FORMS.md 清点, the list is ours. */
export const RECONCILIATION_GAPS = [
  'attended-over-expected',
  'issued-over-printed',
  'leftover',
  'not-returned',
] as const

const planGroupSchema = z.strictObject({
  id: groupId,
  /** 应到 */
  expected: count,
  /** Slips to print, spare ones included. */
  slips: count,
  /** Paper ballots to print: as many can be keyed in. */
  paper: count,
  mergeInto: groupId.optional(),
  attendance: z.array(attendeeSchema).optional(),
  numbers: numbersSchema.optional(),
  /** The words chosen for what does not balance. */
  justifications: z.array(z.strictObject({ gap: z.enum(RECONCILIATION_GAPS), words: name })).optional(),
})

/** 总监票人 · 监票人 · 计票人. */
export const ROLES = ['chief-teller', 'teller', 'counter'] as const

export const meetingPlanSchema = z.strictObject({
  id: meetingId,
  /** May be left out where the scheme has one ballot component. */
  component: componentId.optional(),
  round: count.min(1, 'out-of-range'),
  title: name,
  date: date.optional(),
  /** As it stands on the notice: 下午2:00. */
  time: shortWords.optional(),
  place: words.optional(),
  groups: z.array(planGroupSchema).min(1, 'empty'),
  /** Who is appraised, in the order of the ballot. */
  instructors: z.array(instructorId),
  /** How `instructors` was put in order; `own`: by hand. */
  order: z.enum(['strokes', 'roster', 'own']),
  limits: z.record(z.string().max(64, 'too-long'), count).optional(),
  voidRules: z.array(z.enum(VOID_RULES)).optional(),
  roles: z.array(z.strictObject({ role: z.enum(ROLES), name })).optional(),
  /** What goes on the wall: which Wi-Fi, which address; `fixed`: the address is printed on the slips, too. */
  station: z
    .strictObject({
      wifi: shortWords.optional(),
      address: z.string().max(253, 'too-long').optional(),
      port: count.max(65_535, 'out-of-range').optional(),
      fixed: z.boolean().optional(),
    })
    .optional(),
  /** How paper ballots are counted: keyed in through the urn, or called out (唱票). */
  paperCount: z.enum(['key-in', 'called-out']),
  suggestions: z.boolean().optional(),
  /** 会场数: held in so many halls, each with a box of its own; left out: one. */
  halls: count.min(2, 'out-of-range').max(MOST_HALLS, 'out-of-range').optional(),
  /** 述职: half a page of each person's year, behind the name on the phone and in the printed collection. */
  summaries: z
    .array(z.strictObject({ instructor: instructorId, text: z.string().max(MOST_SUMMARY, 'too-long') }))
    .optional(),
  /** Why the meeting is held although fewer than two thirds came; printed. */
  attendanceReason: name.optional(),
  /** What the chief teller has written down: 码条称已投过票, 纸质票有疑义 … */
  incidents: z.array(z.strictObject({ group: groupId.optional(), words: name, settled: words.optional() })).optional(),
  /**
   * This computer's box was opened elsewhere, with the other halls' or by the computer that took over: of how many boxes the
   * result is, and of how many ballots.
   */
  openedElsewhere: z.strictObject({ boxes: count, returned: count }).optional(),
  /** A further round: of which meeting, and why. */
  again: z.strictObject({ of: meetingId, reason: name }).optional(),
})

export type MeetingPlan = DeepReadonly<z.infer<typeof meetingPlanSchema>>
export type PlanGroup = MeetingPlan['groups'][number]
export type PlanNumbers = NonNullable<PlanGroup['numbers']>
export type Attendee = NonNullable<PlanGroup['attendance']>[number]
export type ReconciliationGap = (typeof RECONCILIATION_GAPS)[number]
export type Role = (typeof ROLES)[number]
