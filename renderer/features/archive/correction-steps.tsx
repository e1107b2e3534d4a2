import { Alert, Button, Checkbox, Group, List, Loader, Stack, Text, Textarea } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { Notice } from '#renderer/components/notice.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useJob } from '#renderer/jobs/use-job.ts'
import { ARCHIVE } from '#renderer/strings/archive.ts'
import type { ContractError } from '#shared/contract/reply.ts'
import { writeEvaluation } from '#shared/domain/evaluation/write-evaluation.ts'
import { archiveFailure } from './archive-failure.ts'
import { archiverOf } from './archiver.ts'
import { CorrectionTables } from './correction-tables.tsx'
import { NothingCorrected } from './nothing-corrected.tsx'
import { useArchiveSettings } from './use-archive-settings.ts'
import { type Correction, useCorrection } from './use-correction.ts'

const words = ARCHIVE.correction

/** What was corrected since the archive was made, who is affected, why, and the button that makes the 补充卷. */
export function CorrectionSteps({ number }: { readonly number: number }) {
  const answer = useCorrection(number)
  if (answer === null)
    return (
      <Group gap="sm" role="status">
        <Loader size="sm" />
        <Text>{words.looking}</Text>
      </Group>
    )
  if (!answer.ok && answer.error.code === 'nothing-changed') return <NothingCorrected />
  if (!answer.ok) return <Trouble error={answer.error} />
  return <MakeSupplement correction={answer.correction} number={number} />
}

function Trouble({ error }: { readonly error: ContractError }) {
  const title =
    error.code === 'damaged'
      ? words.unsound
      : error.code === 'exists'
        ? words.taken(error.details.join())
        : archiveFailure(error.code)
  return (
    <Alert color="red" icon={<IconAlertTriangle />} title={title}>
      {error.code === 'damaged' && (
        <List size="sm" style={{ overflowWrap: 'anywhere' }}>
          {error.details.map(line => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
      )}
    </Alert>
  )
}

function MakeSupplement({ correction, number }: { readonly correction: Correction; readonly number: number }) {
  const { row, evaluation } = useYearData()
  const { runner } = useJob(archiverOf)
  const { texts } = useArchiveSettings()
  const [reason, setReason] = useState('')
  const [confirmed, setConfirmed] = useState(false)
  const make = () =>
    runner.start(() => ({
      evaluation: writeEvaluation(evaluation),
      settings: texts,
      sample: row.sample,
      supplement: { number, reason: reason.trim() },
    }))
  return (
    <Stack gap="md">
      <CorrectionTables correction={correction} />
      <Textarea
        label={words.reason}
        description={words.reasonHint}
        withAsterisk
        autosize
        minRows={3}
        maxLength={5000}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
      <Checkbox
        label={words.confirm}
        checked={confirmed}
        onChange={event => setConfirmed(event.currentTarget.checked)}
      />
      <Group>
        <Button disabled={!confirmed || reason.trim() === ''} onClick={() => void make()}>
          {words.action}
        </Button>
      </Group>
      {!evaluation.closed && <Notice>{words.closeAgain}</Notice>}
    </Stack>
  )
}
