import { Stack, Text } from '@mantine/core'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { SCHEME } from '#renderer/strings/scheme.ts'
import type { BallotComponent } from '#shared/domain/scheme/scheme.ts'

/** What a voter can choose, and the indicators chosen for. */
export function ScaleTable({ component }: { readonly component: BallotComponent }) {
  const { scale, indicators } = component
  return (
    <Stack gap="md">
      {scale.kind === 'grades' ? (
        <PlainTable
          label={SCHEME.scale}
          columns={[
            { title: SCHEME.option },
            { title: SCHEME.optionPoints, align: 'right', width: 80 },
            { title: SCHEME.satisfied, align: 'right', width: 90 },
          ]}
          rows={scale.options.map(option => ({
            key: option.id,
            cells: [option.label, option.points ?? SCHEME.noPoints, option.satisfied ? SCHEME.yes : ''],
          }))}
        />
      ) : (
        <Text size="sm">
          {SCHEME.pointsScale(scale.min, scale.max, scale.step)}
          {scale.trim && `；${SCHEME.trim(scale.trim.drop, scale.trim.moreThan)}`}
        </Text>
      )}
      <PlainTable
        label={SCHEME.indicators}
        columns={[{ title: SCHEME.indicator }, { title: SCHEME.weight, align: 'right', width: 80 }]}
        rows={indicators.map(indicator => ({
          key: indicator.id,
          cells: [indicator.name, SCHEME.percent(indicator.weight)],
        }))}
      />
    </Stack>
  )
}
