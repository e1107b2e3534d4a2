import { Group, Stack, Switch, Text } from '@mantine/core'
import { totalWords } from '#renderer/strings/scheme-design.ts'
import { VARIANTS } from '#renderer/strings/scheme-variants.ts'
import type { VariantPart } from '#shared/domain/scheme/design/edit-variants.ts'
import type { ComponentDraft } from '#shared/domain/scheme/design/new-component.ts'
import { runningTotal } from '#shared/domain/scheme/design/running-total.ts'
import { DecimalField } from './decimal-field.tsx'
import { PointsList } from './points-list.tsx'
import { FAULT_COLOUR, WHOLE_COLOUR } from './told-colours.ts'

type VariantPartEditorProps = {
  readonly component: ComponentDraft
  readonly part: VariantPart
  readonly path: string
  readonly onChange: (part: VariantPart) => void
}

/** A component's own indicators and its sources' own weights, each taken over from the main scheme to be changed. */
export function VariantPartEditor(props: VariantPartEditorProps) {
  const { component } = props
  if (component.kind === 'ballot') return null
  const several = component.kind === 'rating' && component.sources.length > 1
  if (!component.indicators && !several) return null
  return (
    <Stack gap="sm" maw={560}>
      {component.indicators && <OwnIndicators {...props} component={component} />}
      {several && <OwnSources {...props} component={component} />}
    </Stack>
  )
}

type OwnIndicatorsProps = VariantPartEditorProps & { readonly component: Exclude<ComponentDraft, { kind: 'ballot' }> }

function OwnIndicators({ component, part, path, onChange }: OwnIndicatorsProps) {
  const { indicators, ...rest } = part
  return (
    <>
      <Switch
        label={VARIANTS.ownIndicators(component.name)}
        checked={indicators !== undefined}
        onChange={event =>
          onChange(event.currentTarget.checked ? { ...rest, indicators: [...(component.indicators ?? [])] } : rest)
        }
      />
      {indicators && (
        <PointsList
          label={VARIANTS.indicators(component.name)}
          path={`${path}.indicators`}
          indicators={indicators}
          onChange={own => onChange({ ...rest, indicators: own })}
        />
      )}
    </>
  )
}

type OwnSourcesProps = VariantPartEditorProps & { readonly component: Extract<ComponentDraft, { kind: 'rating' }> }

function OwnSources({ component, part, path, onChange }: OwnSourcesProps) {
  const { sources, ...rest } = part
  const total = sources && runningTotal(sources.map(each => each.weight))
  return (
    <>
      <Switch
        label={VARIANTS.ownSources(component.name)}
        checked={sources !== undefined}
        onChange={event =>
          onChange(
            event.currentTarget.checked
              ? { ...rest, sources: component.sources.map(({ id, weight }) => ({ id, weight })) }
              : rest,
          )
        }
      />
      {sources && (
        <Group align="flex-end" gap="md">
          {component.sources.map(({ id, name, weight }) => {
            const index = sources.findIndex(each => each.id === id)
            return (
              <DecimalField
                key={id}
                w={150}
                label={`${name}（%）`}
                description={`${VARIANTS.main} ${weight}%`}
                path={`${path}.sources[${index}].weight`}
                value={sources[index]?.weight ?? ''}
                onChange={text =>
                  onChange({ ...rest, sources: sources.map(each => (each.id === id ? { id, weight: text } : each)) })
                }
              />
            )
          })}
          {total && (
            <Text size="sm" fw={600} pb={8} c={total.state === 'whole' ? WHOLE_COLOUR : FAULT_COLOUR} role="status">
              {totalWords(total)}
            </Text>
          )}
        </Group>
      )}
    </>
  )
}
