import { Select, SimpleGrid, Stack } from '@mantine/core'
import { Panel } from '#renderer/components/panel.tsx'
import { SCHEME } from '#renderer/strings/scheme.ts'
import { SCHEME_DESIGN } from '#renderer/strings/scheme-design.ts'
import type { ComponentDraft } from '#shared/domain/scheme/design/new-component.ts'
import { nextId } from '#shared/domain/scheme/design/next-id.ts'
import { BallotEditor } from './ballot-editor.tsx'
import { useSetComponent, useTakenIds } from './designing.ts'
import { PointsEditor } from './points-editor.tsx'
import { choicesOf, isKeyOf } from './select-data.ts'
import { WeightsEditor } from './weights-editor.tsx'

type ComponentEditorProps = { readonly component: ComponentDraft; readonly path: string }

/** What one component is made of. */
export function ComponentEditor({ component, path }: ComponentEditorProps) {
  const title = component.name.trim() || SCHEME_DESIGN.kinds[component.kind]
  return (
    <Panel title={title} name={`design-${component.id}`}>
      {component.kind === 'ballot' ? (
        <BallotEditor component={component} path={path} />
      ) : component.kind === 'self' ? (
        <PointsEditor component={component} path={path} />
      ) : (
        <RatingEditor component={component} path={path} />
      )}
    </Panel>
  )
}

type RatingEditorProps = { readonly component: Extract<ComponentDraft, { kind: 'rating' }>; readonly path: string }

function RatingEditor({ component, path }: RatingEditorProps) {
  const setComponent = useSetComponent()
  const taken = useTakenIds()
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
      <Stack gap="md">
        <WeightsEditor
          label={SCHEME.sources}
          nameTitle={SCHEME.source}
          path={`${path}.sources`}
          items={component.sources}
          onChange={items => setComponent({ ...component, sources: [...items] })}
          add={{ label: SCHEME_DESIGN.addSource, make: () => ({ id: nextId('s', taken()), name: '', weight: '' }) }}
        />
        <Select
          label={SCHEME_DESIGN.emptySource}
          data={choicesOf(SCHEME_DESIGN.whenEmpty)}
          value={component.emptySource}
          allowDeselect={false}
          maw={280}
          onChange={value =>
            isKeyOf(SCHEME_DESIGN.whenEmpty, value) && setComponent({ ...component, emptySource: value })
          }
        />
      </Stack>
      <PointsEditor component={component} path={path} />
    </SimpleGrid>
  )
}
