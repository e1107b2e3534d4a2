import { DataList } from '@mantine/core'
import { Panel } from '#renderer/components/panel.tsx'
import { SCHEME } from '#renderer/strings/scheme.ts'
import type { Scheme } from '#shared/domain/scheme/scheme.ts'

/** The rules that are not a component's. */
export function RulesPanel({ scheme }: { readonly scheme: Scheme }) {
  const { excellentQuota, adjustments } = scheme
  const tieNames = scheme.tieBreakers.map(breaker =>
    breaker === 'excellentRate'
      ? SCHEME.excellentRate
      : (scheme.components.find(component => component.id === breaker)?.name ?? breaker),
  )
  const rules = [
    {
      label: SCHEME.quota,
      text: excellentQuota ? SCHEME.quotaText(excellentQuota.percent, excellentQuota.by) : SCHEME.noQuota,
    },
    { label: SCHEME.ties, text: SCHEME.tiesText(tieNames) },
    {
      label: SCHEME.adjustments,
      text: adjustments ? SCHEME.adjustmentsText(adjustments.maxBonus, adjustments.maxPenalty) : SCHEME.noAdjustments,
    },
    { label: SCHEME.denominator, text: SCHEME.denominatorText(scheme.rateDenominator) },
    { label: SCHEME.minBallots, text: SCHEME.minBallotsText(scheme.minGroupBallots) },
    { label: SCHEME.rounding, text: SCHEME.roundingText },
  ]
  return (
    <Panel title={SCHEME.rules}>
      <DataList size="sm" labelWidth={110} gap="xs">
        {rules.map(rule => (
          <DataList.Item key={rule.label}>
            <DataList.ItemLabel>{rule.label}</DataList.ItemLabel>
            <DataList.ItemValue>{rule.text}</DataList.ItemValue>
          </DataList.Item>
        ))}
      </DataList>
    </Panel>
  )
}
