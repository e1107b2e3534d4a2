import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { Panel } from '#renderer/components/panel.tsx'
import { SHEETS } from '#renderer/strings/sheets.ts'
import type { PrintJob } from './print-job.ts'
import { usePrinter } from './use-printer.ts'

type AtWork = Extract<PrintJob, { kind: 'starting' | 'running' | 'cancelling' | 'pausing' }>

/** How far printing has come, and the way to stop it. */
export function ProgressView({ job }: { readonly job: AtWork }) {
  const { printer } = usePrinter()
  const [done, total] = job.kind === 'starting' ? [0, 0] : [job.done, job.total]
  return (
    <Panel name="progress">
      <Stack gap="sm" aria-live="polite">
        <Group justify="space-between">
          <Text fw={600}>{job.kind === 'starting' ? SHEETS.starting : SHEETS.running(done, total)}</Text>
          <Group gap="xs">
            <Button variant="default" disabled={job.kind !== 'running'} onClick={() => void printer.pause()}>
              {job.kind === 'pausing' ? SHEETS.pausing : SHEETS.pause}
            </Button>
            <Button variant="default" disabled={job.kind !== 'running'} onClick={() => void printer.cancel()}>
              {job.kind === 'cancelling' ? SHEETS.cancelling : SHEETS.cancel}
            </Button>
          </Group>
        </Group>
        <Progress
          value={total === 0 ? 100 : (done / total) * 100}
          animated={total === 0}
          size="lg"
          aria-label={SHEETS.running(done, total)}
          transitionDuration={0}
        />
        <Text size="sm" c="dimmed" mih={20}>
          {job.kind !== 'starting' && job.file !== '' && SHEETS.file(job.file)}
        </Text>
      </Stack>
    </Panel>
  )
}
