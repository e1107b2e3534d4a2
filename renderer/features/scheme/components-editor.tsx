import { Select, Text } from '@mantine/core'
import { Panel } from '#renderer/components/panel.tsx'
import { SCHEME } from '#renderer/strings/scheme.ts'
import { SCHEME_DESIGN } from '#renderer/strings/scheme-design.ts'
import { withoutComponent } from '#shared/domain/scheme/design/edit-components.ts'
import { type ComponentDraft, type ComponentKind, newComponent } from '#shared/domain/scheme/design/new-component.ts'
import { runningTotal } from '#shared/domain/scheme/design/running-total.ts'
import { DecimalField } from './decimal-field.tsx'
import { useDesigning, useSetComponent, useTakenIds } from './designing.ts'
import { useFaultAt } from './fault-words-of.ts'
import { ListEditor } from './list-editor.tsx'
import { choicesOf, isKeyOf } from './select-data.ts'
import { TextCell } from './text-cell.tsx'
import { FAULT_COLOUR } from './told-colours.ts'

const KINDS: readonly ComponentKind[] = ['self', 'ballot', 'rating']

/** What the total is made of, with its weights. */
export function ComponentsEditor() {
  const { draft, set } = useDesigning()
  const setComponent = useSetComponent()
  const taken = useTakenIds()
  const kinds = KINDS.filter(kind => kind !== 'self' || !draft.components.some(each => each.kind === 'self'))
  return (
    <Panel title={SCHEME.components} name="design-components">
      <ListEditor<ComponentDraft>
        label={SCHEME.components}
        path="scheme.components"
        items={draft.components}
        keyOf={item => item.id}
        nameOf={item => item.name}
        onChange={components => set({ ...draft, components: [...components] })}
        onRemove={item => set(withoutComponent(draft, item.id))}
        total={runningTotal(draft.components.map(each => each.weight))}
        add={{
          label: SCHEME_DESIGN.addComponent,
          choices: kinds.map(kind => ({
            label: SCHEME_DESIGN.addKind[kind],
            make: () => named(newComponent(kind, taken()), draft.components),
          })),
        }}
        columns={[
          {
            title: SCHEME.component,
            cell: (item, { label, path }) => (
              <TextCell
                label={label}
                path={`${path}.name`}
                value={item.name}
                onChange={name => setComponent({ ...item, name })}
              />
            ),
          },
          { title: SCHEME_DESIGN.kind, width: 110, cell: (item, { path }) => <Kind item={item} path={path} /> },
          {
            title: `${SCHEME.weight}（%）`,
            width: 110,
            cell: (item, { label, path }) => (
              <DecimalField
                aria-label={label}
                path={`${path}.weight`}
                value={item.weight}
                onChange={weight => setComponent({ ...item, weight })}
              />
            ),
          },
          {
            title: SCHEME.missing,
            width: 250,
            cell: (item, { label }) => (
              <Select
                aria-label={label}
                data={choicesOf(SCHEME.whenMissing)}
                value={item.missing}
                allowDeselect={false}
                onChange={value => isKeyOf(SCHEME.whenMissing, value) && setComponent({ ...item, missing: value })}
              />
            ),
          },
        ]}
      />
    </Panel>
  )
}

function Kind({ item, path }: { readonly item: ComponentDraft; readonly path: string }) {
  const fault = useFaultAt(`${path}.kind`)
  return (
    <Text size="sm" pt={8} {...(fault !== null && { c: FAULT_COLOUR })}>
      {fault ?? SCHEME_DESIGN.kinds[item.kind]}
    </Text>
  )
}

/** Two components of one name could not be told apart: the second one's is left for a person to say. */
function named(component: ComponentDraft, others: readonly ComponentDraft[]): ComponentDraft {
  return others.some(each => each.name === component.name) ? { ...component, name: '' } : component
}
