import './register.ts'
import type { ChartOptions } from 'chart.js'
import { Bar } from 'react-chartjs-2'
import type { Tone } from '#renderer/components/tone.ts'
import { ChartFigure } from './chart-figure.tsx'
import { useBarLooks } from './use-bar-looks.ts'

/** A value for drawing and its figure for reading. */
export type PairedValue = { readonly value: number; readonly text: string }

export type PairedItem = { readonly label: string; readonly pair: readonly [PairedValue, PairedValue] }

type PairedBarsProps = {
  readonly title: string
  readonly note?: string
  /** What the two bars of each item are. */
  readonly series: readonly [string, string]
  readonly items: readonly PairedItem[]
  readonly maximum: number
  readonly itemHead: string
}

const TONES: readonly [Tone, Tone] = ['best', 'faint']

/** Two lying bars per item, one's own over the one to compare with. */
export function PairedBars({ title, note, series, items, maximum, itemHead }: PairedBarsProps) {
  const { palette, drawn, frame, names, legend } = useBarLooks()
  const options: ChartOptions<'bar'> = {
    ...frame,
    indexAxis: 'y',
    layout: { padding: { right: 48 } },
    scales: {
      x: { display: false, min: 0, max: maximum },
      y: names,
    },
    plugins: {
      legend,
      barLabels: {
        text: (dataset, index) => items[index]?.pair[dataset]?.text ?? '',
        colour: () => palette.text,
        place: 'after',
      },
    },
  }
  return (
    <ChartFigure
      title={title}
      note={note}
      height={items.length * 46 + 40}
      table={{
        columns: [itemHead, ...series],
        rows: items.map(item => [item.label, ...item.pair.map(each => each.text)]),
      }}
    >
      <Bar
        key={drawn}
        options={options}
        data={{
          labels: items.map(item => item.label),
          datasets: series.map((label, index) => ({
            label,
            data: items.map(item => item.pair[index]?.value ?? 0),
            backgroundColor: palette.tones[TONES[index] ?? 'plain'],
            borderRadius: 2,
            maxBarThickness: 16,
          })),
        }}
      />
    </ChartFigure>
  )
}
