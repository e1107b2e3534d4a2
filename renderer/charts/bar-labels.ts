import type { Chart, Plugin } from 'chart.js'

declare module 'chart.js' {
  interface PluginOptionsByType<TType> {
    barLabels?: TType extends 'bar' ? BarLabels : never
  }
}

export type BarLabels = {
  /** The words on a bar; empty for none. */
  readonly text: (dataset: number, index: number) => string
  readonly colour: (dataset: number) => string
  /** Inside the bar where it is wide enough for the words, or always after its end. */
  readonly place: 'inside' | 'after'
}

/** Writes each bar's figure on it, so that nobody has to point at it. */
export const barLabels: Plugin<'bar', BarLabels> = {
  id: 'barLabels',
  afterDatasetsDraw(chart: Chart<'bar'>, _args, options: BarLabels) {
    const { ctx } = chart
    const across = chart.options.indexAxis === 'y'
    ctx.save()
    ctx.font = `12px ${chart.options.font?.family ?? 'sans-serif'}`
    chart.data.datasets.forEach((_set, dataset) => {
      ctx.fillStyle = options.colour(dataset)
      chart.getDatasetMeta(dataset).data.forEach((bar, index) => {
        const words = options.text(dataset, index)
        if (words === '') return
        const { x, y, base } = bar.getProps(['x', 'y', 'base'], true) as { x: number; y: number; base: number }
        if (options.place === 'after') {
          ctx.textAlign = across ? 'left' : 'center'
          ctx.textBaseline = across ? 'middle' : 'bottom'
          ctx.fillText(words, across ? x + 6 : x, across ? y : y - 4)
        } else if (Math.abs(x - base) > ctx.measureText(words).width + 8) {
          ctx.textAlign = 'center'
          ctx.textBaseline = 'middle'
          ctx.fillText(words, (x + base) / 2, y)
        }
      })
    })
    ctx.restore()
  },
}
