import { Button, Code, Group, Stack, Text } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { Panel } from '#renderer/components/panel.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { useHost } from '#renderer/host/use-host.ts'
import { FailureAlert } from '#renderer/jobs/failure-alert.tsx'
import { useJob } from '#renderer/jobs/use-job.ts'
import { ARCHIVE } from '#renderer/strings/archive.ts'
import { archiveFailure } from './archive-failure.ts'
import { type ArchiveJob, archiverOf } from './archiver.ts'
import { revealArchive } from './reveal-archive.ts'

type EndedPanelProps = { readonly job: Extract<ArchiveJob, { kind: 'finished' | 'failed' | 'cancelled' }> }

/** What came of it: the archive and its digest, or why there is none. */
export function EndedPanel({ job }: EndedPanelProps) {
  return job.kind === 'finished' ? <FinishedPanel job={job} /> : <FailedPanel job={job} />
}

function FinishedPanel({ job }: { readonly job: Extract<ArchiveJob, { kind: 'finished' }> }) {
  const { client, capabilities } = useHost()
  const { runner } = useJob(archiverOf)
  const { archive, digest } = job
  const words = ARCHIVE.made
  return (
    <Panel title={words.title} name="archive-made">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Stack gap={4}>
          <StateMark tone="complete">{words.count(archive.documents ?? 0, archive.pages ?? 0)}</StateMark>
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }} data-folder={archive.folder}>
            {words.folder(archive.folder)}
          </Text>
          <Text size="sm" mt="xs">
            {words.digest}
          </Text>
          <Code style={{ overflowWrap: 'anywhere' }}>{digest}</Code>
          <Text size="sm" c="dimmed">
            {words.digestHint}
          </Text>
          <Text size="sm" c="dimmed">
            {words.next}
          </Text>
        </Stack>
        <Group gap="xs" wrap="nowrap" flex="none">
          {capabilities.can.reveal && (
            <Button leftSection={<IconFolderOpen size={16} />} onClick={() => void revealArchive(client, archive)}>
              {words.reveal}
            </Button>
          )}
          <Button variant="default" onClick={runner.reset}>
            {ARCHIVE.make.again}
          </Button>
        </Group>
      </Group>
    </Panel>
  )
}

function FailedPanel({ job }: { readonly job: Extract<ArchiveJob, { kind: 'failed' | 'cancelled' }> }) {
  const { runner } = useJob(archiverOf)
  return (
    <Stack align="flex-start" gap="md" data-archive={job.kind}>
      <FailureAlert job={job} words={{ ...ARCHIVE.make, reason: archiveFailure }} />
      <Button variant="default" onClick={runner.reset}>
        {ARCHIVE.make.again}
      </Button>
    </Stack>
  )
}
