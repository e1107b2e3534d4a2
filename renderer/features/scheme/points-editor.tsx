import { Stack, Switch } from '@mantine/core'
import { SCHEME } from '#renderer/strings/scheme.ts'
import { SCHEME_DESIGN } from '#renderer/strings/scheme-design.ts'
import type { ComponentDraft } from '#shared/domain/scheme/design/new-component.ts'
import { nextId } from '#shared/domain/scheme/design/next-id.ts'
import { runningTotal } from '#shared/domain/scheme/design/running-total.ts'
import { DecimalField } from './decimal-field.tsx'
import { useSetComponent, useTakenIds } from './designing.ts'
import { ListEditor } from './list-editor.tsx'
import { TextCell } from './text-cell.tsx'

type PointsEditorProps = {
  readonly component: Exclude<ComponentDraft, { kind: 'ballot' }>
  readonly path: string
}

/** Whether a component is scored by indicators, and which. */
export function PointsEditor({ component, path }: PointsEditorProps) {
  const setComponent = useSetComponent()
  const taken = useTakenIds()
  const { indicators, ...plain } = component
  const make = () => ({ id: nextId('k', taken()), name: '', points: '' })
  const set = (items: NonNullable<typeof indicators>) => setComponent({ ...plain, indicators: items })
  return (
    <Stack gap="sm">
      <Switch
        label={SCHEME_DESIGN.withIndicators}
        description={indicators ? undefined : SCHEME.noIndicators}
        checked={indicators !== undefined}
        onChange={event => (event.currentTarget.checked ? set([make()]) : setComponent(plain))}
      />
      {indicators && (
        <ListEditor
          label={`${component.name}${SCHEME.indicators}`}
          path={`${path}.indicators`}
          items={indicators}
          keyOf={item => item.id}
          nameOf={item => item.name}
          onChange={items => set([...items])}
          total={runningTotal(indicators.map(each => each.points))}
          add={{ label: SCHEME_DESIGN.addIndicator, choices: [{ label: SCHEME_DESIGN.addIndicator, make }] }}
          columns={[
            {
              title: SCHEME.indicator,
              cell: (item, at) => (
                <TextCell
                  label={at.label}
                  path={`${at.path}.name`}
                  value={item.name}
                  onChange={name => set(indicators.with(at.index, { ...item, name }))}
                />
              ),
            },
            {
              title: SCHEME.points,
              width: 100,
              cell: (item, at) => (
                <DecimalField
                  aria-label={at.label}
                  path={`${at.path}.points`}
                  value={item.points}
                  onChange={points => set(indicators.with(at.index, { ...item, points }))}
                />
              ),
            },
          ]}
        />
      )}
    </Stack>
  )
}
