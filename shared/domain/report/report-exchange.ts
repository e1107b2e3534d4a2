import { z } from 'zod'
import type { DeepReadonly } from '#shared/lib/readonly.ts'
import { answersSchema } from './answer-cells.ts'
import { reportFormSchema } from './report-form.ts'

// What the reporting page and the hub say to each other. The link's token travels in a header, never in an address.

/** How a report stands: 未打开 · 填写中 · 已提交 · 已退回. */
export const REPORT_STATES = ['unopened', 'filling', 'submitted', 'returned'] as const
export type ReportState = (typeof REPORT_STATES)[number]

/** The paths that the page posts to, relative to it, so that a proxy may put it anywhere. */
export const REPORT_PATHS = {
  open: 'report/open',
  save: 'report/save',
  submit: 'report/submit',
  file: 'report/file',
  read: 'report/read',
  book: 'report/book',
} as const

/** The largest bodies, in bytes: typed answers (a whole city's), an Excel form. */
export const MOST_ANSWER_BYTES = 4 * 1024 * 1024
export const MOST_UPLOAD_BYTES = 8 * 1024 * 1024

/** A link's secret: 24 random bytes as base64url. */
export const TOKEN = /^[A-Za-z0-9_-]{32}$/

/** Tells one save or submit from any other: a second try after a lost answer is the same one. */
const attempt = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/)
const revision = z.int().min(0)
/** A moment, UTC: `2026-11-28T06:05:00.000Z`. */
const moment = z.iso.datetime()

/** A report as whoever holds its link sees it. */
export const reportViewSchema = z.strictObject({
  form: reportFormSchema,
  state: z.enum(REPORT_STATES),
  /** Goes up by one with each save, submit and return. */
  revision,
  answers: answersSchema,
  /** The attempt that made this revision; '' where it was not a page's. */
  attempt: z.string(),
  /** When this revision was made; null before the first. */
  at: moment.nullable(),
  /** Why the office gave it back; '' where it did not. */
  reason: z.string(),
})
export type ReportView = DeepReadonly<z.infer<typeof reportViewSchema>>

export const saveSchema = z.strictObject({ base: revision, attempt, answers: answersSchema })
export type Save = DeepReadonly<z.infer<typeof saveSchema>>

export const submitSchema = z.strictObject({ base: revision, attempt })
export type Submit = DeepReadonly<z.infer<typeof submitSchema>>

/**
 * Why nothing was done: unknown link, too often, not understood, not readable, submitted already, no room for more files,
 * or the hub's own storage.
 */
export const REPORT_REFUSALS = [
  'unknown-link',
  'busy',
  'bad-request',
  'bad-workbook',
  'closed',
  'full',
  'storage',
] as const
export type ReportRefusal = (typeof REPORT_REFUSALS)[number]

const refusedSchema = z.strictObject({
  status: z.literal('refused'),
  reason: z.enum(REPORT_REFUSALS),
  /** What is wrong with a file, in words. */
  words: z.string().optional(),
})

const openedSchema = z.strictObject({ status: z.literal('open'), view: reportViewSchema })
/** Kept on the disk of the hub. */
const savedSchema = z.strictObject({ status: z.enum(['saved', 'submitted']), revision, at: moment })
/** Somebody else was first (another window, a submit, the office): nothing was changed, this is how it stands. */
const elsewhereSchema = z.strictObject({ status: z.literal('elsewhere'), view: reportViewSchema })
/** Something filled in is wrong: nothing was submitted. */
const faultySchema = z.strictObject({ status: z.literal('faulty') })

export const openReplySchema = z.discriminatedUnion('status', [openedSchema, refusedSchema])
export const saveReplySchema = z.discriminatedUnion('status', [savedSchema, elsewhereSchema, refusedSchema])
export const submitReplySchema = z.discriminatedUnion('status', [
  savedSchema,
  elsewhereSchema,
  faultySchema,
  refusedSchema,
])
/** An Excel form as it was understood: what it fills in, and what needs a person, in words. */
export const uploadReplySchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('read'), answers: answersSchema, problems: z.array(z.string()) }),
  refusedSchema,
])

/** A file that the hub keeps now; it is handed in once the answers name it (`fileCell`). */
export const fileReplySchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('stored'), sha256: z.string().regex(/^[0-9a-f]{64}$/), size: z.int().min(1) }),
  refusedSchema,
])

export type OpenReply = DeepReadonly<z.infer<typeof openReplySchema>>
export type SaveReply = DeepReadonly<z.infer<typeof saveReplySchema>>
export type SubmitReply = DeepReadonly<z.infer<typeof submitReplySchema>>
export type UploadReply = DeepReadonly<z.infer<typeof uploadReplySchema>>
export type FileReply = DeepReadonly<z.infer<typeof fileReplySchema>>
export type RefusedReply = Extract<SaveReply, { status: 'refused' }>

/** Nothing was done, and why. */
export function refusedReport(reason: ReportRefusal, words?: string): RefusedReply {
  return { status: 'refused', reason, ...(words !== undefined && { words }) }
}
