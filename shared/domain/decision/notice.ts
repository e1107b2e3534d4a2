import { z } from 'zod'
import { date, instructorId, name, words } from '#shared/lib/fields.ts'
import type { DeepReadonly } from '#shared/lib/readonly.ts'

// What follows a decision: it is put up for the public to object (公示), told to each person (结果通知), and reviewed
// where somebody asks for it (复核). What a review changes is a new decision, not written here.

/** What somebody told during a public notice. `by` is left out where the person does not want to be named. */
const objectionSchema = z.strictObject({
  date,
  by: words.optional(),
  /** Who of the people put up it is about; left out: the notice as a whole. */
  about: instructorId.optional(),
  text: name,
  /** What came of looking into it, in words; both or neither of the next two. */
  outcome: name.optional(),
  decidedOn: date.optional(),
})

const noticeBase = { id: z.string().min(1, 'empty').max(64, 'too-long') }

/** 公示: candidates for the top grade only, never a low grade (FORMS.md; 个人信息保护法 art. 25). */
const publicSchema = z.strictObject({
  ...noticeBase,
  kind: z.literal('public'),
  from: date,
  to: date,
  people: z.array(instructorId).min(1, 'empty'),
  /** Where to object. */
  office: words.optional(),
  phone: words.optional(),
  address: words.optional(),
  objections: z.array(objectionSchema),
})

/** 结果通知: served on `date`; from then runs the time to ask for a review. */
const resultSchema = z.strictObject({ ...noticeBase, kind: z.literal('result'), date })

/** 复核: what a person asked for, and what came of it. `decidedOn` is left out while it is open. */
const reviewSchema = z.strictObject({
  ...noticeBase,
  kind: z.literal('review'),
  instructor: instructorId,
  date,
  text: name,
  outcome: name.optional(),
  decidedOn: date.optional(),
  /** Who reviewed: never who had decided. */
  by: words.optional(),
})

export const noticeSchema = z.discriminatedUnion('kind', [publicSchema, resultSchema, reviewSchema])

export type Notice = DeepReadonly<z.infer<typeof noticeSchema>>
export type PublicNotice = Extract<Notice, { kind: 'public' }>
export type ResultNotice = Extract<Notice, { kind: 'result' }>
export type ReviewRequest = Extract<Notice, { kind: 'review' }>
export type Objection = PublicNotice['objections'][number]

/** The public notices, in the order of the record. */
export function publicNotices(notices: readonly Notice[]): readonly PublicNotice[] {
  return notices.filter(notice => notice.kind === 'public')
}

/** The requests for a review, in the order of the record. */
export function reviewRequests(notices: readonly Notice[]): readonly ReviewRequest[] {
  return notices.filter(notice => notice.kind === 'review')
}

/** The day on which the results were served: the first, as the time to ask for a review runs from there. */
export function resultNotice(notices: readonly Notice[]): ResultNotice | undefined {
  return notices.find(notice => notice.kind === 'result')
}
