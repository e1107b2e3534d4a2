import { Alert, Button, Group, List, Stack } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { SHEETS } from '#renderer/strings/sheets.ts'
import { ERROR_WORDS } from '#renderer/strings/trouble.ts'
import type { PrintJob } from './print-job.ts'
import { usePrinter } from './use-printer.ts'

/** Why nothing, or not all, was printed: in words, line by line where people or places are named. */
export function FailedView({ job }: { readonly job: Extract<PrintJob, { kind: 'failed' | 'cancelled' }> }) {
  const { printer } = usePrinter()
  const { words, details } = reasonOf(job)
  const resumable = job.kind === 'failed' && job.resumable
  return (
    <Stack align="flex-start" gap="md" data-print={job.kind}>
      <Alert
        w="100%"
        color={job.kind === 'cancelled' ? 'gray' : 'red'}
        icon={<IconAlertTriangle />}
        title={job.kind === 'cancelled' ? words : SHEETS.failed}
      >
        {job.kind === 'failed' && words}
        {resumable && ` ${SHEETS.resumable}`}
        {details.length > 0 && (
          <List size="sm" mt="xs">
            {details.map(line => (
              <List.Item key={line}>{line}</List.Item>
            ))}
          </List>
        )}
      </Alert>
      <Group>
        {resumable && <Button onClick={() => void printer.resume()}>{SHEETS.resume}</Button>}
        <Button variant="default" onClick={() => void printer.discard()}>
          {SHEETS.again}
        </Button>
      </Group>
    </Stack>
  )
}

function reasonOf(job: Extract<PrintJob, { kind: 'failed' | 'cancelled' }>): {
  readonly words: string
  readonly details: readonly string[]
} {
  if (job.kind === 'cancelled') return { words: SHEETS.cancelled, details: [] }
  if (job.error === 'lost') return { words: SHEETS.lost, details: [] }
  return { words: ERROR_WORDS[job.error.code], details: job.error.details }
}
