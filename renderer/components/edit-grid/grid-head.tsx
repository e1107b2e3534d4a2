import type { GridColumn } from './grid-column.ts'

const WIDTHS = { fixed: 110, number: 84, text: 170 } as const

/** What the columns need side by side; where there is more room it is shared out. It grows with the text's size. */
export function widthOf<Row>(columns: readonly GridColumn<Row>[]): string {
  return rem(columns.reduce((sum, column) => sum + (column.width ?? WIDTHS[column.kind]), 0))
}

function rem(pixels: number): string {
  return `${pixels / 16}rem`
}

/** The head of an `EditGrid`; it stays in sight. */
export function GridHead<Row>({ columns }: { readonly columns: readonly GridColumn<Row>[] }) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map(column => (
          <th
            key={column.id}
            scope="col"
            data-number={column.kind === 'number' || undefined}
            style={{ width: rem(column.width ?? WIDTHS[column.kind]) }}
          >
            {column.title}
            {column.note !== undefined && <small>{column.note}</small>}
          </th>
        ))}
      </tr>
    </thead>
  )
}
