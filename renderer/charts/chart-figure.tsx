import { Text, VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import { useDrawn } from './use-drawn.ts'

export type ChartTable = {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

type ChartFigureProps = {
  readonly title: string
  readonly height: number
  /** The same figures as a table, for those who cannot see the picture. */
  readonly table: ChartTable
  readonly note?: string | undefined
  readonly children: ReactNode
}

/** A chart with its title and the figures behind it. */
export function ChartFigure({ title, height, table, note, children }: ChartFigureProps) {
  const { place, drawn } = useDrawn()
  return (
    <figure style={{ margin: 0, minWidth: 0 }} data-chart={title}>
      <Text component="figcaption" fw={600} mb={6}>
        {title}
        {note !== undefined && (
          <Text span size="xs" c="dimmed" ml="xs">
            {note}
          </Text>
        )}
      </Text>
      <div ref={place} style={{ height, position: 'relative' }} aria-hidden>
        {drawn && children}
      </div>
      <VisuallyHidden>
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              {table.columns.map(column => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(row => (
              <tr key={row.join('|')}>
                {row.map((cell, index) => (
                  <td key={table.columns[index]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </figure>
  )
}
