import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { Panel } from '#renderer/components/panel.tsx'
import type { JobAtWork } from './host-job.ts'

export type ProgressWords = {
  readonly starting: string
  readonly running: (done: number, total: number) => string
  /** What goes on when the last file is there; left out: nothing. */
  readonly finishing?: string
  readonly file: (file: string) => string
  readonly cancel: string
  readonly cancelling: string
}

export type PauseWords = { readonly pause: string; readonly pausing: string }

type ProgressPanelProps = {
  readonly name: string
  readonly job: JobAtWork
  readonly words: ProgressWords
  readonly onCancel: () => Promise<void>
  /** Left out where the job cannot be put off. */
  readonly pausing?: { readonly words: PauseWords; readonly onPause: () => Promise<void> }
}

/** How far a job has come, and the ways to stop it. */
export function ProgressPanel({ name, job, words, onCancel, pausing }: ProgressPanelProps) {
  const [done, total] = job.kind === 'starting' ? [0, 0] : [job.done, job.total]
  const finishing = total > 0 && done === total ? words.finishing : undefined
  const state = total === 0 ? words.starting : (finishing ?? words.running(done, total))
  return (
    <Panel name={name}>
      <Stack gap="sm" aria-live="polite">
        <Group justify="space-between">
          <Text fw={600}>{state}</Text>
          <Group gap="xs">
            {pausing && (
              <Button variant="default" disabled={job.kind !== 'running'} onClick={() => void pausing.onPause()}>
                {job.kind === 'pausing' ? pausing.words.pausing : pausing.words.pause}
              </Button>
            )}
            <Button variant="default" disabled={job.kind !== 'running'} onClick={() => void onCancel()}>
              {job.kind === 'cancelling' ? words.cancelling : words.cancel}
            </Button>
          </Group>
        </Group>
        <Progress
          value={total === 0 ? 100 : (done / total) * 100}
          animated={total === 0 || finishing !== undefined}
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
