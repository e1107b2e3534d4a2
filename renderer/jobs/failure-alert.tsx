import { Alert, List } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ErrorCode } from '#shared/contract/reply.ts'
import type { FailedJob } from './host-job.ts'

export type FailureWords = {
  readonly failed: string
  /** Instead of `failed`, of a job that can go on: some of it may be done. */
  readonly stopped?: string
  readonly cancelled: string
  readonly lost: string
  readonly reason: (code: ErrorCode) => string
  /** Said of a job that can go on. */
  readonly resumable?: string
}

type FailureAlertProps = { readonly job: FailedJob | { readonly kind: 'cancelled' }; readonly words: FailureWords }

/** Why a job came to nothing, or not to its end: in words, line by line where people or places are named. */
export function FailureAlert({ job, words }: FailureAlertProps) {
  if (job.kind === 'cancelled')
    return <Alert w="100%" color="gray" icon={<IconAlertTriangle />} title={words.cancelled} />
  const { error } = job
  const details = error === 'lost' ? [] : error.details
  return (
    <Alert w="100%" color="red" icon={<IconAlertTriangle />} title={(job.resumable && words.stopped) || words.failed}>
      {error === 'lost' ? words.lost : words.reason(error.code)}
      {job.resumable && ` ${words.resumable ?? ''}`}
      {details.length > 0 && (
        <List size="sm" mt="xs">
          {details.map(line => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
      )}
    </Alert>
  )
}
