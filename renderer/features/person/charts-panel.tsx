import { Stack, Text } from '@mantine/core'
import { BarChart } from '#renderer/charts/bar-chart.tsx'
import { StackedShares } from '#renderer/charts/stacked-shares.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { PERSON } from '#renderer/strings/person.ts'
import type { AnnualScore, BallotScore } from '#shared/domain/score/annual-score.ts'
import { componentItems } from './component-items.ts'
import { shareRows } from './share-rows.ts'

const words = PERSON.charts

type ChartsPanelProps = { readonly person: AnnualScore; readonly kind: 'components' | 'groups' }

/** The person's two pictures: each component's score, and how each group chose. */
export function ChartsPanel({ person, kind }: ChartsPanelProps) {
  if (kind === 'components')
    return (
      <Panel name="chart-components" fill>
        <BarChart
          title={words.components}
          items={componentItems(person)}
          lying
          maximum={100}
          height={person.components.length * 34 + 44}
          heads={words.componentsHeads}
        />
      </Panel>
    )
  const ballots = person.components.filter((part): part is BallotScore => part.kind === 'ballot')
  return (
    <Panel name="chart-groups" fill>
      <Stack gap="md">
        {ballots.map(part => (
          <GroupShares key={part.component.id} part={part} />
        ))}
      </Stack>
    </Panel>
  )
}

function GroupShares({ part }: { readonly part: BallotScore }) {
  const { scale, indicators } = part.component
  const shares = scale.kind === 'grades' ? shareRows(part, scale) : null
  if (!shares || shares.rows.length === 0) return <Text c="dimmed">{words.noVotes}</Text>
  return (
    <StackedShares
      title={words.groups}
      note={words.groupsNote(indicators[0]?.name ?? '')}
      series={shares.series}
      rows={shares.rows}
      rowHead={words.groupHead}
    />
  )
}
