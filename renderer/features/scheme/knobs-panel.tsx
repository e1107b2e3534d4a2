import { Group, Select, Stack, Text } from '@mantine/core'
import { Panel } from '#renderer/components/panel.tsx'
import { SCHEME } from '#renderer/strings/scheme.ts'
import { SCHEME_DESIGN } from '#renderer/strings/scheme-design.ts'
import { VARIANTS } from '#renderer/strings/scheme-variants.ts'
import { WHAT_IF } from '#renderer/strings/what-if.ts'
import type { SchemeDraft } from '#shared/domain/scheme/design/draft.ts'
import { withComponent } from '#shared/domain/scheme/design/edit-components.ts'
import { DecimalField } from './decimal-field.tsx'
import { choicesOf, isKeyOf } from './select-data.ts'
import { type Knob, WeightKnobs } from './weight-knobs.tsx'

type KnobsPanelProps = { readonly draft: SchemeDraft; readonly onChange: (draft: SchemeDraft) => void }

type Weighted = { readonly id: string; readonly name: string; readonly weight: string }

function knobsOf(items: readonly Weighted[], path: string): Knob[] {
  return items.map(({ id, name, weight }, index) => ({ id, name, value: weight, path: `${path}[${index}].weight` }))
}

function withWeight<Item extends Weighted>(items: readonly Item[], id: string, weight: string): Item[] {
  return items.map(item => (item.id === id ? { ...item, weight } : item))
}

/** Everything that can be tried: weights, lines and quota. Names, indicators and options belong to the designer. */
export function KnobsPanel({ draft, onChange }: KnobsPanelProps) {
  return (
    <Panel title={WHAT_IF.tried} name="knobs">
      <Stack gap="lg">
        <WeightKnobs
          title={WHAT_IF.weights}
          shares
          knobs={knobsOf(draft.components, 'scheme.components')}
          onChange={(id, weight) => onChange({ ...draft, components: withWeight(draft.components, id, weight) })}
        />
        <PartKnobs draft={draft} onChange={onChange} />
        <WeightKnobs
          title={WHAT_IF.lines}
          shares={false}
          // The last line is 0 whatever is tried: every total has a grade.
          knobs={draft.grades.slice(0, -1).map(({ id, label, min }, index) => ({
            id,
            name: label,
            value: min,
            path: `scheme.grades[${index}].min`,
          }))}
          onChange={(id, min) =>
            onChange({ ...draft, grades: draft.grades.map(grade => (grade.id === id ? { ...grade, min } : grade)) })
          }
        />
        <QuotaKnobs draft={draft} onChange={onChange} />
        {draft.variants && (
          <Text size="xs" c="dimmed">
            {VARIANTS.whatIf}
          </Text>
        )}
      </Stack>
    </Panel>
  )
}

function PartKnobs({ draft, onChange }: KnobsPanelProps) {
  return draft.components.map((component, index) => {
    const path = `scheme.components[${index}]`
    if (component.kind === 'ballot' && component.groups.length > 1)
      return (
        <WeightKnobs
          key={component.id}
          title={WHAT_IF.groups(component.name)}
          shares
          knobs={knobsOf(component.groups, `${path}.groups`)}
          onChange={(id, weight) =>
            onChange(withComponent(draft, { ...component, groups: withWeight(component.groups, id, weight) }))
          }
        />
      )
    if (component.kind === 'rating' && component.sources.length > 1)
      return (
        <WeightKnobs
          key={component.id}
          title={WHAT_IF.sources(component.name)}
          shares
          knobs={knobsOf(component.sources, `${path}.sources`)}
          onChange={(id, weight) =>
            onChange(withComponent(draft, { ...component, sources: withWeight(component.sources, id, weight) }))
          }
        />
      )
    return null
  })
}

function QuotaKnobs({ draft, onChange }: KnobsPanelProps) {
  const { excellentQuota } = draft
  return (
    <Stack gap={6}>
      <Text size="sm" fw={600}>
        {SCHEME.quota}
      </Text>
      {excellentQuota ? (
        <Group grow align="flex-start">
          <DecimalField
            label={WHAT_IF.percent}
            path="scheme.excellentQuota.percent"
            value={excellentQuota.percent}
            onChange={percent => onChange({ ...draft, excellentQuota: { ...excellentQuota, percent } })}
          />
          <Select
            label={WHAT_IF.pools}
            data={choicesOf(SCHEME_DESIGN.quotaPools)}
            value={excellentQuota.by}
            allowDeselect={false}
            onChange={by =>
              isKeyOf(SCHEME_DESIGN.quotaPools, by) && onChange({ ...draft, excellentQuota: { ...excellentQuota, by } })
            }
          />
        </Group>
      ) : (
        <Text size="sm" c="dimmed">
          {WHAT_IF.noQuota}
        </Text>
      )}
    </Stack>
  )
}
