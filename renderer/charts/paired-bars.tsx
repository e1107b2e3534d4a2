import './register.ts'
import { useMantineTheme } from '@mantine/core'
import type { ChartOptions } from 'chart.js'
import { Bar } from 'react-chartjs-2'
import type { Tone } from '#renderer/components/tone.ts'
import { ChartFigure } from './chart-figure.tsx'
import { usePalette } from './palette.ts'
import { useFontsLoaded } from './use-fonts-loaded.ts'

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
  const palette = usePalette()
  const { fontFamily } = useMantineTheme()
  const fonts = useFontsLoaded()
  const options: ChartOptions<'bar'> = {
    indexAxis: 'y',
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    font: { family: fontFamily, size: 12 },
    layout: { padding: { right: 48 } },
    scales: {
      x: { display: false, min: 0, max: maximum },
      y: {
        grid: { display: false },
        border: { color: palette.grid },
        ticks: { color: palette.text, autoSkip: false, font: { family: fontFamily, size: 12 } },
      },
    },
    events: [],
    plugins: {
      legend: {
        position: 'bottom',
        labels: { color: palette.text, boxWidth: 12, boxHeight: 12, font: { family: fontFamily, size: 12 } },
      },
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
        key={fonts}
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
