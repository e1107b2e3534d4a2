import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx'
import { DateField } from '#renderer/components/date-field.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useSetting } from '#renderer/db/hooks/use-setting.ts'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { OPERATOR } from '#renderer/db/repositories/settings.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { SAFETY } from '#renderer/strings/safety.ts'
import { YEARS } from '#renderer/strings/years.ts'
import { RemoveYearDialog } from './remove-year-dialog.tsx'

/** Finishing a year, opening it again with a reason, and taking it off this computer. */
export function ClosePanel() {
  const { row, evaluation } = useYearData()
  const [asking, setAsking] = useState<'close' | 'reopen' | 'remove' | null>(null)
  const words = SAFETY.close
  const { closed } = evaluation
  const leave = () => setAsking(null)
  return (
    <Panel title={words.title} name="close">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {closed ? words.closed(closed.date, closed.by) : words.open}
        </Text>
        <Group gap="xs">
          <Button variant="default" onClick={() => setAsking(closed ? 'reopen' : 'close')}>
            {closed ? words.reopen : words.action}
          </Button>
          <Button variant="subtle" color="red" onClick={() => setAsking('remove')}>
            {row.sample ? YEARS.remove.action : SAFETY.remove.action}
          </Button>
        </Group>
      </Stack>
      {asking === 'close' && <CloseDialog onClose={leave} />}
      {asking === 'reopen' && <ReopenDialog onClose={leave} />}
      {asking === 'remove' && <RemoveYearDialog onClose={leave} />}
    </Panel>
  )
}

type DialogProps = { readonly onClose: () => void }

function CloseDialog({ onClose }: DialogProps) {
  const { row, gaps } = useYearData()
  const change = useTellingChange()
  const [operator] = useSetting(OPERATOR)
  const [by, setBy] = useState<string | null>(null)
  const [date, setDate] = useState(today)
  const words = SAFETY.close
  const name = by ?? operator
  return (
    <ConfirmDialog
      title={words.confirmTitle}
      confirm={words.action}
      disabled={name.trim() === '' || date === ''}
      onConfirm={() =>
        change(words.what(row.year), evaluation => ({ ...evaluation, closed: { date, by: name.trim() } }))
      }
      onClose={onClose}
    >
      <Stack gap="sm">
        <Text>{words.confirmText}</Text>
        {gaps.length > 0 && <Text c="var(--pingyi-lack)">{words.gaps(gaps.length)}</Text>}
        <DateField label={words.date} value={date} onChange={setDate} required />
        <TextInput label={words.by} value={name} onChange={event => setBy(event.currentTarget.value)} required />
      </Stack>
    </ConfirmDialog>
  )
}

function ReopenDialog({ onClose }: DialogProps) {
  const change = useTellingChange()
  const [reason, setReason] = useState('')
  const words = SAFETY.close
  return (
    <ConfirmDialog
      title={words.reopenTitle}
      confirm={words.reopen}
      disabled={reason.trim() === ''}
      onConfirm={() => change(words.reopened(reason.trim()), ({ closed: _, ...evaluation }) => evaluation)}
      onClose={onClose}
    >
      <TextInput
        label={words.reason}
        description={words.reasonHint}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
        required
        data-autofocus
      />
    </ConfirmDialog>
  )
}

/** Today's date here, as 2026-12-21. */
function today(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0')).join('-')
}
