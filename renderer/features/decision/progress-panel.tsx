import { Grid, Progress, Stack, Text } from '@mantine/core'
import { memo, useMemo } from 'react'
import { BarChart } from '#renderer/charts/bar-chart.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { DECISION } from '#renderer/strings/decision.ts'
import { poolWords } from '#renderer/strings/pool-words.ts'
import { decidedItems } from './decided-items.ts'
import type { Standings } from './use-standings.ts'

const words = DECISION.progress

/** How far the committee is, and what the decisions have made of the places. Not drawn again while a name is typed. */
export const ProgressPanel = memo(function ProgressPanel({ standings, quota }: Standings) {
  const { scheme } = useYearData().evaluation
  const items = useMemo(() => decidedItems(standings, scheme), [standings, scheme])
  const total = standings.length
  const open = standings.filter(standing => standing.stage === 'open').length
  const final = standings.filter(standing => standing.stage === 'final').length
  const top = standings.filter(({ last }) => last?.final === scheme.grades[0]?.id).length
  const stale = standings.filter(standing => standing.stale).length
  const share = (count: number) => (total === 0 ? 0 : (100 * count) / total)
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Panel title={words.title} name="progress" fill>
          <Stack gap="xs">
            <Text fw={600}>{words.label(total - open, total)}</Text>
            <Progress.Root size="lg" aria-hidden>
              <Progress.Section value={share(final)} color="teal" />
              <Progress.Section value={share(total - open - final)} />
            </Progress.Root>
            <Text size="sm" c="dimmed">
              {[
                open === 0 && total > 0 ? (top > 0 ? words.done : words.doneNoTop) : words.open(open),
                ...(final > 0 ? [words.final(final)] : []),
              ].join('　')}
            </Text>
            {stale > 0 && (
              <Text size="sm" c="var(--pingyi-lack)" fw={600} role="status">
                {words.stale(stale)}
              </Text>
            )}
            {quota.length === 0 ? (
              <Text size="sm">{DECISION.quota.none}</Text>
            ) : (
              <PlainTable
                label={DECISION.quota.title(scheme.grades[0]?.label ?? '')}
                columns={[
                  { title: DECISION.quota.title(scheme.grades[0]?.label ?? '') },
                  { title: DECISION.quota.places, align: 'right' },
                  { title: DECISION.quota.used, align: 'right' },
                  { title: DECISION.quota.waiting, align: 'right' },
                  { title: DECISION.quota.tied, align: 'right' },
                  { title: DECISION.quota.free, align: 'right' },
                ]}
                rows={quota.map(use => ({
                  key: use.pool,
                  cells: [
                    poolWords(use.pool, scheme),
                    use.places,
                    use.used,
                    use.waiting,
                    use.tied.length,
                    use.over > 0 ? (
                      <Text key="over" span inherit fw={600} c="var(--pingyi-lack)">
                        {DECISION.quota.over(use.over)}
                      </Text>
                    ) : (
                      use.free
                    ),
                  ],
                }))}
              />
            )}
          </Stack>
        </Panel>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Panel name="decided-grades" fill>
          <BarChart title={DECISION.chart.title} items={items} lying height={170} heads={DECISION.chart.heads} />
        </Panel>
      </Grid.Col>
    </Grid>
  )
})
