import type { ReactNode } from 'react'
import { SCHEME } from '#renderer/strings/scheme.ts'
import { runningTotal } from '#shared/domain/scheme/design/running-total.ts'
import { DecimalField } from './decimal-field.tsx'
import { ListEditor } from './list-editor.tsx'
import { TextCell } from './text-cell.tsx'

type Weighted = { readonly id: string; readonly name: string; readonly weight: string }

type WeightsEditorProps<Item extends Weighted> = {
  readonly label: string
  readonly nameTitle: string
  readonly placeholder?: string
  readonly path: string
  readonly items: readonly Item[]
  readonly onChange: (items: readonly Item[]) => void
  readonly add: { readonly label: string; readonly make: () => Item }
  /** The item's letter, in a column before its name. */
  readonly code?: { readonly title: string; readonly cell: (item: Item) => ReactNode }
  /** One more column, at the end. */
  readonly more?: {
    readonly title: string
    readonly width: number
    readonly cell: (item: Item, label: string) => ReactNode
  }
}

/** A list of names with weights that total 100. */
export function WeightsEditor<Item extends Weighted>(props: WeightsEditorProps<Item>) {
  const { label, nameTitle, placeholder, path, items, onChange, add, code, more } = props
  return (
    <ListEditor
      label={label}
      path={path}
      items={items}
      keyOf={item => item.id}
      nameOf={item => item.name}
      onChange={onChange}
      total={runningTotal(items.map(each => each.weight))}
      add={{ label: add.label, choices: [{ label: add.label, make: add.make }] }}
      columns={[
        ...(code ? [{ title: code.title, width: 52, cell: (item: Item) => code.cell(item) }] : []),
        {
          title: nameTitle,
          cell: (item, at) => (
            <TextCell
              label={at.label}
              path={`${at.path}.name`}
              value={item.name}
              {...(placeholder !== undefined && { placeholder })}
              onChange={name => onChange(items.with(at.index, { ...item, name }))}
            />
          ),
        },
        {
          title: `${SCHEME.weight}（%）`,
          width: 90,
          cell: (item, at) => (
            <DecimalField
              aria-label={at.label}
              path={`${at.path}.weight`}
              value={item.weight}
              onChange={weight => onChange(items.with(at.index, { ...item, weight }))}
            />
          ),
        },
        ...(more
          ? [
              {
                title: more.title,
                width: more.width,
                cell: (item: Item, at: { label: string }) => more.cell(item, at.label),
              },
            ]
          : []),
      ]}
    />
  )
}
