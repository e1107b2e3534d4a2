import type { HostJob } from '#renderer/jobs/host-job.ts'
import { jobRunners } from '#renderer/jobs/job-runner.ts'
import type { CallInput, EventPayload } from '#shared/contract/contract.ts'
import type { UnfinishedJob } from '#shared/contract/sheets.ts'

type Printed = EventPayload<'sheets.finished'>

export type PrintJob = HostJob<Printed, UnfinishedJob>

/** The host's printing: it can be put off, also over the app's end. */
export const printerOf = jobRunners<CallInput<'sheets.start'>, Printed, UnfinishedJob>(client => ({
  start: input => client.request('sheets.start', input),
  cancel: job => client.request('sheets.cancel', { job }),
  onProgress: listener => client.on('sheets.progress', listener),
  onFinished: listener => client.on('sheets.finished', listener),
  onFailed: listener => client.on('sheets.failed', listener),
  rest: {
    pause: job => client.request('sheets.pause', { job }),
    resume: () => client.request('sheets.resume', {}),
    discard: () => client.request('sheets.discard', {}),
    left: async () => {
      const reply = await client.request('sheets.unfinished', {})
      return reply.ok ? reply.data.job : null
    },
    onPaused: listener => client.on('sheets.paused', listener),
  },
}))
