import { useMantineTheme } from '@mantine/core'
import type { ChartOptions } from 'chart.js'
import { type Palette, usePalette } from './palette.ts'
import { useFontsLoaded } from './use-fonts-loaded.ts'

type Bars = ChartOptions<'bar'>
type Axis = NonNullable<NonNullable<Bars['scales']>[string]>
type Legend = NonNullable<NonNullable<Bars['plugins']>['legend']>

/** What all charts of bars look like; `drawn` as a React key draws anew once fonts have come in. */
export type BarLooks = {
  readonly palette: Palette
  readonly drawn: number
  readonly frame: Bars
  /** The axis on which the bars' names stand. */
  readonly names: Axis
  /** Below, where bars of several kinds stand together. */
  readonly legend: Legend
}

export function useBarLooks(): BarLooks {
  const palette = usePalette()
  const { fontFamily } = useMantineTheme()
  const drawn = useFontsLoaded()
  const font = { family: fontFamily, size: 12 }
  return {
    palette,
    drawn,
    frame: { animation: false, responsive: true, maintainAspectRatio: false, font, events: [] },
    names: {
      grid: { display: false },
      border: { color: palette.grid },
      ticks: { color: palette.text, autoSkip: false, maxRotation: 0, font },
    },
    legend: { position: 'bottom', labels: { color: palette.text, boxWidth: 12, boxHeight: 12, font } },
  }
}
