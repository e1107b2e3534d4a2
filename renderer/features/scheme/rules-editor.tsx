import { Group, Select, SimpleGrid, Stack, Switch } from '@mantine/core'
import { Panel } from '#renderer/components/panel.tsx'
import { SCHEME } from '#renderer/strings/scheme.ts'
import { SCHEME_DESIGN } from '#renderer/strings/scheme-design.ts'
import { ADJUSTMENTS, COMMON_RULES } from '#shared/domain/scheme/templates/default-parts.ts'
import { DecimalField } from './decimal-field.tsx'
import { useDesigning } from './designing.ts'
import { choicesOf, isKeyOf } from './select-data.ts'
import { TiesEditor } from './ties-editor.tsx'
import { WholeField } from './whole-field.tsx'

/** The rules that are not a component's. */
export function RulesEditor() {
  const { draft, set } = useDesigning()
  return (
    <Panel title={SCHEME.rules} name="design-rules">
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
        <Stack gap="md">
          <QuotaEditor />
          <AdjustmentsEditor />
          <Group grow align="flex-start">
            <Select
              label={SCHEME_DESIGN.denominator}
              data={choicesOf(SCHEME_DESIGN.denominators)}
              value={draft.rateDenominator}
              allowDeselect={false}
              onChange={value =>
                isKeyOf(SCHEME_DESIGN.denominators, value) && set({ ...draft, rateDenominator: value })
              }
            />
            <WholeField
              label={SCHEME_DESIGN.minBallots}
              path="scheme.minGroupBallots"
              value={draft.minGroupBallots ?? COMMON_RULES.minGroupBallots}
              onChange={minGroupBallots => set({ ...draft, minGroupBallots })}
            />
          </Group>
        </Stack>
        <TiesEditor />
      </SimpleGrid>
    </Panel>
  )
}

function QuotaEditor() {
  const { draft, set } = useDesigning()
  const { excellentQuota, ...plain } = draft
  return (
    <Stack gap="xs">
      <Switch
        label={SCHEME_DESIGN.quota}
        checked={excellentQuota !== undefined}
        onChange={event =>
          set(event.currentTarget.checked ? { ...plain, excellentQuota: COMMON_RULES.excellentQuota } : plain)
        }
      />
      {excellentQuota && (
        <Group grow align="flex-start">
          <DecimalField
            label={SCHEME_DESIGN.quotaPercent}
            path="scheme.excellentQuota.percent"
            value={excellentQuota.percent}
            onChange={percent => set({ ...plain, excellentQuota: { ...excellentQuota, percent } })}
          />
          <Select
            label={SCHEME_DESIGN.quotaBy}
            data={choicesOf(SCHEME_DESIGN.quotaPools)}
            value={excellentQuota.by}
            allowDeselect={false}
            onChange={by =>
              isKeyOf(SCHEME_DESIGN.quotaPools, by) && set({ ...plain, excellentQuota: { ...excellentQuota, by } })
            }
          />
        </Group>
      )}
    </Stack>
  )
}

function AdjustmentsEditor() {
  const { draft, set } = useDesigning()
  const { adjustments, ...plain } = draft
  return (
    <Stack gap="xs">
      <Switch
        label={SCHEME_DESIGN.adjustments}
        checked={adjustments !== undefined}
        onChange={event => set(event.currentTarget.checked ? { ...plain, adjustments: ADJUSTMENTS } : plain)}
      />
      {adjustments && (
        <Group grow align="flex-start">
          <DecimalField
            label={SCHEME_DESIGN.maxBonus}
            path="scheme.adjustments.maxBonus"
            value={adjustments.maxBonus}
            onChange={maxBonus => set({ ...plain, adjustments: { ...adjustments, maxBonus } })}
          />
          <DecimalField
            label={SCHEME_DESIGN.maxPenalty}
            path="scheme.adjustments.maxPenalty"
            value={adjustments.maxPenalty}
            onChange={maxPenalty => set({ ...plain, adjustments: { ...adjustments, maxPenalty } })}
          />
        </Group>
      )}
    </Stack>
  )
}
