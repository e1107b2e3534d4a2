import { z } from 'zod'
import { year } from '#shared/lib/fields.ts'
import type { DeepReadonly } from '#shared/lib/readonly.ts'
import { answersSchema } from './answer-cells.ts'
import { REPORT_STATES } from './report-exchange.ts'
import { reportFormSchema } from './report-form.ts'

// What the office's app and the hub say to each other. The office's key travels in a header.

export const OFFICE_PATHS = {
  check: 'office/check',
  publish: 'office/publish',
  fetch: 'office/fetch',
  file: 'office/file',
  return: 'office/return',
  remove: 'office/remove',
} as const

/** The largest body of the office: a thousand forms with what is known. */
export const MOST_OFFICE_BYTES = 32 * 1024 * 1024
/** The most links of one year: unions and people. */
export const MOST_LINKS = 5_000

/** `reportKey` of a form. */
const key = z.string().min(1).max(1_000)
/** A token's SHA-256 in hex: the hub never holds a token. */
const tokenHash = z.string().regex(/^[0-9a-f]{64}$/)

export const publishSchema = z.strictObject({
  year,
  /** Whether links that were made elsewhere may be replaced: they are void then. */
  renew: z.boolean(),
  links: z
    .array(z.strictObject({ key, token: tokenHash, form: reportFormSchema }))
    .min(1)
    .max(MOST_LINKS)
    .refine(links => new Set(links.map(link => link.key)).size === links.length, 'duplicate'),
})
export type Publish = DeepReadonly<z.infer<typeof publishSchema>>

export const fetchSchema = z.strictObject({ year })

/** One of the files that a submitted report names, by its SHA-256 in hex. */
export const fileSchema = z.strictObject({ year, key, sha256: z.string().regex(/^[0-9a-f]{64}$/) })
export type FileOf = DeepReadonly<z.infer<typeof fileSchema>>

export const returnSchema = z.strictObject({ year, key, revision: z.int().min(0), reason: z.string().min(1).max(500) })
export type Return = DeepReadonly<z.infer<typeof returnSchema>>

export const removeSchema = z.strictObject({ year, keys: z.array(key).min(1).max(MOST_LINKS) })
export type Remove = DeepReadonly<z.infer<typeof removeSchema>>

const moment = z.iso.datetime()

const standing = z.strictObject({
  key,
  state: z.enum(REPORT_STATES),
  revision: z.int().min(0),
  /** People that are done, and of how many. */
  done: z.int(),
  people: z.int(),
  at: moment.nullable(),
  reason: z.string(),
})

/** How one link stands, for the board. */
export type ReportStanding = DeepReadonly<z.infer<typeof standing>>
export const reportStandingSchema: z.ZodType<ReportStanding> = standing

const entry = standing.extend({
  submitted: z.strictObject({ form: reportFormSchema, answers: answersSchema }).nullable(),
})

/** The same with the answers, of what was submitted only. */
export type ReportEntry = DeepReadonly<z.infer<typeof entry>>
export const reportEntrySchema: z.ZodType<ReportEntry> = entry

export const officeReplySchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('done') }),
  z.strictObject({ status: z.literal('fetched'), reports: z.array(reportEntrySchema).readonly() }),
  z.strictObject({ status: z.literal('changed') }),
  /** Another computer of the office published these; nothing was done. */
  z.strictObject({ status: z.literal('other-links') }),
  z.strictObject({
    status: z.literal('refused'),
    reason: z.enum(['wrong-key', 'busy', 'bad-request', 'storage']),
  }),
])
export type OfficeReply = DeepReadonly<z.infer<typeof officeReplySchema>>
