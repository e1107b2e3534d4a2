import { Text } from '@mantine/core'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { SCHEME } from '#renderer/strings/scheme.ts'
import type { PointsIndicator } from '#shared/domain/scheme/scheme.ts'

type IndicatorsTableProps = { readonly indicators: readonly PointsIndicator[] | undefined }

export function IndicatorsTable({ indicators }: IndicatorsTableProps) {
  if (!indicators)
    return (
      <Text size="sm" c="dimmed">
        {SCHEME.noIndicators}
      </Text>
    )
  return (
    <PlainTable
      label={SCHEME.indicators}
      columns={[{ title: SCHEME.indicator }, { title: SCHEME.points, align: 'right', width: 80 }]}
      rows={indicators.map(indicator => ({ key: indicator.id, cells: [indicator.name, indicator.points] }))}
    />
  )
}
