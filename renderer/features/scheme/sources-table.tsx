import { Stack, Text } from '@mantine/core'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { SCHEME } from '#renderer/strings/scheme.ts'
import type { RatingComponent } from '#shared/domain/scheme/scheme.ts'

/** Who rates, with which weight. */
export function SourcesTable({ component }: { readonly component: RatingComponent }) {
  return (
    <Stack gap="md">
      <PlainTable
        label={SCHEME.sources}
        columns={[{ title: SCHEME.source }, { title: SCHEME.weight, align: 'right', width: 80 }]}
        rows={component.sources.map(source => ({
          key: source.id,
          cells: [source.name, SCHEME.percent(source.weight)],
        }))}
      />
      <Text size="xs" c="dimmed">
        {SCHEME.emptySource[component.emptySource]}
      </Text>
    </Stack>
  )
}
