import { Group, Stack, Switch } from '@mantine/core'
import { SCHEME_DESIGN } from '#renderer/strings/scheme-design.ts'
import type { BallotDraft } from '#shared/domain/scheme/design/new-component.ts'
import { DecimalField } from './decimal-field.tsx'
import { WholeField } from './whole-field.tsx'

type PointsScale = Extract<BallotDraft['scale'], { kind: 'points' }>

type PointsScaleEditorProps = {
  readonly scale: PointsScale
  readonly path: string
  readonly onChange: (scale: PointsScale) => void
}

const USUAL_TRIM = { drop: 1, moreThan: 5 }

/** Marks as numbers: from, to, in steps of; and whether the extremes go. */
export function PointsScaleEditor({ scale, path, onChange }: PointsScaleEditorProps) {
  const { trim, ...plain } = scale
  const limits = [
    { field: 'min', label: SCHEME_DESIGN.pointsMin },
    { field: 'max', label: SCHEME_DESIGN.pointsMax },
    { field: 'step', label: SCHEME_DESIGN.pointsStep },
  ] as const
  return (
    <Stack gap="sm">
      <Group grow align="flex-start">
        {limits.map(({ field, label }) => (
          <DecimalField
            key={field}
            label={label}
            path={`${path}.${field}`}
            value={scale[field]}
            onChange={value => onChange({ ...scale, [field]: value })}
          />
        ))}
      </Group>
      <Switch
        label={SCHEME_DESIGN.trim}
        checked={trim !== undefined}
        onChange={event => onChange(event.currentTarget.checked ? { ...plain, trim: USUAL_TRIM } : plain)}
      />
      {trim && (
        <Group grow align="flex-start">
          <WholeField
            label={SCHEME_DESIGN.trimMoreThan}
            path={`${path}.trim.moreThan`}
            value={trim.moreThan}
            onChange={moreThan => onChange({ ...plain, trim: { ...trim, moreThan } })}
          />
          <WholeField
            label={SCHEME_DESIGN.trimDrop}
            path={`${path}.trim.drop`}
            value={trim.drop}
            onChange={drop => onChange({ ...plain, trim: { ...trim, drop } })}
          />
        </Group>
      )}
    </Stack>
  )
}
