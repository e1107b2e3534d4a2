import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { Panel } from '#renderer/components/panel.tsx'
import { ARCHIVE } from '#renderer/strings/archive.ts'
import type { ArchivingJob } from './archive-job.ts'
import { useArchiver } from './use-archiver.ts'

const words = ARCHIVE.make

/** How far archiving has come, and the way to stop it. */
export function ProgressPanel({ job }: { readonly job: ArchivingJob }) {
  const { archiver } = useArchiver()
  const [done, total] = job.kind === 'starting' ? [0, 0] : [job.done, job.total]
  const printed = total > 0 && done === total
  const state = total === 0 ? words.starting : printed ? words.finishing : words.running(done, total)
  return (
    <Panel name="archive-progress">
      <Stack gap="sm" aria-live="polite">
        <Group justify="space-between">
          <Text fw={600}>{state}</Text>
          <Button variant="default" disabled={job.kind !== 'running'} onClick={() => void archiver.cancel()}>
            {job.kind === 'cancelling' ? words.cancelling : words.cancel}
          </Button>
        </Group>
        <Progress
          value={total === 0 ? 100 : (done / total) * 100}
          animated={total === 0 || printed}
          size="lg"
          aria-label={state}
          transitionDuration={0}
        />
        <Text size="sm" c="dimmed" mih={20} style={{ overflowWrap: 'anywhere' }}>
          {job.kind !== 'starting' && job.file !== '' && words.file(job.file)}
        </Text>
      </Stack>
    </Panel>
  )
}
