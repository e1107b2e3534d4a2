import { Grid } from '@mantine/core'
import { useMemo } from 'react'
import { BarChart } from '#renderer/charts/bar-chart.tsx'
import { StackedShares } from '#renderer/charts/stacked-shares.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { SCORE } from '#renderer/strings/score.ts'
import { ballotComponents } from '#shared/domain/scheme/scheme.ts'
import { groupShares, medianItems, yearShares } from './year-charts.ts'

const words = SCORE.charts

/** How the groups voted, where the middle lies, and how this year stands beside the years before. */
export function ChartsPanel() {
  const { score, evaluation } = useYearData()
  const { scheme, decisions } = evaluation
  const groups = useMemo(
    () =>
      ballotComponents(scheme).flatMap(component =>
        component.scale.kind === 'grades'
          ? [{ component, ...groupShares(score.people, component, component.scale) }]
          : [],
      ),
    [score, scheme],
  )
  const medians = useMemo(() => medianItems(score, scheme), [score, scheme])
  const years = useMemo(() => yearShares(score, decisions, scheme), [score, decisions, scheme])
  if (score.people.length === 0) return null
  return (
    <Panel title={words.title} name="score-charts">
      <Grid gap="lg">
        {groups
          .filter(group => group.rows.length > 0)
          .map(({ component, series, rows }) => (
            <Grid.Col key={component.id} span={{ base: 12, md: 7 }}>
              <StackedShares
                title={words.groups(component.name)}
                note={words.groupsNote(component.indicators[0]?.name ?? '')}
                series={series}
                rows={rows}
                rowHead={words.groupHead}
              />
            </Grid.Col>
          ))}
        {medians.length > 0 && (
          <Grid.Col span={{ base: 12, md: 5 }}>
            <BarChart
              title={words.medians}
              items={medians}
              lying
              maximum={100}
              height={medians.length * 34 + 44}
              heads={words.mediansHeads}
            />
          </Grid.Col>
        )}
        {years.rows.length > 1 && (
          <Grid.Col span={{ base: 12, md: 7 }}>
            <StackedShares
              title={words.years}
              note={words.yearsNote}
              series={years.series}
              rows={years.rows}
              rowHead={words.yearHead}
            />
          </Grid.Col>
        )}
      </Grid>
    </Panel>
  )
}
