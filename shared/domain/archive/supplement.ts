import { z } from 'zod'
import { failure, type Result, success } from '#shared/lib/result.ts'

// data/supplement.json: what a 补充卷 continues and what it corrects. The archive that it continues is never touched.

const FORMAT = 'pingyi/supplement'
const VERSION = 1

const text = z.string().max(20_000)
const figures = z.strictObject({
  /** As printed; null where the person was blocked. */
  total: text.nullable(),
  /** The decided grade's id, or the proposed one's where none was decided. */
  grade: text.nullable(),
})

const schema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  year: z.int(),
  /** The archive before this one, which may be a supplement itself. */
  continues: z.strictObject({
    /** Its folder's name when this was made. */
    folder: text,
    /** SHA-256 of its manifest, 64 hex digits. */
    digest: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  /** 复核理由 */
  reason: text,
  /** The day of archiving, ISO. */
  date: z.iso.date(),
  /** The last 件号 of each retention before this supplement. */
  lastItems: z.record(text, z.int().min(1)),
  changes: z.array(z.strictObject({ instructor: text, name: text, before: figures, after: figures })),
})

export type Supplement = z.infer<typeof schema>
export type SupplementChange = Supplement['changes'][number]

/** The text of data/supplement.json; the same supplement gives the same bytes. */
export function writeSupplement(supplement: Omit<Supplement, 'format' | 'version'>): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, ...supplement }, null, 2)}\n`
}

/** The supplement in a file's text; why it is none. */
export function readSupplement(content: string): Result<Supplement, 'not-a-supplement'> {
  try {
    const parsed = schema.safeParse(JSON.parse(content))
    return parsed.success ? success(parsed.data) : failure('not-a-supplement')
  } catch {
    return failure('not-a-supplement')
  }
}
