import { z } from 'zod'
import { year } from '#shared/lib/fields.ts'

/** The SHA-256 of a mirror's bytes, in hexadecimal. */
const digest = z.string().regex(/^[0-9a-f]{64}$/)

const mirrored = z.strictObject({
  year,
  title: z.string(),
  digest,
  /** ISO 8601. */
  savedAt: z.string(),
  bytes: z.int(),
})

export type MirroredYear = Readonly<z.infer<typeof mirrored>>

/** An earlier state of a mirror: `2026-12-21T08-00-00.000Z`, and whether the year was removed then. */
const versionName = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z(-removed)?$/)

const version = z.strictObject({ version: versionName, savedAt: z.string(), removed: z.boolean(), bytes: z.int() })

export type MirrorVersion = Readonly<z.infer<typeof version>>

/** The mirror: every year a second time, as an evaluation file in the host's data folder (DESIGN.md, "Where data lives"). */
export const yearsCalls = {
  /** The years mirrored here; a file that cannot be read is left out and stays. Errors: read-only, no-folder. */
  'years.list': {
    input: z.strictObject({}),
    output: z.strictObject({ years: z.array(mirrored) }),
  },
  /** A mirror's text, today's or an earlier version's. Errors: not-found, bad-evaluation (damaged). */
  'years.read': {
    input: z.strictObject({ year, version: versionName.nullable() }),
    output: z.strictObject({ evaluation: z.string(), digest }),
  },
  /**
   * Writes a year's mirror atomically; what was there goes to the history. `base` is the digest of the mirror that the
   * sender last saw (null: none): where another browser or profile has written since, the call is refused unless `force`.
   * Errors: bad-evaluation, changed-elsewhere (details: today's digest), no-space, read-only, no-folder.
   */
  'years.mirror': {
    input: z.strictObject({ evaluation: z.string(), base: digest.nullable(), force: z.boolean() }),
    output: z.strictObject({ digest }),
  },
  /** Earlier states of a year, the newest first. */
  'years.versions': {
    input: z.strictObject({ year }),
    output: z.strictObject({ versions: z.array(version) }),
  },
  /** Takes a year's mirror away into its history: it will not come back by itself. */
  'years.remove': { input: z.strictObject({ year }), output: z.strictObject({}) },
} as const

/** Backups: whole years with their attachments in one `.pingyi` file, locked by a passphrase where one is given. */
export const backupsCalls = {
  /** The file's bytes. Errors: bad-evaluation. */
  'backups.write': {
    input: z.strictObject({ evaluations: z.array(z.string()).min(1).max(100), passphrase: z.string().max(1000) }),
    output: z.instanceof(Uint8Array),
  },
  /**
   * What a backup holds; its attachments are put back beside the others. Errors: not-a-backup, passphrase-needed,
   * wrong-passphrase, bad-evaluation.
   */
  'backups.read': {
    input: z.strictObject({ base64: z.string(), passphrase: z.string().max(1000) }),
    output: z.strictObject({ evaluations: z.array(z.string()), attachments: z.int() }),
  },
} as const
