import { Box, SimpleGrid, Text } from '@mantine/core'
import type { ReactNode } from 'react'

export type Fact = {
  readonly label: string
  readonly value: ReactNode
  readonly note?: ReactNode
}

type FactsProps = { readonly facts: readonly Fact[]; readonly columns?: number }

/** A row of figures with their labels. */
export function Facts({ facts, columns = facts.length }: FactsProps) {
  return (
    <SimpleGrid cols={{ base: 2, sm: Math.min(columns, 3), md: columns }} spacing="md" component="dl" m={0}>
      {facts.map(fact => (
        <Box key={fact.label}>
          <Text component="dt" size="sm" c="dimmed">
            {fact.label}
          </Text>
          <Text component="dd" m={0} fz={22} fw={600} lh={1.35}>
            {fact.value}
          </Text>
          {fact.note !== undefined && (
            <Text component="dd" m={0} size="xs" c="dimmed">
              {fact.note}
            </Text>
          )}
        </Box>
      ))}
    </SimpleGrid>
  )
}
