import { Button, Group, Select, Stack, Switch, Text } from '@mantine/core'
import { IconArrowBackUp, IconArrowLeft } from '@tabler/icons-react'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { EmptyNote } from '#renderer/components/empty-note.tsx'
import { Page } from '#renderer/components/page.tsx'
import { useDatabase } from '#renderer/db/hooks/use-database.ts'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useYears } from '#renderer/db/hooks/use-years.ts'
import { loadEvaluation } from '#renderer/db/repositories/evaluation.ts'
import { WHAT_IF } from '#renderer/strings/what-if.ts'
import { schemeStage } from '#shared/domain/evaluation/scheme-stage.ts'
import type { SchemeDraft } from '#shared/domain/scheme/design/draft.ts'
import { FaultsContext, faultWordsOf } from './fault-words-of.ts'
import { KnobsPanel } from './knobs-panel.tsx'
import { ResultsPanel } from './results-panel.tsx'
import { useTrial } from './use-trial.ts'
import classes from './what-if.module.css'

type WhatIfPageProps = {
  readonly onLeave: () => void
}

/** Other weights, lines and quotas, tried out and never saved. Closed once a meeting's counts are in. */
export function WhatIfPage({ onLeave }: WhatIfPageProps) {
  const { evaluation } = useYearData()
  const closed = schemeStage(evaluation) === 'counted'
  const back = (
    <Button variant="default" leftSection={<IconArrowLeft size={16} />} onClick={onLeave}>
      {WHAT_IF.back}
    </Button>
  )
  return (
    <Page name="what-if" title={WHAT_IF.title} lead={WHAT_IF.lead} actions={back}>
      {closed ? (
        <EmptyNote title={WHAT_IF.closedTitle} text={WHAT_IF.closed}>
          {back}
        </EmptyNote>
      ) : (
        <Trying />
      )}
    </Page>
  )
}

function Trying() {
  const { evaluation } = useYearData()
  const database = useDatabase()
  const years = useYears() ?? []
  const [year, setYear] = useState(evaluation.year)
  const [lend, setLend] = useState(true)
  const [draft, setDraft] = useState<SchemeDraft>(evaluation.scheme)
  const loaded = useLiveQuery(
    async () => (year === evaluation.year ? null : await loadEvaluation(database, year)),
    [database, year, evaluation.year],
  )
  const other = loaded?.year === year ? loaded : null
  const data = year === evaluation.year ? evaluation : other
  const { trial, faults } = useTrial(data, evaluation.scheme, draft, lend)
  const faultAt = useMemo(() => faultWordsOf(faults), [faults])
  const ofData = faults.some(fault => !fault.path.startsWith('scheme'))
  return (
    <FaultsContext value={faultAt}>
      <Group align="flex-end" gap="lg">
        <Select
          label={WHAT_IF.data}
          w={240}
          data={years.map(row => ({
            value: String(row.year),
            label: row.year === evaluation.year ? WHAT_IF.dataThis(row.year) : WHAT_IF.dataOther(row.year),
          }))}
          value={String(year)}
          allowDeselect={false}
          onChange={value => value !== null && setYear(Number(value))}
        />
        <Switch
          label={WHAT_IF.lend}
          description={WHAT_IF.lendNote}
          checked={lend}
          onChange={event => setLend(event.currentTarget.checked)}
        />
      </Group>
      <Group align="flex-start" wrap="nowrap" gap="md">
        <Stack w={400} flex="none" gap="sm" className={classes['knobs']}>
          <KnobsPanel draft={draft} onChange={setDraft} />
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={16} />}
            disabled={draft === evaluation.scheme}
            onClick={() => setDraft(evaluation.scheme)}
          >
            {WHAT_IF.reset}
          </Button>
        </Stack>
        <Stack flex={1} miw={0}>
          {trial ? (
            <ResultsPanel trial={trial} year={year} stale={faults.length > 0} />
          ) : (
            <Text>{data === null ? WHAT_IF.reading : ofData ? WHAT_IF.misfit : WHAT_IF.stale}</Text>
          )}
        </Stack>
      </Group>
    </FaultsContext>
  )
}
