import { z } from 'zod'
import { jobFailed, jobId, jobProgress, jobStarted } from './jobs.ts'

/**
 * An archive that was made on this computer: its year and its number among that year's, from 1. No path ever comes from the
 * renderer: the host alone knows where `2026年度归档（2）` lies.
 */
const archiveKey = z.strictObject({ year: z.int().min(1900).max(9999), number: z.int().min(1).max(999) })

/** What an archive office prescribes, as typed; '' where nobody said. `retention` as in `readSettings`: `list=D10`. */
const settings = z.strictObject({
  fonds: z.string().max(100),
  body: z.string().max(100),
  separator: z.string().max(10),
  retention: z.string().max(200),
})

/** As `ArchiveGap`: the words are made by `gapLine`. */
const gap = z.strictObject({
  what: z.string(),
  unit: z.enum(['人', '份', '种', '']),
  names: z.array(z.string()).readonly(),
  everybody: z.boolean().optional(),
})

const personName = z.string().trim().min(1).max(100)

const person = { instructor: z.string(), name: z.string() }
/** As printed, and a grade's id. */
const figures = z.strictObject({ total: z.string().nullable(), grade: z.string().nullable() })
const proposal = z.strictObject({ rank: z.int().nullable(), grade: z.string().nullable() })

const madeArchive = z.strictObject({
  ...archiveKey.shape,
  /** The folder's name. */
  name: z.string(),
  folder: z.string(),
  /** Null where the catalogue cannot be read: `archive.verify` says why. */
  documents: z.int().nullable(),
  pages: z.int().nullable(),
  /** For a 补充卷: the name of the archive that it continues. */
  continues: z.string().nullable(),
})

export type ArchiveKey = Readonly<z.infer<typeof archiveKey>>
export type ArchiveSettingTexts = Readonly<z.infer<typeof settings>>
export type MadeArchive = Readonly<z.infer<typeof madeArchive>>

export const archiveCalls = {
  /** What is missing, what would be made, and where. `evaluation` is the evaluation file's text. Errors: bad-evaluation. */
  'archive.gaps': {
    input: z.strictObject({ evaluation: z.string(), fonds: settings.shape.fonds }),
    output: z.strictObject({ gaps: z.array(gap), documents: z.int(), folder: z.string() }),
  },
  /**
   * Starts making the archive in a folder of its own that the host chooses; an archive that lies there is never touched. What
   * is missing is written into it. Errors: bad-evaluation, bad-request (settings that cannot be), busy.
   */
  'archive.create': {
    input: z.strictObject({
      evaluation: z.string(),
      settings,
      /** The sample year (示例年度): every page says so. */
      sample: z.boolean().optional(),
      /** A 补充卷 to the archive of that number, and why (复核理由). Then also errors: not-found, damaged, exists, nothing-changed. */
      supplement: z.strictObject({ number: archiveKey.shape.number, reason: z.string().min(1).max(5000) }).optional(),
    }),
    output: jobStarted,
  },
  /**
   * What was corrected since an archive was made, and what follows for others. Errors: bad-evaluation, not-found, damaged
   * (details: what), exists (a 补充卷 continues it already), nothing-changed, busy, disk.
   */
  'archive.correction': {
    input: z.strictObject({ evaluation: z.string(), number: archiveKey.shape.number }),
    output: z.strictObject({
      changes: z.array(z.strictObject({ ...person, before: figures, after: figures })),
      effects: z.array(z.strictObject({ ...person, before: proposal, after: proposal })),
      /** Names of files attached since. */
      attached: z.array(z.string()),
    }),
  },
  'archive.cancel': { input: z.strictObject({ job: jobId }), output: z.strictObject({}) },
  /** The year's archives on this computer, oldest first. */
  'archive.list': {
    input: z.strictObject({ year: archiveKey.shape.year }),
    output: z.strictObject({ archives: z.array(madeArchive) }),
  },
  /** An archive's data as it lies there, to be looked at; nothing is changed. Errors: not-found. */
  'archive.read': {
    input: archiveKey,
    output: z.strictObject({ evaluation: z.string(), catalogue: z.string() }),
  },
  /** How long the documents of every archive on this computer are kept, by retention; `due`: ISO, null for permanently. */
  'archive.due': {
    input: z.strictObject({}),
    output: z.strictObject({
      series: z.array(
        z.strictObject({
          ...archiveKey.shape,
          name: z.string(),
          retention: z.string(),
          due: z.string().nullable(),
          documents: z.int(),
          from: z.string(),
          to: z.string(),
        }),
      ),
      /** Where files are left that a destruction's record says are gone. */
      unfinished: z.array(z.strictObject({ ...archiveKey.shape, name: z.string(), files: z.int() })),
    }),
  },
  /** The documents of an archive that may be destroyed today. Errors: not-found. */
  'archive.dueDocuments': {
    input: archiveKey,
    output: z.strictObject({
      documents: z.array(
        z.strictObject({
          ...{ number: z.string(), title: z.string(), pages: z.int() },
          ...{ retention: z.string(), due: z.string() },
        }),
      ),
    }),
  },
  /**
   * Destroys documents that are due, by their reference numbers: a record and a register (销毁清册) stay. `left`: files that
   * could not be deleted yet. Errors: not-found, damaged (details: what), bad-request, busy, no-space, read-only, no-folder, disk.
   */
  'archive.destroy': {
    input: z.strictObject({
      ...archiveKey.shape,
      documents: z.array(z.string().max(200)).min(1).max(100_000),
      opinion: z.string().min(1).max(5000),
      appraisers: z.array(personName).min(1).max(20),
      approver: personName,
      supervisors: z.tuple([personName, personName]),
    }),
    output: z.strictObject({ documents: z.int(), digest: z.string(), left: z.int() }),
  },
  /** Deletes what a destruction that was interrupted left. Errors as above. */
  'archive.finishDestruction': { input: archiveKey, output: z.strictObject({ left: z.int() }) },
  /** Checks every byte, the catalogue and the scores anew. Errors: not-found, read-only, no-folder, disk, busy. */
  'archive.verify': {
    input: archiveKey,
    output: z.strictObject({
      /** What is not as it was made, a line each; at most 200 of `faults`. None: all is well. */
      lines: z.array(z.string()),
      faults: z.int(),
      files: z.int(),
      /** Null where damage kept the catalogue, or the scores, from being checked. */
      documents: z.int().nullable(),
      people: z.int().nullable(),
      /** The archives before a 补充卷 that were verified with it; null where the one that it continues is not beside it. */
      chain: z.array(z.string()).nullable(),
      /** What was destroyed with a record; `data`: the year's data too, so that nothing can be scored anew. */
      destroyed: z.strictObject({ documents: z.int(), data: z.boolean(), digest: z.string().nullable() }).nullable(),
      /** The manifest's SHA-256, to be held against the one written down when the archive was made. */
      digest: z.string().nullable(),
    }),
  },
  /** Shows an archive in the system's file manager, where the host can (`can.reveal`). */
  'archive.reveal': { input: archiveKey, output: z.strictObject({}) },
} as const

export const archiveEvents = {
  'archive.progress': jobProgress,
  'archive.finished': z.strictObject({ job: jobId, archive: madeArchive, digest: z.string() }),
  /** Nothing is left of an archive that was not finished; it is never resumable. */
  'archive.failed': jobFailed,
} as const
