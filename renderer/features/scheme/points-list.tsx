import { SCHEME } from '#renderer/strings/scheme.ts'
import { SCHEME_DESIGN } from '#renderer/strings/scheme-design.ts'
import { nextId } from '#shared/domain/scheme/design/next-id.ts'
import { runningTotal } from '#shared/domain/scheme/design/running-total.ts'
import { DecimalField } from './decimal-field.tsx'
import { useTakenIds } from './designing.ts'
import { ListEditor } from './list-editor.tsx'
import { TextCell } from './text-cell.tsx'

export type IndicatorDraft = { readonly id: string; readonly name: string; readonly points: string }

type PointsListProps = {
  readonly label: string
  readonly path: string
  readonly indicators: readonly IndicatorDraft[]
  readonly onChange: (indicators: IndicatorDraft[]) => void
}

/** Indicators with points that total 100. */
export function PointsList({ label, path, indicators, onChange }: PointsListProps) {
  const taken = useTakenIds()
  const make = () => ({ id: nextId('k', taken()), name: '', points: '' })
  return (
    <ListEditor
      label={label}
      path={path}
      items={indicators}
      keyOf={item => item.id}
      nameOf={item => item.name}
      onChange={items => onChange([...items])}
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
              onChange={name => onChange(indicators.with(at.index, { ...item, name }))}
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
              onChange={points => onChange(indicators.with(at.index, { ...item, points }))}
            />
          ),
        },
      ]}
    />
  )
}
