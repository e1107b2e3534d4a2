import { Box, SimpleGrid, Text } from '@mantine/core'
import { Panel } from '#renderer/components/panel.tsx'
import { SCHEME } from '#renderer/strings/scheme.ts'
import type { Component } from '#shared/domain/scheme/scheme.ts'
import { GroupsTable } from './groups-table.tsx'
import { IndicatorsTable } from './indicators-table.tsx'
import { ScaleTable } from './scale-table.tsx'
import { SourcesTable } from './sources-table.tsx'

type ComponentPanelProps = { readonly component: Component; readonly appraised: string }

/** What one component is made of. */
export function ComponentPanel({ component, appraised }: ComponentPanelProps) {
  const weight = (
    <Text size="sm" c="dimmed">
      {SCHEME.weight} {SCHEME.percent(component.weight)}
    </Text>
  )
  switch (component.kind) {
    case 'self':
      return (
        <Panel title={component.name} aside={weight}>
          <Box maw={560}>
            <IndicatorsTable indicators={component.indicators} />
          </Box>
        </Panel>
      )
    case 'ballot':
      return (
        <Panel title={component.name} aside={weight}>
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
            <GroupsTable component={component} appraised={appraised} />
            <ScaleTable component={component} />
          </SimpleGrid>
        </Panel>
      )
    case 'rating':
      return (
        <Panel title={component.name} aside={weight}>
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
            <SourcesTable component={component} />
            <IndicatorsTable indicators={component.indicators} />
          </SimpleGrid>
        </Panel>
      )
  }
}
