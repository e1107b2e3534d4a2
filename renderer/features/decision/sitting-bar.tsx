import { Button, Group, TextInput } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import { useState } from 'react'
import { DateField } from '#renderer/components/date-field.tsx'
import { DECISION } from '#renderer/strings/decision.ts'
import { confirmable, entryFor } from '#shared/domain/decision/decide.ts'
import type { QuotaUse } from '#shared/domain/decision/quota-use.ts'
import type { Standing } from '#shared/domain/decision/standing.ts'
import { BulkDialog } from './bulk-dialog.tsx'
import type { Sitting } from './use-sitting.ts'

const words = DECISION.sitting

type SittingBarProps = {
  readonly standings: readonly Standing[]
  readonly quota: readonly QuotaUse[]
  readonly sitting: Sitting
  readonly onSitting: (sitting: Sitting) => void
}

/** In whose name and on what day the entries are made, and the button that agrees with all that is plain. */
export function SittingBar({ standings, quota, sitting, onSitting }: SittingBarProps) {
  const [asking, setAsking] = useState(false)
  const [missing, setMissing] = useState(false)
  const plain = confirmable(standings)
  const ask = () => {
    const ready = sitting.by.trim() !== '' && sitting.date !== ''
    setMissing(!ready)
    setAsking(ready)
  }
  const entries = () =>
    plain.flatMap(standing => {
      const final = standing.score.proposed?.id ?? null
      const entry = entryFor(standing, { final, reason: '', clause: '', ...sitting })
      return entry.ok ? [entry.value] : []
    })
  return (
    <Group gap="md" align="flex-start" data-sitting>
      <TextInput
        label={words.by}
        placeholder={words.byHint}
        w={260}
        size="sm"
        value={sitting.by}
        error={missing && sitting.by.trim() === '' ? DECISION.problems['by-missing'] : undefined}
        onChange={event => onSitting({ ...sitting, by: event.currentTarget.value })}
      />
      <DateField
        label={words.date}
        w={160}
        size="sm"
        value={sitting.date}
        error={missing && sitting.date === '' ? DECISION.problems['date-missing'] : undefined}
        onChange={date => onSitting({ ...sitting, date })}
      />
      {/* Under a label's height, so that a field's error moves neither the other field nor the button. */}
      <Button mt={20} leftSection={<IconChecks size={16} />} disabled={plain.length === 0} onClick={ask}>
        {plain.length === 0 ? words.bulkNone : words.bulk(plain.length)}
      </Button>
      {asking && <BulkDialog entries={entries()} quota={quota} onClose={() => setAsking(false)} />}
    </Group>
  )
}
