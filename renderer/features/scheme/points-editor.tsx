import { Stack, Switch } from '@mantine/core'
import { SCHEME } from '#renderer/strings/scheme.ts'
import { SCHEME_DESIGN } from '#renderer/strings/scheme-design.ts'
import type { ComponentDraft } from '#shared/domain/scheme/design/new-component.ts'
import { nextId } from '#shared/domain/scheme/design/next-id.ts'
import { useSetComponent, useTakenIds } from './designing.ts'
import { type IndicatorDraft, PointsList } from './points-list.tsx'

type PointsEditorProps = {
  readonly component: Exclude<ComponentDraft, { kind: 'ballot' }>
  readonly path: string
}

/** Whether a component is scored by indicators, and which. */
export function PointsEditor({ component, path }: PointsEditorProps) {
  const setComponent = useSetComponent()
  const taken = useTakenIds()
  const { indicators, ...plain } = component
  const set = (items: IndicatorDraft[]) => setComponent({ ...plain, indicators: items })
  return (
    <Stack gap="sm">
      <Switch
        label={SCHEME_DESIGN.withIndicators}
        description={indicators ? undefined : SCHEME.noIndicators}
        checked={indicators !== undefined}
        onChange={event =>
          event.currentTarget.checked ? set([{ id: nextId('k', taken()), name: '', points: '' }]) : setComponent(plain)
        }
      />
      {indicators && (
        <PointsList
          label={`${component.name}${SCHEME.indicators}`}
          path={`${path}.indicators`}
          indicators={indicators}
          onChange={set}
        />
      )}
    </Stack>
  )
}
