import { useSyncExternalStore } from 'react'
import { useHost } from '#renderer/host/use-host.ts'
import type { HostClient } from '#shared/contract/contract.ts'
import type { HostJob } from './host-job.ts'
import type { JobRunner } from './job-runner.ts'

type Named = { readonly job: string }

/** The host's runner of a kind of job, and where it stands. */
export function useJob<Input, Done extends Named, Left extends Named>(
  runnerOf: (client: HostClient) => JobRunner<Input, Done, Left>,
): { readonly runner: JobRunner<Input, Done, Left>; readonly job: HostJob<Done, Left> } {
  const runner = runnerOf(useHost().client)
  return { runner, job: useSyncExternalStore(runner.subscribe, runner.state) }
}
