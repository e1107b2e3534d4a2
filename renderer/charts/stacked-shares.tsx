import './register.ts'
import type { ChartOptions } from 'chart.js'
import { Bar } from 'react-chartjs-2'
import type { Tone } from '#renderer/components/tone.ts'
import { ChartFigure } from './chart-figure.tsx'
import { useBarLooks } from './use-bar-looks.ts'

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
  const { palette, drawn, frame, names, legend } = useBarLooks()
  const options: ChartOptions<'bar'> = {
    ...frame,
    indexAxis: 'y',
    scales: {
      x: { stacked: true, display: false, min: 0, max: 1000 },
      y: { ...names, stacked: true, border: { display: false } },
    },
    plugins: {
      legend,
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
        key={drawn}
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
