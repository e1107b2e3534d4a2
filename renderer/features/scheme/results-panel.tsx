import { SimpleGrid, Stack, Text } from '@mantine/core'
import { BarChart } from '#renderer/charts/bar-chart.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { WHAT_IF } from '#renderer/strings/what-if.ts'
import { ChangesTable } from './changes-table.tsx'
import { gradeCounts } from './grade-counts.ts'
import { FAULT_COLOUR } from './told-colours.ts'
import type { Trial } from './try-scheme.ts'

type ResultsPanelProps = {
  readonly trial: Trial
  readonly year: number
  /** Whether what is typed now cannot be computed yet. */
  readonly stale: boolean
}

/** What the tried figures would change: how many get which grade, and who moves. */
export function ResultsPanel({ trial, year, stale }: ResultsPanelProps) {
  const { now, tried, changes } = trial
  return (
    <Stack gap="md">
      {stale && (
        <Text size="sm" c={FAULT_COLOUR} role="status">
          {WHAT_IF.stale}
        </Text>
      )}
      <Panel>
        <SimpleGrid cols={2} spacing="md">
          {[
            { title: WHAT_IF.now, ...now },
            { title: WHAT_IF.tried, ...tried },
          ].map(({ title, score, scheme }) => (
            <BarChart
              key={title}
              title={title}
              items={gradeCounts(score.people, scheme)}
              lying
              height={190}
              maximum={Math.max(1, score.people.length)}
              heads={WHAT_IF.heads}
            />
          ))}
        </SimpleGrid>
      </Panel>
      <Panel title={WHAT_IF.results} name="what-if-results" flush>
        <ChangesTable label={WHAT_IF.results} year={year} changes={changes} before={now.scheme} after={tried.scheme} />
      </Panel>
    </Stack>
  )
}
