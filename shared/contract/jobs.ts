import { z } from 'zod'

// What every job of the host tells: sheets that are printed, an archive that is made.

export const jobId = z.string().regex(/^[a-z0-9-]{1,64}$/)

/** The answer to a start: `total` steps, as far as they are known yet. */
export const jobStarted = z.strictObject({ job: jobId, total: z.int() })

/** `file`: the one that was finished last, relative to the job's folder. */
export const jobProgress = z.strictObject({ job: jobId, done: z.int(), total: z.int(), file: z.string() })

/** `code` as in a reply; `cancelled` after the cancelling call. `resumable`: what is left can be done by the resuming call. */
export const jobFailed = z.strictObject({
  job: jobId,
  code: z.string(),
  details: z.array(z.string()),
  resumable: z.boolean(),
})

export type JobStarted = Readonly<z.infer<typeof jobStarted>>
export type JobProgress = Readonly<z.infer<typeof jobProgress>>
export type JobFailed = Readonly<z.infer<typeof jobFailed>>
