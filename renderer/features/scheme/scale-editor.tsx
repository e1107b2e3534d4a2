import { Checkbox, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { SCHEME } from '#renderer/strings/scheme.ts'
import { SCHEME_DESIGN } from '#renderer/strings/scheme-design.ts'
import type { BallotDraft } from '#shared/domain/scheme/design/new-component.ts'
import { newGradesScale, newPointsScale } from '#shared/domain/scheme/design/new-component.ts'
import { nextId } from '#shared/domain/scheme/design/next-id.ts'
import { DecimalField } from './decimal-field.tsx'
import { useSetComponent, useTakenIds } from './designing.ts'
import { ListEditor } from './list-editor.tsx'
import { PointsScaleEditor } from './points-scale-editor.tsx'
import { choicesOf } from './select-data.ts'
import { TextCell } from './text-cell.tsx'

type GradesScale = Extract<BallotDraft['scale'], { kind: 'grades' }>
type Option = GradesScale['options'][number]

/** What a voter can choose: named options, or a number. */
export function ScaleEditor({ component, path }: { readonly component: BallotDraft; readonly path: string }) {
  const setComponent = useSetComponent()
  const { scale } = component
  const set = (next: BallotDraft['scale']) => setComponent({ ...component, scale: next })
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Text size="sm" fw={600}>
          {SCHEME_DESIGN.scaleKind}
        </Text>
        <SegmentedControl
          size="xs"
          aria-label={SCHEME_DESIGN.scaleKind}
          data={choicesOf(SCHEME_DESIGN.scaleKinds)}
          value={scale.kind}
          onChange={kind => {
            if (kind !== scale.kind) set(kind === 'points' ? newPointsScale() : newGradesScale())
          }}
        />
      </Group>
      {scale.kind === 'grades' ? (
        <OptionsEditor scale={scale} path={`${path}.options`} onChange={set} />
      ) : (
        <PointsScaleEditor scale={scale} path={path} onChange={set} />
      )}
    </Stack>
  )
}

type OptionsEditorProps = {
  readonly scale: GradesScale
  readonly path: string
  readonly onChange: (scale: GradesScale) => void
}

function OptionsEditor({ scale, path, onChange }: OptionsEditorProps) {
  const taken = useTakenIds()
  const { options } = scale
  const set = (items: readonly Option[]) => onChange({ ...scale, options: [...items] })
  return (
    <ListEditor<Option>
      label={SCHEME.scale}
      path={path}
      items={options}
      keyOf={item => item.id}
      nameOf={item => item.label}
      onChange={set}
      add={{
        label: SCHEME_DESIGN.addOption,
        choices: [{ label: SCHEME_DESIGN.addOption, make: () => ({ id: nextId('o', taken()), label: '' }) }],
      }}
      columns={[
        {
          title: SCHEME.option,
          cell: (item, at) => (
            <TextCell
              label={at.label}
              path={`${at.path}.label`}
              value={item.label}
              onChange={label => set(options.with(at.index, { ...item, label }))}
            />
          ),
        },
        {
          title: SCHEME.optionPoints,
          width: 100,
          cell: (item, at) => (
            <DecimalField
              aria-label={at.label}
              path={`${at.path}.points`}
              placeholder={SCHEME_DESIGN.noPoints}
              value={item.points ?? ''}
              onChange={points => set(options.with(at.index, withPoints(item, points)))}
            />
          ),
        },
        {
          title: SCHEME.satisfied,
          width: 80,
          cell: (item, at) => (
            <Checkbox
              aria-label={at.label}
              mt={8}
              checked={item.satisfied ?? false}
              onChange={event => {
                const { satisfied: _satisfied, ...plain } = item
                set(options.with(at.index, event.currentTarget.checked ? { ...plain, satisfied: true } : plain))
              }}
            />
          ),
        },
      ]}
    />
  )
}

/** An option without points (不了解) counts as a category only. */
function withPoints(option: Option, points: string): Option {
  const { points: _points, ...plain } = option
  return points === '' ? plain : { ...plain, points }
}
