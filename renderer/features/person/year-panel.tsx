import { Group, Stack, Text } from '@mantine/core'
import { Panel } from '#renderer/components/panel.tsx'
import { PERSON } from '#renderer/strings/person.ts'
import { WORKLOAD } from '#renderer/strings/workload.ts'
import type { AnnualScore } from '#shared/domain/score/annual-score.ts'

const words = PERSON.year

/** The year summary and the work figures. */
export function YearPanel({ person }: { readonly person: AnnualScore }) {
  const record = person.components.find(part => part.kind === 'self')?.record
  const figures = WORKLOAD.flatMap(({ id, label }) => {
    const value = record?.workload?.[id]
    return value === undefined ? [] : [{ id, label, value }]
  })
  return (
    <Panel title={words.title} name="year">
      {record ? (
        <Stack gap="md">
          {figures.length === 0 ? (
            <Text c="dimmed">{words.noWorkload}</Text>
          ) : (
            <Group gap="xl">
              {figures.map(figure => (
                <div key={figure.id}>
                  <Text size="sm" c="dimmed">
                    {figure.label}
                  </Text>
                  <Text fw={600} fz="lg">
                    {figure.value}
                  </Text>
                </div>
              ))}
            </Group>
          )}
          <Text style={{ whiteSpace: 'pre-line' }} lh={1.8} maw="42em">
            {record.summary?.trim() || words.noSummary}
          </Text>
        </Stack>
      ) : (
        <Text c="dimmed">{words.none}</Text>
      )}
    </Panel>
  )
}
