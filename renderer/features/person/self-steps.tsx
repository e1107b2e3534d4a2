import { Box, Text } from '@mantine/core'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { PERSON } from '#renderer/strings/person.ts'
import type { SelfScore } from '#shared/domain/score/annual-score.ts'
import { rational, sum } from '#shared/lib/rational.ts'
import { equals, pointsText } from './exact-text.ts'

const words = PERSON.self

/** The self-assessment's scores and their sum. */
export function SelfSteps({ part }: { readonly part: SelfScore }) {
  const { record, indicators, score } = part
  if (!record || score === null) return <Text size="sm">{words.absent}</Text>
  if (indicators.length === 0) return <Text size="sm">{words.direct(record.score ?? '')}</Text>
  const own = sum(indicators.map(indicator => rational(record.scores?.[indicator.id] ?? 0)))
  const points = sum(indicators.map(indicator => rational(indicator.points)))
  return (
    <Box maw={560}>
      <PlainTable
        label={part.component.name}
        columns={[
          { title: words.indicator },
          { title: words.points, align: 'right', width: 80 },
          { title: words.own, align: 'right', width: 80 },
        ]}
        rows={indicators.map(indicator => ({
          key: indicator.id,
          cells: [indicator.name, indicator.points, record.scores?.[indicator.id] ?? ''],
        }))}
        foot={[PERSON.steps.total, pointsText(points), pointsText(own)]}
      />
      <Text size="sm" mt="xs" data-formula="self">
        {words.formula(pointsText(own), pointsText(points), equals(score))}
      </Text>
    </Box>
  )
}
