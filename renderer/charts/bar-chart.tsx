import './register.ts'
import type { ChartOptions } from 'chart.js'
import { Bar } from 'react-chartjs-2'
import type { Tone } from '#renderer/components/tone.ts'
import { ChartFigure } from './chart-figure.tsx'
import { useBarLooks } from './use-bar-looks.ts'

export type BarItem = {
  readonly label: string
  /** Where the bar ends; for drawing only, `text` is the figure. */
  readonly value: number
  readonly text: string
  readonly tone: Tone
}

type BarChartProps = {
  readonly title: string
  readonly note?: string
  readonly items: readonly BarItem[]
  /** Bars that lie, for names; or stand, for a row of ranges. */
  readonly lying: boolean
  readonly maximum?: number
  readonly height: number
  /** What the label and the figure are, for the table behind. */
  readonly heads: readonly [string, string]
}

/** One bar per item with its figure at the end. */
export function BarChart({ title, note, items, lying, maximum, height, heads }: BarChartProps) {
  const { palette, drawn, frame, names } = useBarLooks()
  const values = {
    display: false,
    min: 0,
    max: maximum ?? Math.max(1, ...items.map(item => item.value)) * (lying ? 1.15 : 1.2),
    grid: { display: false },
  }
  const options: ChartOptions<'bar'> = {
    ...frame,
    indexAxis: lying ? 'y' : 'x',
    layout: { padding: lying ? { right: 48 } : { top: 8 } },
    scales: lying ? { x: values, y: names } : { x: names, y: values },
    plugins: {
      legend: { display: false },
      barLabels: {
        text: (_dataset, index) => items[index]?.text ?? '',
        colour: () => palette.text,
        place: 'after',
      },
    },
  }
  return (
    <ChartFigure
      title={title}
      note={note}
      height={height}
      table={{ columns: heads, rows: items.map(item => [item.label, item.text]) }}
    >
      <Bar
        key={drawn}
        options={options}
        data={{
          labels: items.map(item => item.label),
          datasets: [
            {
              data: items.map(item => item.value),
              backgroundColor: items.map(item => palette.tones[item.tone]),
              borderRadius: 2,
              maxBarThickness: 26,
            },
          ],
        }}
      />
    </ChartFigure>
  )
}
