import './register.ts'
import { useMantineTheme } from '@mantine/core'
import type { ChartOptions } from 'chart.js'
import { Bar } from 'react-chartjs-2'
import type { Tone } from '#renderer/components/tone.ts'
import { ChartFigure } from './chart-figure.tsx'
import { usePalette } from './palette.ts'
import { useFontsLoaded } from './use-fonts-loaded.ts'

export type ShareSeries = { readonly name: string; readonly tone: Tone }

export type ShareRow = {
  readonly name: string
  /** One per series: tenths of a percent for drawing (a row totals 1000), and the words. */
  readonly parts: readonly { readonly tenths: number; readonly text: string }[]
}

type StackedSharesProps = {
  readonly title: string
  readonly note?: string
  readonly series: readonly ShareSeries[]
  readonly rows: readonly ShareRow[]
  readonly rowHead: string
}

/** One lying bar per row, divided into shares of the whole. */
export function StackedShares({ title, note, series, rows, rowHead }: StackedSharesProps) {
  const palette = usePalette()
  const { fontFamily } = useMantineTheme()
  const fonts = useFontsLoaded()
  const options: ChartOptions<'bar'> = {
    indexAxis: 'y',
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    font: { family: fontFamily, size: 12 },
    scales: {
      x: { stacked: true, display: false, min: 0, max: 1000 },
      y: {
        stacked: true,
        grid: { display: false },
        border: { display: false },
        ticks: { color: palette.text, font: { family: fontFamily, size: 12 } },
      },
    },
    events: [],
    plugins: {
      legend: {
        position: 'bottom',
        labels: { color: palette.text, boxWidth: 12, boxHeight: 12, font: { family: fontFamily, size: 12 } },
      },
      barLabels: {
        text: (dataset, index) => rows[index]?.parts[dataset]?.text ?? '',
        colour: dataset => palette.onTone[series[dataset]?.tone ?? 'plain'],
        place: 'inside',
      },
    },
  }
  return (
    <ChartFigure
      title={title}
      note={note}
      height={rows.length * 34 + 44}
      table={{
        columns: [rowHead, ...series.map(each => each.name)],
        rows: rows.map(row => [row.name, ...row.parts.map(part => part.text)]),
      }}
    >
      <Bar
        key={fonts}
        options={options}
        data={{
          labels: rows.map(row => row.name),
          datasets: series.map((each, index) => ({
            label: each.name,
            data: rows.map(row => row.parts[index]?.tenths ?? 0),
            backgroundColor: palette.tones[each.tone],
            maxBarThickness: 22,
          })),
        }}
      />
    </ChartFigure>
  )
}
