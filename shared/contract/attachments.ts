import { z } from 'zod'
import { MOST_ATTACHMENT_BYTES } from '#shared/domain/self/attachment-kinds.ts'

/** The SHA-256 of a file's bytes, in hexadecimal. */
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
// Not z.base64(): its expression runs out of stack on a large file.
const base64 = z
  .string()
  .max(Math.ceil(MOST_ATTACHMENT_BYTES / 3) * 4)
  .refine(text => text.length % 4 === 0 && !/[^A-Za-z0-9+/=]/.test(text), 'not base64')

// Files that belong to records (summaries, scans, evidence), kept in the host's data folder under their hash. A record names
// the hash; the host knows no names. Nothing is ever opened here, and no path crosses.

export const attachmentsCalls = {
  /** Keeps a file; the same content twice is one file. Errors: not-a-document, no-space, read-only, no-folder. */
  'attachments.put': {
    input: z.strictObject({ name: z.string().min(1).max(255), base64 }),
    output: z.strictObject({ sha256, size: z.int() }),
  },
  /** A kept file's bytes, checked against its hash. Errors: not-found, attachment-damaged. */
  'attachments.read': { input: z.strictObject({ sha256 }), output: z.instanceof(Uint8Array) },
} as const
