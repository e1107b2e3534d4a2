import { Alert, Button, Group, List, ScrollArea, Stack, Tabs, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useMemo } from 'react'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { ARCHIVE } from '#renderer/strings/archive.ts'
import { lastDecisions } from '#shared/domain/decision/decision.ts'
import { historyChanges, withHistory } from '#shared/domain/evaluation/carry-history.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { scoreYear } from '#shared/domain/score/score-year.ts'
import type { OldArchive } from './read-old-archive.ts'

const words = ARCHIVE.old
const HEIGHT = 320
const MOST_LINES = 50

/** An archive's catalogue and results, and its grades as history for this year. */
export function OldArchiveView({ archive }: { readonly archive: OldArchive }) {
  const { evaluation, entries, checked } = archive
  return (
    <Stack gap="sm" data-viewed={archive.name}>
      <Text fw={600}>{words.about(evaluation.title, evaluation.organiser)}</Text>
      {checked && <Checked checked={checked} />}
      <Tabs defaultValue="catalogue">
        <Tabs.List>
          <Tabs.Tab value="catalogue">{words.tabs.catalogue}</Tabs.Tab>
          <Tabs.Tab value="results">{words.tabs.results}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="catalogue">
          <ScrollArea.Autosize mah={HEIGHT}>
            <PlainTable
              label={words.tabs.catalogue}
              columns={[
                { title: words.number, width: 260 },
                { title: words.documentTitle },
                { title: words.date, width: 100 },
                { title: words.pages, align: 'right', width: 70 },
              ]}
              rows={entries.map(({ number, title, date, pages }) => ({
                key: number,
                cells: [number, title, date, pages],
              }))}
            />
          </ScrollArea.Autosize>
        </Tabs.Panel>
        <Tabs.Panel value="results">
          <Results evaluation={evaluation} />
        </Tabs.Panel>
      </Tabs>
      <TakeHistory from={evaluation} />
    </Stack>
  )
}

function Checked({ checked: { files, lines } }: { readonly checked: NonNullable<OldArchive['checked']> }) {
  if (lines.length === 0) return <StateMark tone="complete">{words.sound(files)}</StateMark>
  return (
    <Alert color="red" icon={<IconAlertTriangle />} title={words.unsound(lines.length)}>
      <List size="sm" style={{ overflowWrap: 'anywhere' }}>
        {lines.slice(0, MOST_LINES).map(line => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </Alert>
  )
}

function Results({ evaluation }: { readonly evaluation: Evaluation }) {
  const rows = useMemo(() => {
    const decisions = lastDecisions(evaluation.decisions)
    const label = (id: string | null) => evaluation.scheme.grades.find(grade => grade.id === id)?.label ?? words.none
    return scoreYear(evaluation).people.map(({ instructor, printedTotal, rank, proposed }) => {
      const decision = decisions.get(instructor.id)
      const grade = decision ? label(decision.final) : proposed ? `${proposed.label}${words.proposed}` : words.none
      return { key: instructor.id, cells: [instructor.name, printedTotal ?? words.none, rank ?? words.none, grade] }
    })
  }, [evaluation])
  return (
    <ScrollArea.Autosize mah={HEIGHT}>
      <PlainTable
        label={words.tabs.results}
        columns={[
          { title: words.person },
          { title: words.total, align: 'right', width: 120 },
          { title: words.rank, align: 'right', width: 100 },
          { title: words.grade, width: 200 },
        ]}
        rows={rows}
      />
    </ScrollArea.Autosize>
  )
}

function TakeHistory({ from }: { readonly from: Evaluation }) {
  const { evaluation } = useYearData()
  const change = useTellingChange()
  if (from.year >= evaluation.year)
    return (
      <Text size="sm" c="dimmed">
        {words.notEarlier}
      </Text>
    )
  const changes = historyChanges(from, evaluation)
  if (changes.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {words.same(from.year)}
      </Text>
    )
  return (
    <Group>
      <Button
        variant="default"
        disabled={evaluation.closed !== undefined}
        onClick={() =>
          void change(words.imported(from.year, changes.length), now =>
            withHistory(now, from.year, historyChanges(from, now)),
          )
        }
      >
        {words.import(from.year, changes.length)}
      </Button>
    </Group>
  )
}
