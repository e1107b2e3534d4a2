import { z } from 'zod'
import { count, name } from '#shared/lib/fields.ts'
import type { DeepReadonly } from '#shared/lib/readonly.ts'

/** The most files that one record holds. */
export const MOST_ATTACHMENTS = 50

/**
 * A file that belongs to a record (a summary as it came, a scan, evidence): its own name and size in bytes. The content is
 * kept by the host under its SHA-256, so that a file that differs by one bit is another file.
 */
export const attachmentSchema = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'not-an-id'),
  name,
  size: count,
})

export const attachmentsSchema = z.array(attachmentSchema).max(MOST_ATTACHMENTS, 'too-long')

export type Attachment = DeepReadonly<z.infer<typeof attachmentSchema>>

/** The attachments with one more at the end; a content that is there already is not added again. */
export function withAttachment(attachments: readonly Attachment[], added: Attachment): readonly Attachment[] {
  return attachments.some(each => each.sha256 === added.sha256) ? attachments : [...attachments, added]
}
