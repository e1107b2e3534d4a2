import { z } from 'zod'
import { jobFailed, jobId, jobProgress, jobStarted } from './jobs.ts'

const unfinishedJob = z.strictObject({ job: jobId, year: z.int(), done: z.int(), total: z.int(), folder: z.string() })

export type UnfinishedJob = Readonly<z.infer<typeof unfinishedJob>>

/** So many sheets are bound into one file: what a worker holds in memory is one volume, and a printer takes it. */
export const SHEETS_A_VOLUME = 500

/** Printing sheets: a job in the host that reports its progress and can be cancelled. */
export const sheetsCalls = {
  /**
   * Starts a job. `evaluation` is the evaluation file's text (the host reads and checks it again: it trusts nobody);
   * `forms` are form ids, `instructors` the people to print, null for all. Errors: bad-evaluation, missing-glyphs (one
   * line per person), busy (another job runs), no-space, read-only, no-folder.
   */
  'sheets.start': {
    input: z.strictObject({
      evaluation: z.string(),
      forms: z.array(z.string().max(64)).min(1),
      instructors: z.array(z.string().max(64)).nullable(),
      /** The sample year (示例年度): every page says so. */
      sample: z.boolean().optional(),
      /** All sheets in one PDF with an outline, in volumes where they are more than `SHEETS_A_VOLUME`, instead of a file each. */
      bound: z.boolean().optional(),
      /** The forms that are notices also come as Word (.docx), beside their PDFs. */
      word: z.boolean().optional(),
    }),
    output: jobStarted,
  },
  /** Ends the job when the sheets in work are finished; it can be resumed, also after the app was closed. Then `sheets.paused`. */
  'sheets.pause': { input: z.strictObject({ job: jobId }), output: z.strictObject({}) },
  /**
   * Goes on with the job that was paused, or ended by a full disk, a closed app, a crash: the same data, the same files; what
   * lies there whole is not printed again. Errors: not-found (nothing to resume), busy.
   */
  'sheets.resume': { input: z.strictObject({}), output: z.strictObject({ job: jobId, total: z.int() }) },
  /** The job that could be resumed, null where there is none or it is at work. */
  'sheets.unfinished': { input: z.strictObject({}), output: z.strictObject({ job: unfinishedJob.nullable() }) },
  /** Forgets the job that could be resumed; its finished files stay. */
  'sheets.discard': { input: z.strictObject({}), output: z.strictObject({}) },
  'sheets.cancel': { input: z.strictObject({ job: jobId }), output: z.strictObject({}) },
  /** One finished file's bytes, by its index in the finished job's list: no path ever comes from the renderer. */
  'sheets.read': {
    input: z.strictObject({ job: jobId, index: z.int().min(0) }),
    output: z.instanceof(Uint8Array),
  },
  /** Opens one finished file in the system's own program for it, where the host can (`can.open`). */
  'sheets.open': {
    input: z.strictObject({ job: jobId, index: z.int().min(0) }),
    output: z.strictObject({}),
  },
  /** Somebody is about to print or preview: the host starts what that takes, and has it warm up while nothing is asked for. */
  'sheets.prepare': { input: z.strictObject({}), output: z.strictObject({}) },
  /**
   * Lays out a choice without writing it: the sheets in order, to be fetched one by one. The latest preview counts; an
   * earlier one is gone. Errors as `sheets.start`, but for the disk's.
   */
  'sheets.preview': {
    input: z.strictObject({
      evaluation: z.string(),
      forms: z.array(z.string().max(64)).min(1),
      instructors: z.array(z.string().max(64)).nullable(),
      sample: z.boolean().optional(),
    }),
    output: z.strictObject({
      preview: jobId,
      sheets: z.array(z.strictObject({ form: z.string(), instructor: z.string().nullable(), file: z.string() })),
    }),
  },
  /** One previewed sheet's PDF, by its index: the very bytes that `sheets.start` writes. Errors: not-found, internal. */
  'sheets.previewed': {
    input: z.strictObject({ preview: jobId, index: z.int().min(0) }),
    output: z.instanceof(Uint8Array),
  },
  /** Shows the finished job's folder in the system's file manager. */
  'sheets.reveal': { input: z.strictObject({ job: jobId }), output: z.strictObject({}) },
} as const

const printedSheet = z.strictObject({
  /** Null for a file that holds many. */
  form: z.string().nullable(),
  instructor: z.string().nullable(),
  /** Relative to the job's folder. */
  file: z.string(),
  pages: z.int(),
})

export type PrintedSheet = Readonly<z.infer<typeof printedSheet>>

/** A file of a finished job; a Word file's pages are only known to the program that shows it. */
const finishedFile = z.strictObject({ ...printedSheet.shape, pages: z.int().nullable() })

export type FinishedFile = Readonly<z.infer<typeof finishedFile>>

export const sheetsEvents = {
  'sheets.progress': jobProgress,
  'sheets.finished': z.strictObject({ job: jobId, folder: z.string(), files: z.array(finishedFile) }),
  'sheets.paused': unfinishedJob,
  /** What was finished before stays in the folder; the rest of a resumable job is printed by `sheets.resume`. */
  'sheets.failed': jobFailed,
} as const
