import { Stack, Text } from '@mantine/core'
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { DECISION } from '#renderer/strings/decision.ts'
import { poolWords } from '#renderer/strings/pool-words.ts'
import type { DecisionEntry } from '#shared/domain/decision/decide.ts'
import { overWith, type QuotaUse } from '#shared/domain/decision/quota-use.ts'
import { useRecordDecisions } from './use-record-decisions.ts'

const words = DECISION.bulk

type BulkDialogProps = {
  readonly entries: readonly DecisionEntry[]
  readonly quota: readonly QuotaUse[]
  readonly onClose: () => void
}

/** Asks before everybody without a flag or tie is confirmed as proposed. */
export function BulkDialog({ entries, quota, onClose }: BulkDialogProps) {
  const { scheme, instructors } = useYearData().evaluation
  const record = useRecordDecisions()
  const [first] = entries
  const counts = scheme.grades.flatMap(grade => {
    const count = entries.filter(entry => entry.final === grade.id).length
    return count === 0 ? [] : [`${grade.label} ${DECISION.chart.people(count)}`]
  })
  const top = new Set(entries.flatMap(({ final, instructor }) => (final === scheme.grades[0]?.id ? [instructor] : [])))
  const over = overWith(
    quota,
    instructors.filter(person => top.has(person.id)),
    scheme,
  )
  return (
    <ConfirmDialog
      title={words.title(entries.length)}
      confirm={words.confirm(entries.length)}
      onConfirm={() => record(words.act(entries.length), entries, words.done(entries.length))}
      onClose={onClose}
    >
      <Stack gap="xs">
        <Text>{words.text}</Text>
        <Text fw={600}>{counts.join('，')}</Text>
        {over.map(each => (
          <Text key={each.pool} size="sm" c="var(--pingyi-lack)">
            {words.overQuota(poolWords(each.pool, scheme), each.over)}
          </Text>
        ))}
        <Text size="sm" c="dimmed">
          {DECISION.sitting.by}：{first?.by}　{DECISION.sitting.date}：{first?.date}
        </Text>
      </Stack>
    </ConfirmDialog>
  )
}
