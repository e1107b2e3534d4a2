import type { HostJob } from '#renderer/jobs/host-job.ts'
import { jobRunners } from '#renderer/jobs/job-runner.ts'
import type { CallInput, EventPayload } from '#shared/contract/contract.ts'

export type ArchiveJob = HostJob<EventPayload<'archive.finished'>>

/** The host's making of archives. */
export const archiverOf = jobRunners<CallInput<'archive.create'>, EventPayload<'archive.finished'>>(client => ({
  start: input => client.request('archive.create', input),
  cancel: job => client.request('archive.cancel', { job }),
  onProgress: listener => client.on('archive.progress', listener),
  onFinished: listener => client.on('archive.finished', listener),
  onFailed: listener => client.on('archive.failed', listener),
}))
