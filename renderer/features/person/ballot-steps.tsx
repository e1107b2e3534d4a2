import { Stack, Text } from '@mantine/core'
import { PERSON } from '#renderer/strings/person.ts'
import { countOf } from '#shared/domain/ballot/combine-tallies.ts'
import type { BallotComponent } from '#shared/domain/scheme/scheme.ts'
import type { BallotScore, GroupScore, IndicatorScore } from '#shared/domain/score/annual-score.ts'
import { weightText } from '#shared/lib/rational.ts'
import { meanFormula } from './mean-formula.ts'
import { WeightedTable } from './weighted-table.tsx'

const words = PERSON.ballot

/** From the counts of each group to the component's score. */
export function BallotSteps({ part }: { readonly part: BallotScore }) {
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">
        {words.explain}
      </Text>
      <WeightedTable
        label={part.component.name}
        head={words.group}
        howHead={words.counting}
        rows={part.groups.map(group => ({
          key: group.group.id,
          name: `${group.group.id} ${group.group.name}`,
          planned: group.group.weight,
          used: group.weight,
          score: group.score,
          how: <GroupCounting group={group} component={part.component} />,
        }))}
        total={part.score}
      />
    </>
  )
}

type GroupCountingProps = { readonly group: GroupScore; readonly component: BallotComponent }

function GroupCounting({ group, component }: GroupCountingProps) {
  return (
    <Stack gap={4}>
      {group.indicators.map(each => (
        <div key={each.indicator.id}>
          {group.indicators.length > 1 && (
            <Text span size="sm" c="dimmed">
              {words.indicator(each.indicator.name, each.weight === null ? '—' : weightText(each.weight))}{' '}
            </Text>
          )}
          <Text span size="sm" data-formula={each.indicator.id}>
            {meanFormula(each, component.scale) ?? words.noMarks}
          </Text>
          <Aside part={each} component={component} />
        </div>
      ))}
    </Stack>
  )
}

/** What a row holds that no mean counts. */
function Aside({ part, component }: { readonly part: IndicatorScore; readonly component: BallotComponent }) {
  const { row, dropped } = part
  const unscored =
    component.scale.kind === 'grades' ? component.scale.options.filter(option => option.points === undefined) : []
  const notes = [
    ...unscored
      .map(option => ({ label: option.label, count: countOf(row.marks, option.id) }))
      .filter(option => option.count > 0)
      .map(option => words.unscored(option.label, option.count)),
    ...(row.abstain + row.invalid > 0 ? [words.left(row.abstain, row.invalid)] : []),
    ...(row.self > 0 ? [words.own(row.self)] : []),
    ...(dropped.length > 0 ? [words.dropped(dropped.join('、'))] : []),
  ]
  if (notes.length === 0) return null
  return (
    <Text size="xs" c="dimmed">
      {notes.join('；')}
    </Text>
  )
}
