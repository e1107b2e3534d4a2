import { Button, Group, Stack } from '@mantine/core'
import { FailureAlert } from '#renderer/jobs/failure-alert.tsx'
import { useJob } from '#renderer/jobs/use-job.ts'
import { SHEETS } from '#renderer/strings/sheets.ts'
import { ERROR_WORDS } from '#renderer/strings/trouble.ts'
import { type PrintJob, printerOf } from './printer.ts'

/** Why nothing, or not all, was printed, and to go on with the rest. */
export function FailedView({ job }: { readonly job: Extract<PrintJob, { kind: 'failed' | 'cancelled' }> }) {
  const { runner } = useJob(printerOf)
  return (
    <Stack align="flex-start" gap="md" data-print={job.kind}>
      <FailureAlert job={job} words={{ ...SHEETS, reason: code => ERROR_WORDS[code] }} />
      <Group>
        {job.kind === 'failed' && job.resumable && (
          <Button onClick={() => void runner.resume()}>{SHEETS.resume}</Button>
        )}
        <Button variant="default" onClick={() => void runner.discard()}>
          {SHEETS.again}
        </Button>
      </Group>
    </Stack>
  )
}
