import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { Panel } from '#renderer/components/panel.tsx'
import { useJob } from '#renderer/jobs/use-job.ts'
import { SHEETS } from '#renderer/strings/sheets.ts'
import { type PrintJob, printerOf } from './printer.ts'

/** A job that was put off, or that a closed window left: how far it came, and to go on with it or not. */
export function PausedView({ job }: { readonly job: Extract<PrintJob, { kind: 'paused' }> }) {
  const { runner } = useJob(printerOf)
  return (
    <Panel name="paused">
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <Text fw={600}>{SHEETS.paused(job.year, job.done, job.total)}</Text>
          <Group gap="xs" wrap="nowrap">
            <Button leftSection={<IconPlayerPlay size={16} />} onClick={() => void runner.resume()}>
              {SHEETS.resume}
            </Button>
            <Button variant="default" onClick={() => void runner.discard()}>
              {SHEETS.discard}
            </Button>
          </Group>
        </Group>
        <Progress
          value={job.total === 0 ? 0 : (job.done / job.total) * 100}
          size="lg"
          aria-label={SHEETS.running(job.done, job.total)}
          transitionDuration={0}
        />
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {SHEETS.pausedHint} {SHEETS.folder(job.folder)}
        </Text>
      </Stack>
    </Panel>
  )
}
