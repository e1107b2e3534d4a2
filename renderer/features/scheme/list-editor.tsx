import { ActionIcon, Button, Group, Menu, Table, Text, VisuallyHidden } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { SCHEME_DESIGN, totalWords } from '#renderer/strings/scheme-design.ts'
import { moved } from '#shared/domain/scheme/design/edit-components.ts'
import type { RunningTotal } from '#shared/domain/scheme/design/running-total.ts'
import { useFaultAt } from './fault-words-of.ts'
import { moveInList } from './move-in-list.ts'
import { FAULT_COLOUR, WHOLE_COLOUR } from './told-colours.ts'

export type ListColumn<Item> = {
  readonly title: string
  readonly width?: number
  /** `label` names the field for those who cannot see its head; `path` is the item's place in the draft. */
  readonly cell: (
    item: Item,
    at: { readonly label: string; readonly path: string; readonly index: number },
  ) => ReactNode
}

type ListEditorProps<Item> = {
  readonly label: string
  readonly path: string
  readonly items: readonly Item[]
  readonly keyOf: (item: Item) => string
  readonly nameOf: (item: Item) => string
  readonly columns: readonly ListColumn<Item>[]
  readonly onChange: (items: readonly Item[]) => void
  readonly add: {
    readonly label: string
    readonly choices: readonly { readonly label: string; readonly make: () => Item }[]
  }
  readonly total?: RunningTotal
  /** How many must stay. */
  readonly least?: number
  readonly onRemove?: (item: Item) => void
}

/** A short list that is edited in place: fields, order, removal, and what it adds up to. */
export function ListEditor<Item>(props: ListEditorProps<Item>) {
  const { label, path, items, keyOf, nameOf, columns, onChange, total, least = 1 } = props
  const fault = useFaultAt(path)
  const remove = (item: Item) => (props.onRemove ? props.onRemove(item) : onChange(items.filter(each => each !== item)))
  return (
    <div data-list={label}>
      <Table verticalSpacing={4} horizontalSpacing={6} aria-label={label} onKeyDown={moveInList}>
        <Table.Thead>
          <Table.Tr>
            {columns.map(column => (
              <Table.Th key={column.title} w={column.width} scope="col">
                {column.title}
              </Table.Th>
            ))}
            <Table.Th w={96} scope="col">
              <VisuallyHidden>{SCHEME_DESIGN.actions}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item, index) => (
            <Table.Tr key={keyOf(item)} data-list-row style={{ verticalAlign: 'top' }}>
              {columns.map(column => (
                <Table.Td key={column.title} data-list-cell={column.title}>
                  {column.cell(item, {
                    label: SCHEME_DESIGN.field(SCHEME_DESIGN.row(label, index + 1), column.title),
                    path: `${path}[${index}]`,
                    index,
                  })}
                </Table.Td>
              ))}
              <Table.Td>
                <RowActions
                  name={nameOf(item) || SCHEME_DESIGN.row(label, index + 1)}
                  first={index === 0}
                  last={index === items.length - 1}
                  removable={items.length > least}
                  onMove={by => onChange(moved(items, index, by))}
                  onRemove={() => remove(item)}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group justify="space-between" px={6} pt={4}>
        <AddButton {...props.add} onAdd={item => onChange([...items, item])} />
        {total && <TotalText total={total} />}
      </Group>
      {fault !== null && (
        <Text size="xs" c={FAULT_COLOUR} px={6}>
          {fault}
        </Text>
      )}
    </div>
  )
}

function TotalText({ total }: { readonly total: RunningTotal }) {
  return (
    <Text
      size="sm"
      fw={600}
      c={total.state === 'whole' ? WHOLE_COLOUR : FAULT_COLOUR}
      role="status"
      data-total={total.state}
    >
      {totalWords(total)}
    </Text>
  )
}

type AddButtonProps<Item> = ListEditorProps<Item>['add'] & { readonly onAdd: (item: Item) => void }

function AddButton<Item>({ label, choices, onAdd }: AddButtonProps<Item>) {
  const [only, second] = choices
  if (!only) return <span />
  const button = { size: 'compact-sm', variant: 'subtle', leftSection: <IconPlus size={14} /> } as const
  if (!second)
    return (
      <Button {...button} onClick={() => onAdd(only.make())}>
        {label}
      </Button>
    )
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button {...button}>{label}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map(choice => (
          <Menu.Item key={choice.label} onClick={() => onAdd(choice.make())}>
            {choice.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

type RowActionsProps = {
  readonly name: string
  readonly first: boolean
  readonly last: boolean
  readonly removable: boolean
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

function RowActions({ name, first, last, removable, onMove, onRemove }: RowActionsProps) {
  const button = { variant: 'transparent', color: 'gray', size: 'md' } as const
  return (
    <Group gap={0} wrap="nowrap" justify="flex-end" pt={3}>
      <ActionIcon {...button} aria-label={SCHEME_DESIGN.up(name)} disabled={first} onClick={() => onMove(-1)}>
        <IconArrowUp size={15} />
      </ActionIcon>
      <ActionIcon {...button} aria-label={SCHEME_DESIGN.down(name)} disabled={last} onClick={() => onMove(1)}>
        <IconArrowDown size={15} />
      </ActionIcon>
      <ActionIcon {...button} aria-label={SCHEME_DESIGN.remove(name)} disabled={!removable} onClick={onRemove}>
        <IconTrash size={15} />
      </ActionIcon>
    </Group>
  )
}
