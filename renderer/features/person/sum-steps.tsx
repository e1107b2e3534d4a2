import { Box, Stack, Text } from '@mantine/core'
import { PERSON } from '#renderer/strings/person.ts'
import type { AnnualScore } from '#shared/domain/score/annual-score.ts'
import { sumLines } from './sum-lines.ts'
import { weightedSum } from './weighted-sum.ts'
import { WeightedTable } from './weighted-table.tsx'

/** From the components to the total. */
export function SumSteps({ person }: { readonly person: AnnualScore }) {
  return (
    <Box maw={720}>
      <WeightedTable
        label={PERSON.sum.title}
        head={PERSON.sum.component}
        rows={person.components.map(part => ({
          key: part.component.id,
          name: part.component.name,
          planned: part.component.weight,
          used: part.weight,
          score: part.score,
        }))}
        total={person.total === null ? null : weightedSum(person)}
      />
      <Stack gap={2} mt="xs">
        {sumLines(person).map(line => (
          <Text key={line} size="sm" data-formula="sum">
            {line}
          </Text>
        ))}
      </Stack>
    </Box>
  )
}
